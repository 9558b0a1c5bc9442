package dev.processsync.console.list;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names of records whose table another field names: {@code local_table}, {@code local_record}. */
@Component
class Documents {

  static final String TABLE = "local_table";
  static final String RECORD = "local_record";

  private final Dictionary dictionary;
  private final Records records;

  Documents(Dictionary dictionary, Records records) {
    this.dictionary = dictionary;
    this.records = records;
  }

  /** The display value by id, as far as this actor may read it: one statement a table. */
  Map<String, String> names(Actor actor, List<TableRecord> shown) {
    Map<String, Set<String>> wanted =
        shown.stream()
            .filter(record -> record.has(TABLE) && record.has(RECORD))
            .collect(
                Collectors.groupingBy(
                    record -> record.get(TABLE),
                    Collectors.mapping(record -> record.get(RECORD), Collectors.toSet())));
    Map<String, String> names = new HashMap<>();
    wanted.forEach(
        (tableName, ids) ->
            dictionary
                .find(tableName)
                .filter(table -> actor.hasAnyOf(table.access().read()))
                .ifPresent(table -> names.putAll(names(actor, table, ids))));
    return names;
  }

  private Map<String, String> names(Actor actor, Table table, Set<String> ids) {
    return records.findAll(actor, table.name(), ids).stream()
        .filter(record -> record.has(table.display()))
        .collect(Collectors.toMap(TableRecord::sysId, record -> record.get(table.display())));
  }
}
