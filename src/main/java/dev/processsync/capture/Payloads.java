package dev.processsync.capture;

import dev.processsync.definition.CaptureDefinition;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.payload.CapturedPayload;
import dev.processsync.payload.CapturedPayload.ChangedField;
import dev.processsync.record.DisplayValues;
import dev.processsync.record.RecordChanged;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Writes what was captured: all the included fields, changed or not, after {@code sys_class_name}
 * and {@code sys_id}.
 */
@Component
class Payloads {

  private final DisplayValues displayValues;
  private final Clock clock;

  Payloads(DisplayValues displayValues, Clock clock) {
    this.displayValues = displayValues;
    this.clock = clock;
  }

  String of(CaptureDefinition definition, Table table, RecordChanged change) {
    TableRecord record = change.record();
    List<Field> fields = included(definition, table);
    Map<String, Map<String, String>> names = displayValues.ofReferences(List.of(record), fields);
    List<ChangedField> captured = new ArrayList<>();
    captured.add(new ChangedField("sys_class_name", record.table(), ""));
    for (Field field : fields) {
      String value = record.get(field.name());
      String display = field.isReference() ? displayValues.of(field, value, names) : "";
      captured.add(new ChangedField(field.name(), value, display));
    }
    String now = LocalDateTime.now(clock).format(FieldValue.DATE_TIME);
    return new CapturedPayload(change.actor().userName(), now, captured, List.of()).toJson();
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
