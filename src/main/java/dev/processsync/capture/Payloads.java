package dev.processsync.capture;

import dev.processsync.change.FieldChange;
import dev.processsync.change.FieldChanges;
import dev.processsync.change.HybridClock;
import dev.processsync.change.HybridTime;
import dev.processsync.definition.CaptureDefinition;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.payload.CapturedPayload;
import dev.processsync.payload.CapturedPayload.ChangedField;
import dev.processsync.payload.CapturedPayload.Metadata;
import dev.processsync.record.DisplayValues;
import dev.processsync.record.Operation;
import dev.processsync.record.RecordChanged;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what was captured: all the included fields, after {@code sys_class_name} and {@code
 * sys_id}. Of an update each says whether it was changed, and what it was before.
 */
@Component
class Payloads {

  private static final DateTimeFormatter WITH_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private final DisplayValues displayValues;
  private final HybridClock hybridClock;
  private final Clock clock;

  Payloads(DisplayValues displayValues, HybridClock hybridClock, Clock clock) {
    this.displayValues = displayValues;
    this.hybridClock = hybridClock;
    this.clock = clock;
  }

  /**
   * @param isNew whether the record has just come to meet the filter, so that it is not known what
   *     the other side has of it
   */
  String of(CaptureDefinition definition, Table table, RecordChanged change, boolean isNew) {
    TableRecord record = change.record();
    TableRecord before = change.operation() == Operation.UPDATE ? change.before() : null;
    List<Field> fields = included(definition, table);
    Map<String, Map<String, String>> names =
        displayValues.ofReferences(
            before == null ? List.of(record) : List.of(record, before), fields);
    FieldChanges changes = FieldChanges.parse(record.get(FieldChanges.FIELD));
    List<ChangedField> captured = new ArrayList<>();
    ChangedField type = new ChangedField("sys_class_name", record.table(), "");
    captured.add(before == null || isNew ? type : type.unchanged());
    for (Field field : fields) {
      ChangedField now = captured(field, record, names);
      if (before == null) {
        captured.add(now);
      } else if (change.changed().contains(field.name())) {
        ChangedField earlier = captured(field, before, names);
        captured.add(
            now.changedFrom(
                earlier.value(), earlier.displayValue(), earlierChange(before, field.name())));
      } else {
        String time = changes.of(field.name()).time().toString();
        captured.add(isNew ? now.newToYou(time) : now.unchanged());
      }
    }
    return new CapturedPayload(metadata(change, changes), captured, List.of()).toJson();
  }

  private ChangedField captured(
      Field field, TableRecord record, Map<String, Map<String, String>> names) {
    String value = record.get(field.name());
    return new ChangedField(
        field.name(), value, field.isReference() ? displayValues.of(field, value, names) : "");
  }

  /** When a field was changed before; null if its record keeps no note of that. */
  private static @Nullable String earlierChange(TableRecord before, String field) {
    String noted = before.values().get(FieldChanges.FIELD);
    return noted == null ? null : FieldChanges.parse(noted).of(field).time().toString();
  }

  private Metadata metadata(RecordChanged change, FieldChanges changes) {
    LocalDateTime now = LocalDateTime.now(clock);
    return new Metadata(
        change.actor().userName(),
        now.format(FieldValue.DATE_TIME),
        now.format(WITH_MILLIS),
        change.record().get("sys_mod_count"),
        time(change, changes).toString());
  }

  private HybridTime time(RecordChanged change, FieldChanges changes) {
    return change.changed().stream()
        .filter(field -> change.operation() != Operation.DELETE)
        .map(changes::of)
        .filter(FieldChange::isKnown)
        .map(FieldChange::time)
        .findFirst()
        .orElseGet(() -> hybridClock.after(changes.latest()));
  }

  private static List<Field> included(CaptureDefinition definition, Table table) {
    Set<String> names = new LinkedHashSet<>();
    names.add("sys_id");
    names.addAll(definition.fields());
    names.remove("sys_class_name");
    // A field that has left the dictionary since the definition was saved is no longer captured.
    return names.stream().flatMap(name -> table.field(name).stream()).toList();
  }
}
