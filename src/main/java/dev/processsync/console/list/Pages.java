package dev.processsync.console.list;

import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import dev.processsync.storage.PageRequest;
import dev.processsync.storage.RecordPage;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Records page by page: however many there are, a page costs the same. */
@Component
class Pages {

  /** Nobody reads further, and counting a million takes its time. */
  static final int MOST_COUNTED = 10_000;

  private final Records records;

  Pages(Records records) {
    this.records = records;
  }

  /**
   * @param before the cursor of the page before, empty if this is the first
   * @param after the cursor of the next page, empty if this is the last
   * @param total how many there are in all; more than {@link #MOST_COUNTED} if there are more
   */
  record Page(List<TableRecord> records, String before, String after, long total) {

    boolean isCounted() {
      return total <= MOST_COUNTED;
    }
  }

  Page of(Actor actor, Table table, Query query, Place place, int size, Set<String> fields) {
    RecordPage found = records.page(actor, table.name(), query, request(place, size), fields);
    long total = records.countUpTo(actor, table.name(), query, MOST_COUNTED + 1L);
    return new Page(found.records(), found.previous(), found.next(), total);
  }

  private static PageRequest request(Place place, int size) {
    return switch (place.kind()) {
      case FIRST -> PageRequest.first(size);
      case LAST -> PageRequest.last(size);
      case AFTER -> PageRequest.after(place.cursor(), size);
      case BEFORE -> PageRequest.before(place.cursor(), size);
    };
  }
}
