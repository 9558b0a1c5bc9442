package dev.processsync.designer.check.rule;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.designer.check.DrawnFlow;
import dev.processsync.designer.check.Problem;
import dev.processsync.designer.check.Rule;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Outputs have values, and the subflow gives those by which its queue entry is judged. */
@Component
final class OutputRule implements Rule {

  @Override
  public Stream<Problem> problems(DrawnFlow flow) {
    Stream<Problem> empty =
        flow.steps().stream()
            .flatMap(
                step ->
                    step.outputs().entrySet().stream()
                        .filter(output -> output.getValue().isBlank())
                        .map(
                            output ->
                                step.place(output.getKey())
                                    .warning(
                                        "The output '%s' has no value: give it one, ${%s} for example, or take it out."
                                            .formatted(output.getKey(), output.getKey()))));
    return Stream.concat(empty, missing(flow));
  }

  private static Stream<Problem> missing(DrawnFlow flow) {
    if (flow.kind() == Kind.ERROR) {
      return Stream.empty();
    }
    Set<String> given =
        flow.steps().stream()
            .flatMap(step -> step.outputs().keySet().stream())
            .collect(Collectors.toSet());
    return Stream.of("status", "error_message")
        .filter(output -> !given.contains(output))
        .map(
            output ->
                flow.place()
                    .at(output)
                    .warning(
                        "No activity gives the subflow's output '%s': pass it on from the actions, as the templates do."
                            .formatted(output)));
  }
}
