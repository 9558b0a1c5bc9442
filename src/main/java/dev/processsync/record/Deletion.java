package dev.processsync.record;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.storage.RecordStorage;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What the deletion of a record means for those that refer to it. */
final class Deletion {

  private static final int NAMED = 3;

  private final Dictionary dictionary;
  private final RecordStorage storage;

  Deletion(Dictionary dictionary, RecordStorage storage) {
    this.dictionary = dictionary;
    this.storage = storage;
  }

  /**
   * @param cascade deletes a record (table, sys_id) that can't be without the deleted one
   * @throws RecordConflict naming the records that still need it
   */
  void release(Table table, TableRecord record, BiConsumer<String, String> cascade) {
    for (Table other : dictionary.tables()) {
      for (Field field : other.fields().values()) {
        if (table.name().equals(field.reference())) {
          release(table, record, other, field, cascade);
        }
      }
    }
  }

  private void release(
      Table table,
      TableRecord record,
      Table other,
      Field field,
      BiConsumer<String, String> cascade) {
    Map<String, String> pointing = Map.of(field.name(), record.sysId());
    switch (field.onDelete()) {
      case CLEAR -> storage.clear(other, field, record.sysId());
      case CASCADE ->
          storage
              .findBy(other, pointing)
              .forEach(dependent -> cascade.accept(other.name(), dependent.sysId()));
      case RESTRICT -> {
        int count = storage.count(other, pointing);
        if (count > 0) {
          throw inUse(table, record, other, field, count);
        }
      }
    }
  }

  private RecordConflict inUse(
      Table table, TableRecord record, Table other, Field field, int count) {
    List<TableRecord> users = storage.findBy(other, Map.of(field.name(), record.sysId()));
    String names =
        users.stream()
            .limit(NAMED)
            .map(user -> "'" + user.get(other.display()) + "'")
            .collect(Collectors.joining(", "));
    return new RecordConflict(
        "%s '%s' is in use: %d of %s refer to it by %s (%s%s). Delete or change those first."
            .formatted(
                table.label(),
                record.get(table.display()),
                count,
                other.title(),
                field.label(),
                names,
                count > NAMED ? ", …" : ""));
  }
}
