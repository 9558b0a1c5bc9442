package dev.processsync.storage;

import dev.processsync.problem.InvalidQuery;

/**
 * Which part of a list is wanted.
 *
 * @param cursor the place to go on from, as {@link RecordPage} gave it; empty for the list's ends
 * @param backwards whether what comes before is wanted: before the cursor, or before the end
 * @param size the most records, 1 to {@link #MAX_SIZE}
 */
public record PageRequest(String cursor, boolean backwards, int size) {

  /** The most records of a page. */
  public static final int MAX_SIZE = 10_000;

  public PageRequest {
    if (size < 1 || size > MAX_SIZE) {
      throw new InvalidQuery("page of " + size, "a page has 1 to %d records.".formatted(MAX_SIZE));
    }
  }

  public static PageRequest first(int size) {
    return new PageRequest("", false, size);
  }

  public static PageRequest last(int size) {
    return new PageRequest("", true, size);
  }

  public static PageRequest after(String cursor, int size) {
    return new PageRequest(cursor, false, size);
  }

  public static PageRequest before(String cursor, int size) {
    return new PageRequest(cursor, true, size);
  }
}
