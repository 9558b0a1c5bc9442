package dev.processsync.designer.check.rule;

import dev.processsync.designer.check.DrawnFlow;
import dev.processsync.designer.check.DrawnStep;
import dev.processsync.designer.check.DrawnValue;
import dev.processsync.designer.check.PillUse;
import dev.processsync.designer.check.PillUses;
import dev.processsync.designer.check.Place;
import dev.processsync.designer.check.Problem;
import dev.processsync.designer.check.Rule;
import dev.processsync.flow.payload.MalformedPayload;
import dev.processsync.flow.payload.Payload;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** There is a sample payload to pick from, and it can be read. */
@Component
final class SampleRule implements Rule {

  private final PillUses pills;

  SampleRule(PillUses pills) {
    this.pills = pills;
  }

  @Override
  public Stream<Problem> problems(DrawnFlow flow) {
    Optional<PillUse> first =
        pills.of(flow).filter(use -> use.changedFields().findAny().isPresent()).findFirst();
    return flow.stepsThat("transformPayload").flatMap(step -> problem(step, first).stream());
  }

  private static Optional<Problem> problem(DrawnStep step, Optional<PillUse> first) {
    DrawnValue sample = step.input("sample_payload");
    Place place = step.place("sample_payload");
    if (!sample.isLiteral()) {
      return Optional.empty();
    }
    if (sample.isBlank()) {
      return first.map(
          use ->
              place.error(
                  "The sample payload is empty, but ${%s} of %s is to come from it: enter one that has this field."
                      .formatted(use.pill(), use.place().name())));
    }
    try {
      Payload.namesInSample(sample.text());
      return Optional.empty();
    } catch (MalformedPayload unreadable) {
      return Optional.of(place.error(String.valueOf(unreadable.getMessage())));
    }
  }
}
