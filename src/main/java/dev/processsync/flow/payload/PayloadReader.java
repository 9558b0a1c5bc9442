package dev.processsync.flow.payload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads payloads; refuses what is not one, saying where. */
public final class PayloadReader {

  private static final int DEPTH = 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PayloadReader() {}

  /**
   * @throws MalformedPayload also if the payload has no {@code sys_id}
   */
  public static Payload payload(String json) {
    Payload payload = read("payload", json);
    ChangedField sysId = payload.fields().get("sys_id");
    if (sysId == null || sysId.value().isBlank()) {
      throw new MalformedPayload(
          "The payload has no sys_id among its changed_fields; every event carries its record's.");
    }
    return payload;
  }

  /**
   * The names that a sample payload defines; none if the sample is blank.
   *
   * @throws MalformedPayload if it is not blank and not a payload
   */
  public static List<String> sample(String json) {
    return json.isBlank() ? List.of() : List.copyOf(read("sample payload", json).fields().keySet());
  }

  private static Payload read(String what, String json) {
    JsonNode root = parse(what, json);
    JsonNode metadata = root.path("capture_metadata");
    return new Payload(
        new CaptureMetadata(text(what, metadata, "changed_by"), text(what, metadata, "timestamp")),
        fields(what, root.path("changed_fields")),
        attachments(what, root.path("attachment_metadata")));
  }

  private static JsonNode parse(String what, String json) {
    try {
      JsonNode root = JSON.readTree(json);
      if (root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      throw new MalformedPayload("The %s is not JSON (%s).".formatted(what, at(e)));
    }
    throw new MalformedPayload(
        "The %s is not a JSON object with capture_metadata and changed_fields.".formatted(what));
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null
        ? e.getOriginalMessage()
        : "line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static Map<String, ChangedField> fields(String what, JsonNode list) {
    if (!list.isArray()) {
      throw new MalformedPayload(
          "The %s has no list changed_fields of objects with key, value and display_value."
              .formatted(what));
    }
    Map<String, ChangedField> fields = new LinkedHashMap<>();
    for (JsonNode item : list) {
      String key = text(what, item, "key");
      if (key.isBlank()) {
        throw new MalformedPayload(
            "Item %d of the %s's changed_fields has no key.".formatted(fields.size() + 1, what));
      }
      ChangedField field =
          new ChangedField(key, text(what, item, "value"), text(what, item, "display_value"));
      if (fields.put(key, field) != null) {
        throw new MalformedPayload(
            "The %s has '%s' twice among its changed_fields.".formatted(what, key));
      }
    }
    return fields;
  }

  private static List<Map<String, String>> attachments(String what, JsonNode list) {
    List<Map<String, String>> attachments = new ArrayList<>();
    for (JsonNode item : list) {
      Map<String, String> attachment = new LinkedHashMap<>();
      item.fieldNames().forEachRemaining(name -> attachment.put(name, text(what, item, name)));
      attachments.add(attachment);
    }
    return attachments;
  }

  private static String text(String what, JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (value.isContainerNode()) {
      throw new MalformedPayload(
          "'%s' in the %s is an object or a list; it must be a string.".formatted(name, what));
    }
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }
}
