package dev.processsync.designer.check.rule;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.designer.check.DrawnFlow;
import dev.processsync.designer.check.DrawnStep;
import dev.processsync.designer.check.Problem;
import dev.processsync.designer.check.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Outbound subflows send what was captured, and no others do. */
@Component
final class SendingRule implements Rule {

  @Override
  public Stream<Problem> problems(DrawnFlow flow) {
    List<DrawnStep> sending = flow.stepsThat("sendCapturedPayload").toList();
    if (flow.kind() != Kind.OUTBOUND) {
      return sending.stream()
          .map(
              step ->
                  step.place()
                      .error(
                          "Only an outbound subflow has something to send: take this action out."));
    }
    return sending.isEmpty()
        ? Stream.of(
            flow.place()
                .warning("Nothing is sent: add the action Send Captured Payload to Remote System."))
        : Stream.empty();
  }
}
