package dev.processsync.designer.check.rule;

import dev.processsync.designer.check.DrawnFlow;
import dev.processsync.designer.check.PillUse;
import dev.processsync.designer.check.PillUses;
import dev.processsync.designer.check.Problem;
import dev.processsync.designer.check.Rule;
import dev.processsync.handshake.OfferedFields;
import dev.processsync.handshake.OfferedFields.Offered;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is picked of the sample is also sent, as far as the other side has said what it sends. */
@Component
final class OfferRule implements Rule {

  private final PillUses pills;
  private final OfferedFields offered;

  OfferRule(PillUses pills, OfferedFields offered) {
    this.pills = pills;
    this.offered = offered;
  }

  @Override
  public Stream<Problem> problems(DrawnFlow flow) {
    List<Offered> flows = offered.to(flow.key());
    return pills
        .of(flow)
        .filter(OfferRule::isOfTheSample)
        .flatMap(use -> flows.stream().flatMap(each -> problem(use, each).stream()));
  }

  /** One that isn't can't come from anywhere, which is told as an error. */
  private static boolean isOfTheSample(PillUse use) {
    return use.changedFields().anyMatch(fields -> fields.sample().contains(field(use)));
  }

  private static String field(PillUse use) {
    return use.pill().path().get(0);
  }

  private static Optional<Problem> problem(PillUse use, Offered offered) {
    Optional<Set<String>> missed = offered.fields().filter(fields -> !fields.contains(field(use)));
    return missed.map(
        fields ->
            use.place()
                .warning(
                    "Remote system '%s' never sends '%s' with event '%s': it captures %s. Have it captured there, then validate and activate the remote system again."
                        .formatted(
                            offered.remoteSystem(),
                            field(use),
                            offered.processEvent(),
                            String.join(", ", fields))));
  }
}
