package dev.processsync.console.follow;

import dev.processsync.payload.CapturedPayload;
import dev.processsync.payload.CapturedPayload.ChangedField;
import dev.processsync.payload.InvalidPayload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a payload beside those of the one before.
 *
 * @param isFirst whether there is nothing to compare with
 * @param raw the payload itself if it is not of the usual form, else empty
 */
record PayloadComparison(
    String changedBy, String timestamp, boolean isFirst, List<Line> lines, String raw) {

  /**
   * @param before as people read it, null if the field was not there
   */
  record Line(String field, String label, String value, @Nullable String before, boolean changed) {}

  /**
   * @param before the payload before, empty if there was none
   * @param labels of fields, by name
   */
  static PayloadComparison of(String payload, String before, Map<String, String> labels) {
    CapturedPayload now;
    try {
      now = CapturedPayload.parseSample(payload);
    } catch (InvalidPayload unusual) {
      return new PayloadComparison("", "", true, List.of(), payload);
    }
    Map<String, ChangedField> old = new LinkedHashMap<>();
    boolean isFirst = !read(before, old);
    List<Line> lines =
        now.changedFields().stream()
            .map(field -> line(field, isFirst ? field : old.get(field.key()), labels))
            .toList();
    return new PayloadComparison(now.changedBy(), now.timestamp(), isFirst, lines, "");
  }

  private static boolean read(String before, Map<String, ChangedField> into) {
    try {
      CapturedPayload.parseSample(before)
          .changedFields()
          .forEach(field -> into.put(field.key(), field));
      return true;
    } catch (InvalidPayload none) {
      return false;
    }
  }

  private static Line line(
      ChangedField field, @Nullable ChangedField before, Map<String, String> labels) {
    return new Line(
        field.key(),
        labels.getOrDefault(field.key(), field.key()),
        shown(field),
        before == null ? null : shown(before),
        before == null || !before.value().equals(field.value()));
  }

  private static String shown(ChangedField field) {
    return field.displayValue().isEmpty() ? field.value() : field.displayValue();
  }
}
