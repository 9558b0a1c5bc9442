package dev.processsync.flow.run;

import dev.processsync.outbound.ErrorRun;
import dev.processsync.queue.lane.FlowRun;
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

  private static final String BUSINESS_KEY = "dry run";

  private final SubflowRuns runs;

  RehearsedFlows(SubflowRuns runs) {
    this.runs = runs;
  }

  /**
   * @param processEvent the event's name
   * @param whenGone what is to become of the local record; empty for an event after which the
   *     remote one is there
   */
  public List<String> ofEntry(
      String definition, FlowRun run, String processEvent, String whenGone) {
    return runs.rehearse(
        definition, new BoundFlow(definition, processEvent, BUSINESS_KEY, whenGone).start(run));
  }

  public List<String> ofError(String definition, ErrorRun run) {
    return runs.rehearse(
        definition,
        new SubflowRuns.Start(
            "",
            definition,
            run.remoteSystemName(),
            EngineErrorFlow.inputs(run, Inputs.fleeting())));
  }
}
