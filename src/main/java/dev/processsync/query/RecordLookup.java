package dev.processsync.query;

import dev.processsync.dictionary.TableRecord;
import java.util.Optional;

/** Finds the records that a dot-walk leads to; empty for one that does not exist. */
@FunctionalInterface
public interface RecordLookup {

  Optional<TableRecord> find(String table, String sysId);
}
