package dev.processsync.payload;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What travels between instances, in the form of the tutorial's samples (steps 40 and 47;
 * docs/reference.md, "Payload").
 *
 * @param changedBy login of who changed the record on the sending side
 * @param timestamp when, {@code yyyy-MM-dd HH:mm:ss} UTC
 * @param changedFields all captured fields, changed or not
 * @param attachments the metadata of each attachment, by name
 */
public record CapturedPayload(
    String changedBy,
    String timestamp,
    List<ChangedField> changedFields,
    List<Map<String, String>> attachments) {

  /** More than any payload of ours holds; a larger one is somebody's mistake or attack. */
  public static final int MAX_CHARACTERS = 1_000_000;

  /**
   * A captured field; {@code displayValue} is filled for references only. An empty value says that
   * the field is empty; a payload that leaves the value out is refused.
   */
  public record ChangedField(
      String key, String value, @JsonProperty("display_value") String displayValue) {}

  public CapturedPayload {
    changedFields = List.copyOf(changedFields);
    attachments = List.copyOf(attachments);
  }

  /**
   * Reads a payload.
   *
   * @throws InvalidPayload saying what is wrong with it, also if it has no {@code sys_id}
   */
  public static CapturedPayload parse(String json) {
    CapturedPayload payload = new PayloadReader("payload").read(json);
    if (payload.sysId().isBlank()) {
      throw new InvalidPayload(
          "The payload has no sys_id among its changed_fields; every event carries its record's.");
    }
    return payload;
  }

  /**
   * Reads a sample payload: what a flow may expect, in the same form.
   *
   * @throws InvalidPayload saying what is wrong with it
   */
  public static CapturedPayload parseSample(String json) {
    return new PayloadReader("sample payload").read(json);
  }

  /** The value of a field, empty if it was not captured. */
  public Optional<String> value(String key) {
    return changedFields.stream()
        .filter(field -> field.key().equals(key))
        .map(ChangedField::value)
        .findFirst();
  }

  /** The record's id on the sending side. */
  public String sysId() {
    return value("sys_id").orElse("");
  }

  /** What people know the record by: its number, else its id. */
  public String businessKey() {
    return value("number").filter(number -> !number.isEmpty()).orElseGet(this::sysId);
  }

  /** The JSON text, fields in the samples' order. */
  public String toJson() {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.putObject("capture_metadata").put("changed_by", changedBy).put("timestamp", timestamp);
    ArrayNode fields = payload.putArray("changed_fields");
    for (ChangedField field : changedFields) {
      fields
          .addObject()
          .put("display_value", field.displayValue())
          .put("value", field.value())
          .put("key", field.key());
    }
    if (!attachments.isEmpty()) {
      ArrayNode files = payload.putArray("attachment_metadata");
      attachments.forEach(file -> file.forEach(files.addObject()::put));
    }
    return payload.toString();
  }
}
