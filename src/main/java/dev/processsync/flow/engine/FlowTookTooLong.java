package dev.processsync.flow.engine;

import java.time.Duration;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/** A flow ran longer than it may; the next try may find whatever was slow well again. */
public final class FlowTookTooLong extends RuntimeException {

  private static final long serialVersionUID = 1;

  FlowTookTooLong(Duration limit, ActivityImpl stoppedAt) {
    super(
        "The flow ran longer than %d s (process_sync.flow.time_limit) and was stopped at %s"
            .formatted(limit.toSeconds(), ActivityTitle.of(stoppedAt)));
  }
}
