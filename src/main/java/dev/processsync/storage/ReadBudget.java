package dev.processsync.storage;

import dev.processsync.dictionary.TableRecord;

/** What the records that are read for one answer may come to. */
final class ReadBudget {

  private static final long HEAP = Runtime.getRuntime().maxMemory();

  /** A share of the memory that there is; never less than a page of ordinary records. */
  static final long MOST_CHARACTERS = Math.max(4_000_000, HEAP / 32);

  private long characters;

  /** Counts the record; false if it is one too many. */
  boolean allows(TableRecord record) {
    for (String value : record.values().values()) {
      characters += value.length();
    }
    return characters <= MOST_CHARACTERS;
  }
}
