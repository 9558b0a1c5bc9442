package dev.processsync.console.list;

import dev.processsync.console.page.RecordAddress;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.DisplayValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Records as lines of a list. */
@Component
class Rows {

  private static final Set<String> STATES =
      Set.of("state", "status", "outbound_state", "inbound_state", "stage", "incident_state");
  private static final Pattern ID = Pattern.compile("sys_id|.*_id|flow_context");
  private static final Set<String> KEYS = Set.of("filter", "table", "local_table", "fields");

  /** Longer texts get room. */
  private static final int SHORT = 30;

  private final Dictionary dictionary;
  private final DisplayValues displayValues;
  private final Documents documents;

  Rows(Dictionary dictionary, DisplayValues displayValues, Documents documents) {
    this.dictionary = dictionary;
    this.displayValues = displayValues;
    this.documents = documents;
  }

  /**
   * @param label what screen readers call the row
   */
  record Row(String sysId, String label, List<Cell> cells) {}

  List<Row> of(Actor actor, List<TableRecord> records, List<Field> columns) {
    Map<String, Map<String, String>> references = displayValues.ofReferences(records, columns);
    Map<String, String> local =
        columns.stream().anyMatch(column -> column.name().equals(Documents.RECORD))
            ? documents.names(actor, records)
            : Map.of();
    return records.stream().map(record -> row(actor, record, columns, references, local)).toList();
  }

  private Row row(
      Actor actor,
      TableRecord record,
      List<Field> columns,
      Map<String, Map<String, String>> references,
      Map<String, String> local) {
    List<Cell> cells = new ArrayList<>();
    for (Field column : columns) {
      Cell cell = cell(actor, record, column, references, local);
      cells.add(cells.isEmpty() ? first(cell, record) : cell);
    }
    return new Row(record.sysId(), cells.get(0).text(), cells);
  }

  /** The first column leads to the record, whatever it shows. */
  private static Cell first(Cell cell, TableRecord record) {
    Cell named = cell.text().isEmpty() ? Cell.of(Cell.Kind.TEXT, "(empty)") : cell;
    return named.leadingTo(RecordAddress.of(record.table(), record.sysId()));
  }

  private Cell cell(
      Actor actor,
      TableRecord record,
      Field column,
      Map<String, Map<String, String>> references,
      Map<String, String> local) {
    String value = record.get(column.name());
    String target = column.reference();
    if (value.isEmpty()) {
      return Cell.of(Cell.Kind.TEXT, "");
    } else if (target != null) {
      String name = references.getOrDefault(target, Map.of()).getOrDefault(value, "");
      return reference(actor, target, value, name);
    } else if (column.name().equals(Documents.RECORD) && local.containsKey(value)) {
      return reference(actor, record.get(Documents.TABLE), value, local.getOrDefault(value, ""));
    }
    return Outside.address(record.table(), column.name(), value)
        .map(address -> plain(column, value).leadingTo(address))
        .orElseGet(() -> plain(column, value));
  }

  private Cell reference(Actor actor, String tableName, String sysId, String name) {
    Cell cell = name.isEmpty() ? Cell.of(Cell.Kind.MONO, sysId) : Cell.of(Cell.Kind.TEXT, name);
    boolean readable =
        dictionary
            .find(tableName)
            .filter(table -> actor.hasAnyOf(table.access().read()))
            .isPresent();
    return readable ? cell.leadingTo(RecordAddress.of(tableName, sysId)) : cell;
  }

  private static Cell plain(Field column, String value) {
    String label = column.choiceLabel(value).orElse(value);
    if (STATES.contains(column.name())) {
      return Cell.of(Cell.Kind.BADGE, label).withTone(tone(label));
    }
    return switch (column.type()) {
      case BOOLEAN -> Cell.of(Cell.Kind.WORD, value.equals("true") ? "Yes" : "No");
      case INTEGER ->
          Cell.of(column.choices().isEmpty() ? Cell.Kind.NUMBER : Cell.Kind.WORD, label);
      case DATE_TIME -> Cell.of(Cell.Kind.MOMENT, value);
      case EXACT ->
          Cell.of(
              ID.matcher(column.name()).matches() || KEYS.contains(column.name())
                  ? Cell.Kind.MONO
                  : Cell.Kind.TEXT,
              label);
      case STRING, TEXT, REFERENCE, PASSWORD ->
          Cell.of(value.length() > SHORT ? Cell.Kind.PROSE : Cell.Kind.TEXT, label);
    };
  }

  /** {@code in-progress} of {@code In Progress}. */
  private static String tone(String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
  }
}
