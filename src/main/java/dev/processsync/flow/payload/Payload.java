package dev.processsync.flow.payload;

import dev.processsync.payload.CapturedPayload;
import dev.processsync.payload.InvalidPayload;
import dev.processsync.payload.ParsedPayloads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What an event carries, as actions and mappings see it.
 *
 * @param fields by name, in the order of the payload
 * @param attachments the metadata of each attachment, by name
 */
public record Payload(
    CaptureMetadata metadata,
    Map<String, CapturedPayload.ChangedField> fields,
    List<Map<String, String>> attachments) {

  /**
   * @throws MalformedPayload also if the payload has no {@code sys_id}
   */
  public static Payload read(String json) {
    CapturedPayload captured = parse(ParsedPayloads::of, json);
    Map<String, CapturedPayload.ChangedField> fields = new LinkedHashMap<>();
    captured.changedFields().forEach(field -> fields.put(field.key(), field));
    return new Payload(
        new CaptureMetadata(captured.changedBy(), captured.timestamp()),
        fields,
        captured.attachments());
  }

  /**
   * The names that a sample payload defines; none if the sample is blank.
   *
   * @throws MalformedPayload if it is not blank and not a payload
   */
  public static List<String> namesInSample(String json) {
    if (json.isBlank()) {
      return List.of();
    }
    return parse(CapturedPayload::parseSample, json).changedFields().stream()
        .map(CapturedPayload.ChangedField::key)
        .toList();
  }

  private static CapturedPayload parse(Function<String, CapturedPayload> reader, String json) {
    try {
      return reader.apply(json);
    } catch (InvalidPayload e) {
      throw new MalformedPayload(String.valueOf(e.getMessage()));
    }
  }
}
