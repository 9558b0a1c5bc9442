package dev.processsync.tableapi;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.DisplayValues;
import dev.processsync.record.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Records as the Table API shows them. */
@Component
class RecordViews {

  private final Dictionary dictionary;
  private final Records records;
  private final DisplayValues displayValues;

  RecordViews(Dictionary dictionary, Records records, DisplayValues displayValues) {
    this.dictionary = dictionary;
    this.records = records;
    this.displayValues = displayValues;
  }

  /** What is asked for; a name that leads nowhere is left out, as ServiceNow does. */
  List<Column> columns(Actor actor, Table table, ReadOptions options) {
    return options.fields().isEmpty() ? Column.all(table) : chosen(actor, table, options);
  }

  /** As {@link #columns}, for each of many records. */
  List<Column> columnsOfLists(Actor actor, Table table, ReadOptions options) {
    return options.fields().isEmpty() ? Column.ofLists(table) : chosen(actor, table, options);
  }

  private List<Column> chosen(Actor actor, Table table, ReadOptions options) {
    return options.fields().stream()
        .map(path -> Column.of(actor, dictionary, table, path))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * @param tables the URL of the Table API, for links
   */
  List<Map<String, Object>> show(
      Actor actor,
      List<TableRecord> shown,
      List<Column> columns,
      ReadOptions options,
      String tables) {
    List<Map<String, Object>> rows = new ArrayList<>();
    shown.forEach(record -> rows.add(new LinkedHashMap<>()));
    FollowedReferences walked = new FollowedReferences(actor, records, shown);
    for (Column column : columns) {
      List<TableRecord> sources = walked.along(column.hops());
      ValueView view = new ValueView(column.field(), options, tables, displayValues, sources);
      for (int i = 0; i < rows.size(); i++) {
        boolean secret = column.field().type() == FieldType.PASSWORD;
        String value = secret ? "" : sources.get(i).get(column.field().name());
        rows.get(i).put(column.name(), view.of(value));
      }
    }
    return rows;
  }
}
