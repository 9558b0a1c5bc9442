package dev.processsync.console.list;

import dev.processsync.table.Actor;
import dev.processsync.table.Records;
import dev.processsync.table.Table;
import dev.processsync.table.TableRecord;
import dev.processsync.table.query.Query;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records page by page. */
@Component
class Pages {

  private final Records records;

  Pages(Records records) {
    this.records = records;
  }

  /**
   * @param before the cursor of the page before, null if this is the first
   * @param after the cursor of the next page, null if this is the last
   * @param total how many there are in all
   */
  record Page(
      List<TableRecord> records, @Nullable String before, @Nullable String after, long total) {}

  Page of(Actor actor, Table table, Query query, Place place, int size, Set<String> fields) {
    long total = records.count(actor, table.name(), query);
    long offset =
        switch (place.kind()) {
          case FIRST -> 0;
          case LAST -> Math.max(0, (total - 1) / size * size);
          case AFTER, BEFORE -> Long.parseLong(place.cursor());
        };
    List<TableRecord> found = records.list(actor, table.name(), query, offset, size, fields);
    return new Page(
        found,
        offset == 0 ? null : Long.toString(Math.max(0, offset - size)),
        offset + found.size() < total ? Long.toString(offset + size) : null,
        total);
  }
}
