package dev.processsync.testing;

import dev.processsync.payload.CapturedPayload;
import dev.processsync.payload.CapturedPayload.ChangedField;
import dev.processsync.payload.CapturedPayload.Metadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The payload of an event: a text, or the captured fields that it brings. */
final class GivenPayload {

  private Optional<String> text = Optional.empty();
  private String changedBy = "admin";
  private String hybridTime = "";
  private final Map<String, ChangedField> fields = new LinkedHashMap<>();

  void set(String json) {
    text = Optional.of(json);
    fields.clear();
  }

  void set(String field, String value, String displayValue) {
    text = Optional.empty();
    fields.put(field, new ChangedField(field, value, displayValue));
  }

  void set(ChangedField field) {
    text = Optional.empty();
    fields.put(field.key(), field);
  }

  /** As of a change that was made at this time, see {@code HybridTime}. */
  void at(String time, String login) {
    hybridTime = time;
    changedBy = login;
  }

  /** With the table and id of the record if nobody said anything else, as every capture has. */
  String toJson(String table, String sysId) {
    Map<String, ChangedField> all = new LinkedHashMap<>();
    all.put("sys_class_name", new ChangedField("sys_class_name", table, ""));
    all.put("sys_id", new ChangedField("sys_id", sysId, ""));
    all.putAll(fields);
    return text.orElseGet(
        () ->
            new CapturedPayload(
                    new Metadata(changedBy, "2024-05-17 10:29:59", "", "", hybridTime),
                    List.copyOf(all.values()),
                    List.of())
                .toJson());
  }
}
