package dev.processsync.console.follow;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.NoSuchTable;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.report.RecordEntries;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an entry carried, for those who may read it. */
@Component
class EntryPayloads {

  private final Records records;
  private final RecordEntries entries;
  private final Dictionary dictionary;

  EntryPayloads(Records records, RecordEntries entries, Dictionary dictionary) {
    this.records = records;
    this.entries = entries;
    this.dictionary = dictionary;
  }

  PayloadComparison of(Actor actor, String table, String sysId) {
    Queue queue =
        Arrays.stream(Queue.values())
            .filter(each -> each.table().equals(table))
            .findFirst()
            .orElseThrow(() -> new NoSuchTable(table));
    TableRecord entry = records.get(actor, table, sysId);
    String before =
        entries
            .find(queue, sysId)
            .flatMap(each -> entries.payloadBefore(each, entry.get("local_record")))
            .orElse("");
    String carried = entry.has("message") ? entry.get("message") : entry.get("payload");
    return PayloadComparison.of(carried, before, labels(entry.get("local_table")));
  }

  private Map<String, String> labels(String table) {
    return dictionary.find(table).stream()
        .map(Table::fields)
        .flatMap(fields -> fields.values().stream())
        .collect(Collectors.toMap(Field::name, Field::label));
  }
}
