package dev.processsync.flow.action.correlation;

import dev.processsync.correlation.Correlation;
import dev.processsync.flow.action.CorrelationDetail;
import dev.processsync.flow.action.Step;
import java.util.Optional;

/** What looking for a correlation came to. */
record LookUp(Optional<Correlation> correlation) {

  /**
   * Gives the result to the flow. A flow that ends with the error message did nothing.
   *
   * @param none what to say when there is no correlation
   */
  void into(Step step, String none) {
    if (correlation.isEmpty()) {
      step.put("correlation", null).put("status", "none").put("error_message", none);
      return;
    }
    Correlation found = correlation.get();
    step.found(new CorrelationDetail(found));
    if (!found.active()) {
      step.put("error_message", found.whyNothingPasses());
    }
  }
}
