package dev.processsync.storage;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.SqlKeyset;
import dev.processsync.query.SqlSelection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists in parts: each is found from the place where another ended, never by counting what comes
 * before it.
 */
public final class RecordPages {

  /**
   * Large, because an order that no index has is made anew for each part; small enough to be kept.
   */
  private static final int PART = 5_000;

  /** Of records with long texts. */
  private static final int FEW = 20;

  private final RecordStorage storage;

  public RecordPages(RecordStorage storage) {
    this.storage = storage;
  }

  public RecordPage page(
      Table table, Collection<Field> fields, SqlKeyset keyset, PageRequest request) {
    SqlKeyset direction = request.backwards() ? keyset.reversed() : keyset;
    int size = most(fields, request.size());
    boolean fromAnEnd = request.cursor().isEmpty();
    List<PlacedRecord> found =
        read(table, fields, direction, place(keyset, request.cursor()), size + 1);
    if (found.isEmpty()) {
      // What was there is gone: the list ends before it.
      return fromAnEnd
          ? RecordPage.EMPTY
          : page(table, fields, keyset, new PageRequest("", !request.backwards(), request.size()));
    }
    boolean goesOn = found.size() > size;
    List<PlacedRecord> shown = new ArrayList<>(found.subList(0, Math.min(found.size(), size)));
    if (request.backwards()) {
      Collections.reverse(shown);
    }
    boolean hasNext = request.backwards() ? !fromAnEnd : goesOn;
    boolean hasPrevious = request.backwards() ? goesOn : !fromAnEnd;
    return new RecordPage(
        shown.stream().map(PlacedRecord::record).toList(),
        hasNext ? cursor(keyset, shown.get(shown.size() - 1)) : "",
        hasPrevious ? cursor(keyset, shown.get(0)) : "");
  }

  public void each(
      Table table,
      Collection<Field> fields,
      SqlKeyset keyset,
      Consumer<List<TableRecord>> consumer) {
    List<@Nullable Object> place = List.of();
    List<PlacedRecord> found;
    int part = most(fields, PART);
    do {
      found = read(table, fields, keyset, place, part);
      if (!found.isEmpty()) {
        consumer.accept(found.stream().map(PlacedRecord::record).toList());
        place = found.get(found.size() - 1).place();
      }
    } while (found.size() == part);
  }

  /**
   * @param place empty for the beginning
   */
  private List<PlacedRecord> read(
      Table table,
      Collection<Field> fields,
      SqlKeyset keyset,
      List<@Nullable Object> place,
      int limit) {
    List<SqlSelection> selections = place.isEmpty() ? List.of(keyset.all()) : keyset.after(place);
    List<PlacedRecord> found = new ArrayList<>();
    for (SqlSelection selection : selections) {
      if (found.size() < limit) {
        found.addAll(storage.place(table, fields, keyset.place(), selection, limit - found.size()));
      }
    }
    return found;
  }

  /** With long texts so few that they fit into memory, whatever they are. */
  private static int most(Collection<Field> fields, int wanted) {
    return fields.stream().anyMatch(Field::isLong) ? Math.min(wanted, FEW) : wanted;
  }

  private static List<@Nullable Object> place(SqlKeyset keyset, String cursor) {
    return cursor.isEmpty()
        ? List.of()
        : Cursor.read(
            cursor, keyset.order(), keyset.place().stream().map(org.jooq.Field::getType).toList());
  }

  private static String cursor(SqlKeyset keyset, PlacedRecord record) {
    return Cursor.write(keyset.order(), record.place());
  }
}
