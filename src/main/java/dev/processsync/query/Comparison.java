package dev.processsync.query;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Criteria that look at a value. None but {@link Empty} and {@link Same} holds for an empty one.
 */
final class Comparison {

  private static final char ESCAPE = '!';

  private Comparison() {}

  record Empty(Walk walk) implements Criterion {
    @Override
    public Condition sql(SqlScope scope) {
      return scope.column(walk).isNull();
    }

    @Override
    public boolean holds(Situation situation) {
      return situation.value(walk).isEmpty();
    }
  }

  /** A boolean that is true: empty is not. */
  record True(Walk walk) implements Criterion {
    @Override
    public Condition sql(SqlScope scope) {
      return DSL.condition(scope.<Boolean>column(walk));
    }

    @Override
    public boolean holds(Situation situation) {
      return Boolean.parseBoolean(situation.value(walk));
    }
  }

  /** Equals one of the keys; blanks around a name are no part of it. */
  record OneOf(Walk walk, List<? extends Comparable<?>> keys) implements Criterion {
    @Override
    @SuppressWarnings("unchecked") // keys are of the column's type, as Walk.key makes them
    public Condition sql(SqlScope scope) {
      Field<Object> column =
          (Field<Object>) (walk.ignoresCase() ? DSL.trim(scope.text(walk)) : scope.key(walk));
      return keys.size() == 1 ? column.eq(keys.get(0)) : column.in(keys);
    }

    @Override
    public boolean holds(Situation situation) {
      String value = situation.value(walk);
      return !value.isEmpty() && keys.contains(walk.name(value));
    }
  }

  /** One end of a range of keys. */
  record End(Comparable<?> key, boolean included) {}

  /** Lies between two ends; null for none. */
  record Within(Walk walk, @Nullable End from, @Nullable End to) implements Criterion {
    @Override
    @SuppressWarnings("unchecked") // as above
    public Condition sql(SqlScope scope) {
      Field<Object> column = (Field<Object>) scope.sorted(walk);
      Condition within = DSL.noCondition();
      if (from != null) {
        within = within.and(from.included ? column.ge(from.key) : column.gt(from.key));
      }
      if (to != null) {
        within = within.and(to.included ? column.le(to.key) : column.lt(to.key));
      }
      return within;
    }

    @Override
    public boolean holds(Situation situation) {
      String value = situation.value(walk);
      if (value.isEmpty()) {
        return false;
      }
      Comparable<?> key = walk.key(value);
      return (from == null || compare(key, from.key) >= (from.included ? 0 : 1))
          && (to == null || compare(key, to.key) <= (to.included ? 0 : -1));
    }

    @SuppressWarnings("unchecked") // both are keys of one walk
    private static int compare(Comparable<?> one, Comparable<?> other) {
      return Integer.signum(((Comparable<Object>) one).compareTo(other));
    }
  }

  /** Contains a text, which is folded as the walk folds. */
  record Contains(Walk walk, String part, boolean atStart, boolean atEnd) implements Criterion {
    @Override
    public Condition sql(SqlScope scope) {
      String pattern = (atStart ? "" : "%") + DSL.escape(part, ESCAPE) + (atEnd ? "" : "%");
      return scope.text(walk).like(pattern, ESCAPE);
    }

    @Override
    public boolean holds(Situation situation) {
      String value = situation.value(walk);
      if (value.isEmpty()) {
        return false;
      }
      String text = walk.ignoresCase() ? Walk.fold(value) : value;
      return atStart ? text.startsWith(part) : atEnd ? text.endsWith(part) : text.contains(part);
    }
  }

  /** Two fields have the same value; two empty ones do. */
  record Same(Walk one, Walk other) implements Criterion {
    @Override
    @SuppressWarnings("unchecked") // Criteria lets only fields of one kind meet
    public Condition sql(SqlScope scope) {
      Field<Object> left = (Field<Object>) key(scope, one);
      return left.isNotDistinctFrom((Field<Object>) key(scope, other));
    }

    @Override
    public boolean holds(Situation situation) {
      return key(one, situation.value(one)).equals(key(other, situation.value(other)));
    }

    private boolean ignoresCase() {
      return one.ignoresCase() || other.ignoresCase();
    }

    private Field<?> key(SqlScope scope, Walk walk) {
      return ignoresCase() ? DSL.lower(scope.<String>column(walk)) : scope.key(walk);
    }

    private Comparable<?> key(Walk walk, String value) {
      return switch (walk.kind()) {
        case TRUTH -> Boolean.valueOf(value);
        case TEXT -> ignoresCase() ? Walk.fold(value) : value;
        case NUMBER, MOMENT -> value;
      };
    }
  }
}
