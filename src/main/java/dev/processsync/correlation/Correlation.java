package dev.processsync.correlation;

import org.jspecify.annotations.Nullable;

/**
 * One local record and its counterpart in one remote system.
 *
 * @param localCorrelationId this side's alias of the pair, an id of its own
 * @param remoteCorrelationId the other side's alias
 * @param ending why it ended; null if it did not, or if it was turned off before anybody asked
 */
public record Correlation(
    String sysId,
    String localCorrelationId,
    String remoteCorrelationId,
    String localTable,
    String localRecord,
    String remoteSystem,
    boolean active,
    @Nullable Ending ending) {

  public Correlation(
      String sysId,
      String localCorrelationId,
      String remoteCorrelationId,
      String localTable,
      String localRecord,
      String remoteSystem,
      boolean active) {
    this(
        sysId,
        localCorrelationId,
        remoteCorrelationId,
        localTable,
        localRecord,
        remoteSystem,
        active,
        null);
  }

  /** The same pair, turned on or off; what put the first end to it is kept. */
  public Correlation turned(boolean on, @Nullable Ending reason) {
    return with(on, on ? null : first(reason));
  }

  /** The same pair, of which it is known what is putting an end to it. */
  Correlation noted(Ending reason) {
    return with(active, first(reason));
  }

  private @Nullable Ending first(@Nullable Ending reason) {
    return ending != null ? ending : reason;
  }

  private Correlation with(boolean on, @Nullable Ending why) {
    return new Correlation(
        sysId,
        localCorrelationId,
        remoteCorrelationId,
        localTable,
        localRecord,
        remoteSystem,
        on,
        why);
  }

  /** Why nothing is sent or applied for an inactive one. */
  public String whyNothingPasses() {
    return "Correlation %s of %s record %s is inactive: it neither sends nor applies.%s"
        .formatted(
            localCorrelationId,
            localTable,
            localRecord,
            ending == null ? "" : " It ended because " + ending.inWords() + ".");
  }
}
