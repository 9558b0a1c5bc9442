package dev.processsync.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A query that is read on from any record in its order, without counting those before it. What
 * comes after a record is told in several selections, one after the other, each so plain that an
 * index answers it: after (a, b) come first those with the same a and a greater b, then those with
 * a greater a.
 */
public final class SqlKeyset {

  /** The most characters of a text by which records are ordered; what follows is of no matter. */
  public static final int MOST_TEXT = 100;

  private final String table;
  private final Table<Record> from;
  private final Condition where;
  private final List<SortKey> keys;

  /**
   * @param keys the last of them differs from record to record
   */
  SqlKeyset(String table, Table<Record> from, Condition where, List<SortKey> keys) {
    this.table = table;
    this.from = from;
    this.where = where;
    this.keys = List.copyOf(keys);
  }

  /** The same in the opposite order. */
  public SqlKeyset reversed() {
    return new SqlKeyset(table, from, where, keys.stream().map(SortKey::reversed).toList());
  }

  /** What to select of a record to know its place: text, number, truth or moment; null if empty. */
  public List<Field<Object>> place() {
    return keys.stream().map(SortKey::column).toList();
  }

  /** Tells what a place is a place in: the same for both directions. */
  public String order() {
    return table + " " + keys.stream().map(SortKey::name).collect(Collectors.joining(" "));
  }

  /** Everything. */
  public SqlSelection all() {
    return selection(where, keys.stream().map(SortKey::order).toList());
  }

  /**
   * What comes after a place; to be read one after the other.
   *
   * @param place as {@link #place} gave it for a record, whether the record is still there or not
   */
  public List<SqlSelection> after(List<@Nullable Object> place) {
    List<SqlSelection> selections = new ArrayList<>();
    for (int i = keys.size() - 1; i >= 0; i--) {
      SortKey key = keys.get(i);
      Object value = place.get(i);
      Condition same = where;
      for (int j = 0; j < i; j++) {
        same = same.and(keys.get(j).same(place.get(j)));
      }
      List<SortField<?>> further =
          new ArrayList<>(keys.stream().skip(i + 1).map(SortKey::order).toList());
      if (key.hasBeyond(value)) {
        List<SortField<?>> order = new ArrayList<>(further);
        order.add(0, key.orderOfValues());
        selections.add(selection(same.and(key.beyond(value)), order));
      }
      if (key.hasEmptyBeyond(value)) {
        selections.add(selection(same.and(key.same(null)), further));
      }
    }
    return selections;
  }

  private SqlSelection selection(Condition condition, List<SortField<?>> order) {
    return new SqlSelection(from, condition, order);
  }
}
