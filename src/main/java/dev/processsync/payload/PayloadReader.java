package dev.processsync.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.processsync.payload.CapturedPayload.ChangedField;
import dev.processsync.payload.CapturedPayload.Metadata;
import dev.processsync.web.JsonNumbers;
import dev.processsync.web.JsonWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads payloads that strangers wrote: everything is bounded, and what is no payload is refused,
 * saying where.
 */
final class PayloadReader {

  private static final int MAX_FIELDS = 1_000;
  private static final int MAX_DEPTH = 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(CapturedPayload.MAX_CHARACTERS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** What messages call it. */
  private final String what;

  PayloadReader(String what) {
    this.what = what;
  }

  CapturedPayload read(String text) {
    if (text.length() > CapturedPayload.MAX_CHARACTERS) {
      throw new InvalidPayload(
          "The %s has %d characters; at most %d are taken."
              .formatted(what, text.length(), CapturedPayload.MAX_CHARACTERS));
    }
    JsonNode root = parse(text);
    JsonNode metadata = root.path("capture_metadata");
    return new CapturedPayload(
        new Metadata(
            text(metadata, "changed_by"),
            text(metadata, "timestamp"),
            text(metadata, "time"),
            text(metadata, "version"),
            text(metadata, "hybrid_time")),
        fields(root.path("changed_fields")),
        attachments(root.path("attachment_metadata")));
  }

  private JsonNode parse(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      throw new InvalidPayload("The %s is not JSON (%s).".formatted(what, at(e)));
    }
    throw new InvalidPayload(
        "The %s is not a JSON object with capture_metadata and changed_fields.".formatted(what));
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null
        ? JsonWords.of(e)
        : "line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private List<ChangedField> fields(JsonNode list) {
    if (!list.isArray() || list.size() > MAX_FIELDS) {
      throw new InvalidPayload(
          "The %s has no list changed_fields of at most %d objects with key, value and display_value."
              .formatted(what, MAX_FIELDS));
    }
    Map<String, ChangedField> fields = new LinkedHashMap<>();
    for (JsonNode item : list) {
      String key = text(item, "key");
      if (key.isBlank()) {
        throw new InvalidPayload(
            "Item %d of the %s's changed_fields has no key.".formatted(fields.size() + 1, what));
      }
      ChangedField field =
          new ChangedField(
              key,
              text(item, "value"),
              text(item, "display_value"),
              truth(item, key),
              textIfAny(item, "previous_value"),
              textIfAny(item, "previous_display_value"),
              textIfAny(item, "hybrid_time"),
              textIfAny(item, "previous_hybrid_time"));
      if (fields.put(key, field) != null) {
        throw new InvalidPayload(
            "The %s has '%s' twice among its changed_fields.".formatted(what, key));
      }
    }
    requireValues(list);
    return List.copyOf(fields.values());
  }

  /** What is left out by mistake must not empty a field. */
  private void requireValues(JsonNode list) {
    for (JsonNode item : list) {
      if (!item.has("value")) {
        throw new InvalidPayload(
            "'%s' among the %s's changed_fields has no value; \"\" or null says that the field is empty."
                .formatted(text(item, "key"), what));
      }
    }
  }

  private List<Map<String, String>> attachments(JsonNode list) {
    List<Map<String, String>> attachments = new ArrayList<>();
    for (JsonNode item : list) {
      Map<String, String> attachment = new LinkedHashMap<>();
      item.fieldNames().forEachRemaining(name -> attachment.put(name, text(item, name)));
      attachments.add(attachment);
    }
    return attachments;
  }

  private @Nullable Boolean truth(JsonNode item, String key) {
    return switch (text(item, "changed")) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      case "" -> null;
      default ->
          throw new InvalidPayload(
              "'%s' among the %s's changed_fields says neither true nor false in 'changed'."
                  .formatted(key, what));
    };
  }

  /** Null if it is not there; what is there and null is empty. */
  private @Nullable String textIfAny(JsonNode item, String name) {
    return item.has(name) ? text(item, name) : null;
  }

  private String text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (value.isContainerNode()) {
      throw new InvalidPayload(
          "'%s' in the %s is an object or a list; it must be a string.".formatted(name, what));
    }
    if (value.isNumber()) {
      return JsonNumbers.text(value, false)
          .orElseThrow(
              () ->
                  new InvalidPayload(
                      "'%s' in the %s is a number of more than %d digits."
                          .formatted(name, what, JsonNumbers.MOST_DIGITS)));
    }
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }
}
