package dev.processsync.flow.run;

import dev.processsync.outbound.ErrorFlow;
import dev.processsync.outbound.ErrorRun;
import dev.processsync.table.FieldValue;
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
    LocalDateTime since = LocalDateTime.ofInstant(run.failedSince(), ZoneOffset.UTC);
    Inputs inputs =
        Inputs.stored()
            .with("subflow", run.subflow())
            .with("business_key", run.remoteSystemName())
            .with("remote_system", run.remoteSystem())
            .with("remote_system_name", run.remoteSystemName())
            .with("error_message", run.errorMessage())
            .with("failed_since", since.format(FieldValue.DATE_TIME))
            .with("tries", run.tries())
            .with("waiting", run.waiting());
    runs.handOver("remote-system-error", run.remoteSystemName(), inputs.variables());
  }
}
