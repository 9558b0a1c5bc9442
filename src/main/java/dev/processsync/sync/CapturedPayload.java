package dev.processsync.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What travels between instances, in the form of the tutorial's samples (steps 40 and 47;
 * reference, "Payload").
 *
 * @param changedBy login of who changed the record on the sending side
 * @param timestamp when, {@code yyyy-MM-dd HH:mm:ss} UTC
 * @param changedFields all captured fields, changed or not
 */
public record CapturedPayload(
    String changedBy, String timestamp, List<ChangedField> changedFields) {

  /** More than any payload of ours holds; a larger one is somebody's mistake or attack. */
  public static final int MAX_CHARACTERS = 1_000_000;

  private static final int MAX_FIELDS = 1_000;
  private static final int MAX_DEPTH = 20;

  private static final JsonMapper JSON = mapper();

  /** A captured field; {@code displayValue} is filled for references only. */
  public record ChangedField(String key, String value, String displayValue) {}

  public CapturedPayload {
    changedFields = List.copyOf(changedFields);
  }

  /**
   * Reads a payload.
   *
   * @throws InvalidPayload saying what is wrong with it
   */
  public static CapturedPayload parse(String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw new InvalidPayload(
          "it has %d characters; at most %d are taken".formatted(text.length(), MAX_CHARACTERS));
    }
    try {
      return of(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new InvalidPayload("it is not JSON: " + e.getOriginalMessage());
    }
  }

  /** The value of a field, empty if it was not captured. */
  public Optional<String> value(String key) {
    return changedFields.stream()
        .filter(field -> field.key().equals(key))
        .map(ChangedField::value)
        .findFirst();
  }

  /**
   * The record's id on the sending side; never empty in a payload that was {@linkplain #parse
   * parsed}.
   */
  public String sysId() {
    return value("sys_id").orElse("");
  }

  /** What people know the record by: its number, else its id. */
  public String businessKey() {
    return value("number").filter(number -> !number.isEmpty()).orElseGet(this::sysId);
  }

  /** The JSON text, fields in the samples' order. */
  public String toJson() {
    ObjectNode payload = JSON.createObjectNode();
    payload.putObject("capture_metadata").put("changed_by", changedBy).put("timestamp", timestamp);
    ArrayNode fields = payload.putArray("changed_fields");
    for (ChangedField field : changedFields) {
      fields
          .addObject()
          .put("display_value", field.displayValue())
          .put("value", field.value())
          .put("key", field.key());
    }
    return payload.toString();
  }

  private static CapturedPayload of(JsonNode payload) {
    if (!payload.isObject()) {
      throw new InvalidPayload("it must be an object with capture_metadata and changed_fields");
    }
    JsonNode fields = payload.path("changed_fields");
    if (!fields.isArray() || fields.size() > MAX_FIELDS) {
      throw new InvalidPayload("changed_fields must be an array of at most " + MAX_FIELDS);
    }
    List<ChangedField> changed = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (JsonNode field : fields) {
      String key = text(field, "key");
      if (key.isEmpty() || !keys.add(key)) {
        throw new InvalidPayload(
            "each of changed_fields needs a key of its own; '%s' is not".formatted(key));
      }
      changed.add(new ChangedField(key, text(field, "value"), text(field, "display_value")));
    }
    JsonNode metadata = payload.path("capture_metadata");
    CapturedPayload captured =
        new CapturedPayload(text(metadata, "changed_by"), text(metadata, "timestamp"), changed);
    if (captured.sysId().isEmpty()) {
      throw new InvalidPayload("changed_fields must hold the sys_id of the sender's record");
    }
    return captured;
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (value.isContainerNode()) {
      throw new InvalidPayload("'%s' must be a string".formatted(name));
    }
    return value.isMissingNode() || value.isNull() ? "" : value.asText();
  }

  private static JsonMapper mapper() {
    JsonMapper mapper = JsonMapper.builder().build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(MAX_CHARACTERS)
                .build());
    return mapper;
  }
}
