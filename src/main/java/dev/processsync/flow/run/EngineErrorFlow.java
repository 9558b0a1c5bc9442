package dev.processsync.flow.run;

import dev.processsync.dictionary.FieldValue;
import dev.processsync.outbound.ErrorFlow;
import dev.processsync.outbound.ErrorRun;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Runs error subflows on the engine. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineErrorFlow implements ErrorFlow {

  private final SubflowRuns runs;

  EngineErrorFlow(SubflowRuns runs) {
    this.runs = runs;
  }

  @Override
  public void start(ErrorRun run) {
    runs.handOver(
        "remote-system-error", run.subflow(), run.remoteSystemName(), inputs(run, Inputs.stored()));
  }

  static Inputs inputs(ErrorRun run, Inputs inputs) {
    LocalDateTime since = LocalDateTime.ofInstant(run.failedSince(), ZoneOffset.UTC);
    return inputs
        .with("remote_system", run.remoteSystem())
        .with("remote_system_name", run.remoteSystemName())
        .with("error_message", run.errorMessage())
        .with("failed_since", since.format(FieldValue.DATE_TIME))
        .with("tries", run.tries())
        .with("waiting", run.waiting());
  }
}
