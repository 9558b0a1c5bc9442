package dev.processsync.record;

import dev.processsync.dictionary.Table;
import dev.processsync.transaction.UnitOfWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Numbers that a turn draws at once because it will probably create so many records. What is left
 * is not used again.
 */
final class NumbersAhead implements UnitOfWork.Part {

  private static final UnitOfWork.Key<NumbersAhead> KEY = new UnitOfWork.Key<>();

  private final int expected;
  private final Map<String, Deque<Long>> byTable = new HashMap<>();

  private NumbersAhead(int expected) {
    this.expected = expected;
  }

  /** The current transaction will probably create as many records. */
  static void expect(int records) {
    UnitOfWork.required().part(KEY, () -> new NumbersAhead(records));
  }

  /**
   * The next number of a table.
   *
   * @param draw draws as many as it is told
   */
  static long of(Table table, IntFunction<List<Long>> draw) {
    return UnitOfWork.find(KEY)
        .map(ahead -> ahead.next(table, draw))
        .orElseGet(() -> draw.apply(1).get(0));
  }

  private long next(Table table, IntFunction<List<Long>> draw) {
    Deque<Long> drawn = byTable.get(table.name());
    if (drawn == null) {
      drawn = new ArrayDeque<>(draw.apply(Math.max(1, expected)));
      byTable.put(table.name(), drawn);
    }
    return drawn.isEmpty() ? draw.apply(1).get(0) : drawn.removeFirst();
  }
}
