package dev.processsync.conflict;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.change.FieldChange;
import dev.processsync.change.HybridTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A field that both sides changed before they heard of each other. Values are as this side stores
 * them.
 *
 * @param correlation sys_id
 * @param base what both had before; empty if that is not known
 * @param known when the other side had changed it to that; empty if it doesn't say
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
    Optional<HybridTime> known,
    String ours,
    String theirs,
    FieldChange ourChange,
    FieldChange theirChange,
    ConflictPolicy policy,
    Outcome outcome) {

  /**
   * Whether it is the same conflict as the one before, going on: the other side has changed again
   * what was withheld here.
   *
   * @param isThen whether that time is when what was withheld was changed there
   */
  boolean goesOn(
      String lastOurs, String lastTheirs, Outcome lastOutcome, Predicate<HybridTime> isThen) {
    return lastOutcome != Outcome.REMOTE
        && base.equals(lastTheirs)
        && known.map(isThen::test).orElseGet(() -> ours.equals(lastOurs));
  }

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
