package dev.processsync.console.list;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.DisplayValues;
import dev.processsync.record.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lists as CSV (RFC 4180) for spreadsheets: a byte order mark, so that they read UTF-8, and no
 * value that they would run as a formula.
 */
@Component
class CsvExport {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String STARTS_FORMULAS = "=+-@\t\r";

  private final Records records;
  private final DisplayValues displayValues;

  CsvExport(Records records, DisplayValues displayValues) {
    this.records = records;
    this.displayValues = displayValues;
  }

  /**
   * Refuses what the user may not read, and a query that does not fit the table. Nothing is sorted
   * for it: that is {@link #write}'s work.
   */
  void check(Actor actor, Table table, Query query) {
    records.countUpTo(actor, table.name(), query, 1);
  }

  /** Writes everything that the query means, part by part: tables may fit into no memory. */
  void write(Actor actor, Table table, Query query, List<Field> columns, Writer out) {
    Set<String> fields = columns.stream().map(Field::name).collect(Collectors.toSet());
    put(out, BYTE_ORDER_MARK + line(columns.stream().map(Field::label).toList()));
    records.each(actor, table.name(), query, fields, part -> put(out, lines(part, columns)));
  }

  private String lines(List<TableRecord> part, List<Field> columns) {
    Map<String, Map<String, String>> references = displayValues.ofReferences(part, columns);
    return part.stream()
        .map(record -> columns.stream().map(column -> value(record, column, references)).toList())
        .map(CsvExport::line)
        .collect(Collectors.joining());
  }

  private static String value(
      TableRecord record, Field column, Map<String, Map<String, String>> references) {
    String value = record.get(column.name());
    String target = column.reference();
    if (target != null) {
      return references.getOrDefault(target, Map.of()).getOrDefault(value, value);
    }
    return column.choiceLabel(value).orElse(value);
  }

  private static String line(List<String> values) {
    return values.stream().map(CsvExport::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A leading apostrophe tells spreadsheets that what follows is text; numbers need none. */
  private static String quoted(String value) {
    boolean isFormula =
        !value.isEmpty()
            && STARTS_FORMULAS.indexOf(value.charAt(0)) >= 0
            && !value.matches("-?\\d+");
    String safe = isFormula ? "'" + value : value;
    boolean needsQuotes =
        safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return needsQuotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static void put(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
