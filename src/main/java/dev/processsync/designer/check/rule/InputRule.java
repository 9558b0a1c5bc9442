package dev.processsync.designer.check.rule;

import dev.processsync.designer.check.ActionResults;
import dev.processsync.designer.check.DrawnFlow;
import dev.processsync.designer.check.DrawnStep;
import dev.processsync.designer.check.DrawnValue;
import dev.processsync.designer.check.ElementTemplates;
import dev.processsync.designer.check.ElementTemplates.Input;
import dev.processsync.designer.check.ElementTemplates.Template;
import dev.processsync.designer.check.Place;
import dev.processsync.designer.check.Problem;
import dev.processsync.designer.check.Rule;
import dev.processsync.designer.check.Variables;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Actions get what their element templates ask for. */
@Component
final class InputRule implements Rule {

  private final ElementTemplates templates;
  private final ActionResults results;

  InputRule(ElementTemplates templates, ActionResults results) {
    this.templates = templates;
    this.results = results;
  }

  @Override
  public Stream<Problem> problems(DrawnFlow flow) {
    Variables variables = Variables.of(flow, results);
    return flow.steps().stream()
        .flatMap(step -> templates.of(step.action()).stream().flatMap(t -> of(step, t, variables)));
  }

  private static Stream<Problem> of(DrawnStep step, Template template, Variables variables) {
    return template.inputs().stream()
        .flatMap(input -> problem(step, template, input, variables).stream());
  }

  private static Optional<Problem> problem(
      DrawnStep step, Template template, Input input, Variables variables) {
    Place place = step.place(input.name());
    DrawnValue given = step.input(input.name());
    if (given.isBlank()) {
      // An input that the step leaves out is the flow's variable of this name.
      boolean inherited = !step.inputs().containsKey(input.name()) && variables.has(input.name());
      return input.required() && !inherited
          ? Optional.of(
              place.error(
                  "%s needs its input '%s' (%s): give it a value%s."
                      .formatted(
                          template.name(), input.name(), input.label(), choices(input, ", "))))
          : Optional.empty();
    }
    return !input.choices().isEmpty()
            && given.isLiteral()
            && !input.choices().contains(given.text())
        ? Optional.of(
            place.error(
                "'%s' is no value of the input '%s' (%s)%s."
                    .formatted(
                        given.text(), input.name(), input.label(), choices(input, ": use "))))
        : Optional.empty();
  }

  private static String choices(Input input, String lead) {
    return input.choices().isEmpty() ? "" : lead + String.join(" or ", input.choices());
  }
}
