package dev.processsync.conflict;

import java.time.LocalDateTime;
import java.util.List;

/** Keeps conflicts, each once, in the caller's transaction. */
public interface Conflicts {

  /** The table that they are kept in. */
  String TABLE = "ih_sync_conflict";

  /**
   * Keeps a conflict. If the other side has changed a value again that was withheld here, it is the
   * same conflict, going on.
   */
  void keep(FieldConflict conflict);

  /**
   * Deletes what was resolved at the latest then, in a transaction of its own.
   *
   * @return how many
   */
  int forgetResolved(LocalDateTime before, int limit);

  /** What a person has to decide about a record. */
  List<OpenConflict> open(String localRecord);

  /**
   * Both sides have the same value of a field now: what was open is settled.
   *
   * @param correlation its sys_id
   */
  void settle(String correlation, String field, FieldConflict.Outcome outcome);
}
