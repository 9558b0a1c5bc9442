package dev.processsync.flow.run;

import dev.processsync.outbound.OutboundFlow;
import dev.processsync.outbound.OutboundRun;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Runs outbound subflows on the engine. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineOutboundFlow implements OutboundFlow {

  private final SubflowRuns runs;

  EngineOutboundFlow(SubflowRuns runs) {
    this.runs = runs;
  }

  @Override
  public void run(List<OutboundRun> flows) {
    runs.run(
        flows.stream()
            .map(
                run ->
                    new SubflowRuns.Run(
                        run.entry(),
                        run.subflow(),
                        run.businessKey(),
                        inputs(run, Inputs.fleeting()).variables()))
            .toList());
  }

  @Override
  public String handOver(OutboundRun run) {
    Inputs inputs =
        inputs(run, Inputs.stored())
            .with("subflow", run.subflow())
            .with("business_key", SubflowRuns.businessKey(run.businessKey()));
    return runs.handOver("process-event-outbound", run.businessKey(), inputs.variables());
  }

  static Inputs inputs(OutboundRun run, Inputs inputs) {
    return inputs
        .with("queue_entry", run.entry())
        .with("local_record", run.localRecord())
        .with("local_table", run.localTable())
        .with("remote_system", run.remoteSystem())
        .with("operation", run.operation().value())
        .with("capture_definition", run.captureDefinition())
        .with("process_event", run.processEvent())
        .with("payload", run.payload());
  }
}
