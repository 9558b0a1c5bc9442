package dev.processsync.testing;

import dev.processsync.correlation.Correlation;
import dev.processsync.correlation.Ending;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** What a correlation should be after the flow; {@link #actual()} is the correlation. */
public final class CorrelationAssert extends AbstractAssert<CorrelationAssert, Correlation> {

  private CorrelationAssert(Correlation correlation) {
    super(correlation, CorrelationAssert.class);
  }

  static CorrelationAssert only(List<Correlation> correlations) {
    if (correlations.size() != 1) {
      throw new AssertionError(
          "There should be one correlation, but there is "
              + (correlations.isEmpty() ? "none" : correlations));
    }
    return new CorrelationAssert(correlations.get(0));
  }

  static void requireNone(List<Correlation> correlations) {
    if (!correlations.isEmpty()) {
      throw new AssertionError("There should be no correlation, but there is " + correlations);
    }
  }

  /** Events pass both ways. */
  public CorrelationAssert isActive() {
    if (!actual.active()) {
      throw failure("The correlation should be active, but it is inactive: %s", actual);
    }
    return this;
  }

  /** Events are neither sent nor applied. */
  public CorrelationAssert isInactive() {
    if (actual.active()) {
      throw failure("The correlation should be inactive, but it is active: %s", actual);
    }
    return this;
  }

  /** It has ended, for this reason. */
  public CorrelationAssert hasEnded(Ending.Why why) {
    isInactive();
    Ending ending = actual.ending();
    if (ending == null || ending.why() != why) {
      throw failure("The correlation should have ended as %s, but it is %s", why, actual);
    }
    return this;
  }

  /**
   * @param local the id by which this instance knows the pair of records
   * @param remote the id by which the other instance knows it
   */
  public CorrelationAssert hasIds(String local, String remote) {
    if (!actual.localCorrelationId().equals(local)
        || !actual.remoteCorrelationId().equals(remote)) {
      throw failure(
          "The correlation should have the local id '%s' and the remote one '%s', but it is %s",
          local, remote, actual);
    }
    return this;
  }

  /** It is the correlation of this record. */
  public CorrelationAssert isOf(String table, String sysId) {
    if (!actual.localTable().equals(table) || !actual.localRecord().equals(sysId)) {
      throw failure("The correlation should be of %s %s, but it is %s", table, sysId, actual);
    }
    return this;
  }
}
