package dev.processsync.conflict;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.change.FieldChange;
import java.util.Locale;

/**
 * A field that both sides changed before they heard of each other. Values are as this side stores
 * them.
 *
 * @param correlation sys_id
 * @param base what both had before; empty if that is not known
 * @param ours what stood here
 * @param theirs what arrived
 */
public record FieldConflict(
    String remoteSystem,
    String correlation,
    String table,
    String record,
    String field,
    String base,
    String ours,
    String theirs,
    FieldChange ourChange,
    FieldChange theirChange,
    ConflictPolicy policy,
    Outcome outcome) {

  /** Which value counts. */
  public enum Outcome {
    LOCAL,
    REMOTE,
    /** Nobody has decided yet. */
    OPEN;

    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
