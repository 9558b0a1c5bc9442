package dev.processsync.query;

import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;

/**
 * Something that pages are ordered by. An empty value counts as less than any other.
 *
 * @param name the path of the field, for telling one order from another
 * @param column as it is compared
 * @param canBeEmpty whether a record may have no value there
 */
record SortKey(String name, Field<Object> column, boolean descending, boolean canBeEmpty) {

  /**
   * What every record has. Neither a collation nor a place for empty values is asked for, so that a
   * plain index is in this order.
   */
  private static final Set<String> ALWAYS_THERE = Set.of("sys_id", "sys_created_on");

  @SuppressWarnings("unchecked") // compared with nothing but what was read from it
  static SortKey of(Criteria.Sort sort, SqlScope scope) {
    Walk walk = sort.walk();
    boolean isThere = walk.hops().isEmpty() && ALWAYS_THERE.contains(walk.field().name());
    Field<?> column = isThere ? scope.column(walk) : scope.sortedBriefly(walk);
    boolean canBeEmpty = !isThere && walk.kind() != Walk.Kind.TRUTH;
    return new SortKey(walk.toString(), (Field<Object>) column, sort.descending(), canBeEmpty);
  }

  SortKey reversed() {
    return new SortKey(name, column, !descending, canBeEmpty);
  }

  Condition same(@Nullable Object value) {
    return value == null ? column.isNull() : column.eq(value);
  }

  /** What is neither empty nor up to the value, in this key's direction. */
  Condition beyond(@Nullable Object value) {
    if (value == null) {
      return column.isNotNull();
    }
    return descending ? column.lt(value) : column.gt(value);
  }

  /** Whether something that is not empty can come after the value. */
  boolean hasBeyond(@Nullable Object value) {
    return value != null || !descending;
  }

  /** Whether empty values come after the value. */
  boolean hasEmptyBeyond(@Nullable Object value) {
    return value != null && descending && canBeEmpty;
  }

  SortField<?> order() {
    if (!canBeEmpty) {
      return orderOfValues();
    }
    return descending ? column.desc().nullsLast() : column.asc().nullsFirst();
  }

  /** The order where nothing is empty. */
  SortField<?> orderOfValues() {
    return descending ? column.desc() : column.asc();
  }
}
