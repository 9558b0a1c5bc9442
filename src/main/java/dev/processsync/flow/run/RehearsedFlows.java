package dev.processsync.flow.run;

import dev.processsync.inbound.InboundRun;
import dev.processsync.outbound.ErrorRun;
import dev.processsync.outbound.OutboundRun;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs flows with the inputs that they get in earnest, on a definition that the caller names, in
 * the caller's transaction, which must be undone. Each method answers the activities that the flow
 * waits at, none if it has ended, and throws {@link FlowFailed} where it fails.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RehearsedFlows {

  private final SubflowRuns runs;

  RehearsedFlows(SubflowRuns runs) {
    this.runs = runs;
  }

  public List<String> outbound(String definition, OutboundRun run) {
    return rehearse(
        definition,
        run.entry(),
        run.businessKey(),
        EngineOutboundFlow.inputs(run, Inputs.fleeting()));
  }

  public List<String> inbound(String definition, InboundRun run) {
    return rehearse(
        definition,
        run.entry(),
        run.businessKey(),
        EngineInboundFlow.inputs(run, Inputs.fleeting()));
  }

  public List<String> error(String definition, ErrorRun run) {
    return rehearse(
        definition, "", run.remoteSystemName(), EngineErrorFlow.inputs(run, Inputs.fleeting()));
  }

  private List<String> rehearse(
      String definition, String entry, String businessKey, Inputs inputs) {
    return runs.rehearse(
        definition, new SubflowRuns.Run(entry, definition, businessKey, inputs.variables()));
  }
}
