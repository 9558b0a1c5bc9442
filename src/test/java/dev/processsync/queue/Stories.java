package dev.processsync.queue;

import dev.processsync.queue.Crash.Moment;
import dev.processsync.queue.History.Flow;
import dev.processsync.queue.History.Misfortune;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What may happen to a queue, in any order; simpler things first, so that stories shrink well. */
final class Stories {

  private static final int LONGEST = 25;

  private Stories() {}

  static Arbitrary<List<Step>> any() {
    Arbitrary<Step> step =
        Arbitraries.frequencyOf(
            Tuple.of(4, disturbedTurns()), Tuple.of(10, Arbitraries.lazy(Stories::simple)));
    return step.list().ofMinSize(3).ofMaxSize(LONGEST);
  }

  private static Arbitrary<Step> simple() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, captures()),
        Tuple.of(3, turns()),
        Tuple.of(2, engine()),
        Tuple.of(3, sending()),
        Tuple.of(2, decisions()));
  }

  private static Arbitrary<Step> captures() {
    return Combinators.combine(
            small(),
            small(),
            Arbitraries.of(Flow.class),
            Arbitraries.frequency(
                Tuple.of(6, Misfortune.NONE),
                Tuple.of(1, Misfortune.FAILS),
                Tuple.of(1, Misfortune.CAN_NOT_BE),
                Tuple.of(1, Misfortune.WAITS)),
            rarely())
        .as(Step.Capture::new);
  }

  private static Arbitrary<Step> turns() {
    return Combinators.combine(small(), batches(), Arbitraries.of(Moment.class))
        .as((lane, batch, crash) -> new Step.Turn(lane, batch, crash, List.of(), List.of()));
  }

  private static Arbitrary<Step> disturbedTurns() {
    Arbitrary<List<Step>> others = simple().list().ofMaxSize(3);
    return Combinators.combine(small(), batches(), Arbitraries.of(Moment.class), others, others)
        .as(Step.Turn::new);
  }

  private static Arbitrary<Step> engine() {
    return Combinators.combine(small(), Arbitraries.of(Step.Deed.class), rarely())
        .as(Step.Engine::new);
  }

  private static Arbitrary<Step> sending() {
    Arbitrary<Integer> node = Arbitraries.integers().between(0, 1);
    return Arbitraries.frequencyOf(
        Tuple.of(3, Combinators.combine(node, small(), batches()).as(Step.Read::new)),
        Tuple.of(3, Combinators.combine(node, batches()).as(Step.Post::new)),
        Tuple.of(3, Combinators.combine(node, rarely()).as(Step.Settle::new)),
        Tuple.of(1, Arbitraries.create(Step.LeaseExpires::new)));
  }

  private static Arbitrary<Step> decisions() {
    return Arbitraries.oneOf(
        Combinators.combine(small(), Arbitraries.of(true, false)).as(Step.SetReady::new),
        small().map(Step.Skip::new),
        small().map(Step.Refuse::new));
  }

  private static Arbitrary<Integer> small() {
    return Arbitraries.integers().between(0, 5);
  }

  private static Arbitrary<Integer> batches() {
    return Arbitraries.integers().between(1, 4);
  }

  private static Arbitrary<Boolean> rarely() {
    return Arbitraries.frequency(Tuple.of(5, false), Tuple.of(1, true));
  }
}
