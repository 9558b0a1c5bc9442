package dev.processsync.flow.run;

import dev.processsync.inbound.InboundFlow;
import dev.processsync.inbound.InboundRun;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Runs inbound subflows on the engine. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineInboundFlow implements InboundFlow {

  private final SubflowRuns runs;

  EngineInboundFlow(SubflowRuns runs) {
    this.runs = runs;
  }

  @Override
  public void run(List<InboundRun> flows) {
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
  public String handOver(InboundRun run) {
    Inputs inputs =
        inputs(run, Inputs.stored())
            .with("subflow", run.subflow())
            .with("business_key", SubflowRuns.businessKey(run.businessKey()));
    return runs.handOver("process-event-inbound", run.businessKey(), inputs.variables());
  }

  static Inputs inputs(InboundRun run, Inputs inputs) {
    return inputs
        .with("queue_entry", run.entry())
        .with("remote_system", run.remoteSystem())
        .with("remote_correlation_id", run.remoteCorrelationId())
        .with("local_correlation_id", run.localCorrelationId())
        .with("process_event", run.processEvent())
        .with("operation", run.operation().value())
        .with("payload", run.payload())
        .with("origin_instance", run.origin().instance())
        .with("hops", run.origin().hops());
  }
}
