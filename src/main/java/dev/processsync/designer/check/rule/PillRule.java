package dev.processsync.designer.check.rule;

import dev.processsync.designer.check.ActionResults;
import dev.processsync.designer.check.DrawnFlow;
import dev.processsync.designer.check.Pill;
import dev.processsync.designer.check.PillUse;
import dev.processsync.designer.check.PillUses;
import dev.processsync.designer.check.Problem;
import dev.processsync.designer.check.Rule;
import dev.processsync.designer.check.Variables;
import dev.processsync.flow.DataProblem;
import dev.processsync.flow.Pills;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every pill names a variable that there can be, and picks something that it has. */
@Component
final class PillRule implements Rule {

  private final PillUses pills;
  private final ActionResults results;

  PillRule(PillUses pills, ActionResults results) {
    this.pills = pills;
    this.results = results;
  }

  @Override
  public Stream<Problem> problems(DrawnFlow flow) {
    boolean open = Variables.of(flow, results).isOpen();
    String kind = flow.kind().name().toLowerCase(Locale.ROOT);
    return pills
        .of(flow)
        .flatMap(
            use -> {
              if (use.isKnown()) {
                return refusal(use).map(use.place()::error).stream();
              }
              return Stream.of(
                  open ? use.place().warning(unset(use)) : use.place().error(unknown(use, kind)));
            });
  }

  private static String unset(PillUse use) {
    return "'%s' is set by no activity of this subflow: see that whoever it waits for sets it. %s"
        .formatted(use.pill().root(), CloseNames.suggest(use.pill().root(), use.known()));
  }

  private static String unknown(PillUse use, String kind) {
    return "'%s' in ${%s} is neither an input of %s subflows nor an output of an activity. %s"
        .formatted(
            use.pill().root(),
            use.pill(),
            kind,
            CloseNames.suggest(use.pill().root(), use.known()));
  }

  /** Why none of the values has what is picked; each action that sets the variable gives one. */
  private static Optional<String> refusal(PillUse use) {
    // Without a sample nothing can be picked, which is told at its step, once.
    if (use.changedFields().anyMatch(fields -> fields.sample().isEmpty())) {
      return Optional.empty();
    }
    List<Optional<String>> refusals =
        use.values().stream().map(value -> refusal(use.pill(), value)).toList();
    return refusals.stream().allMatch(Optional::isPresent)
        ? refusals.stream().flatMap(Optional::stream).findFirst()
        : Optional.empty();
  }

  private static Optional<String> refusal(Pill pill, Pills root) {
    @Nullable Object value = root;
    try {
      for (String name : pill.path()) {
        if (!(value instanceof Pills pills)) {
          return Optional.of(
              "${%s} picks '%s' from what is text already: leave it out.".formatted(pill, name));
        }
        value = pills.pill(name);
      }
      return Optional.empty();
    } catch (DataProblem refused) {
      return Optional.of(Objects.requireNonNullElse(refused.getMessage(), "There is no " + pill));
    }
  }
}
