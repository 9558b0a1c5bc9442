package dev.processsync.queue;

import dev.processsync.queue.Crash.Moment;
import dev.processsync.queue.History.Flow;
import dev.processsync.queue.History.Misfortune;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What may happen to a queue, in any order; simpler things first, so that stories shrink well. */
final class Stories {

  private static final int LONGEST = 22;

  private Stories() {}

  static Arbitrary<List<Step>> any() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, disturbedTurns().map(List::of)),
            Tuple.of(1, requests()),
            Tuple.of(8, simple().map(List::of)))
        .list()
        .ofMinSize(3)
        .ofMaxSize(LONGEST)
        .map(scenes -> scenes.stream().flatMap(List::stream).toList());
  }

  private static Arbitrary<Step> simple() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, captures()),
        Tuple.of(3, lanes().flatMap(Stories::turns)),
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

  private static Arbitrary<Step> turns(int lane) {
    return Combinators.combine(batches(), Arbitraries.of(Moment.class))
        .as((batch, crash) -> new Step.Turn(lane, batch, crash, List.of(), List.of()));
  }

  /** Others prefer the same lane, where they could do harm. */
  private static Arbitrary<Step> disturbedTurns() {
    return lanes()
        .flatMap(
            lane -> {
              Arbitrary<List<Step>> others =
                  Arbitraries.frequencyOf(
                          Tuple.of(2, turns(lane)), Tuple.of(2, decisions()), Tuple.of(2, simple()))
                      .list()
                      .ofMaxSize(3);
              return Combinators.combine(batches(), Arbitraries.of(Moment.class), others, others)
                  .as(
                      (batch, crash, meanwhile, beforeSettling) ->
                          new Step.Turn(lane, batch, crash, meanwhile, beforeSettling));
            });
  }

  /** A whole request of a node, with what others do on its way. */
  private static Arbitrary<List<Step>> requests() {
    Arbitrary<List<Step>> others = decisions().list().ofMaxSize(2);
    return Combinators.combine(nodes(), small(), batches(), others, others, rarely())
        .as(
            (node, remote, limit, before, after, rolledBack) ->
                Stream.of(
                        Stream.of(new Step.Read(node, remote, limit)),
                        before.stream(),
                        Stream.of(new Step.Post(node, limit)),
                        after.stream(),
                        Stream.of(new Step.Settle(node, rolledBack)))
                    .<Step>flatMap(steps -> steps)
                    .toList());
  }

  private static Arbitrary<Step> engine() {
    return Combinators.combine(small(), Arbitraries.of(Step.Deed.class), rarely())
        .as(Step.Engine::new);
  }

  private static Arbitrary<Step> sending() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Combinators.combine(nodes(), small(), batches()).as(Step.Read::new)),
        Tuple.of(3, Combinators.combine(nodes(), batches()).as(Step.Post::new)),
        Tuple.of(3, Combinators.combine(nodes(), rarely()).as(Step.Settle::new)),
        Tuple.of(1, Arbitraries.create(Step.LeaseExpires::new)));
  }

  private static Arbitrary<Step> decisions() {
    return Arbitraries.oneOf(
        Combinators.combine(small(), Arbitraries.of(true, false)).as(Step.SetReady::new),
        small().map(Step.Skip::new),
        small().map(Step.Refuse::new));
  }

  /** The first more often than others, so that things happen to the same. */
  private static Arbitrary<Integer> small() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just(0)), Tuple.of(1, Arbitraries.integers().between(0, 5)));
  }

  private static Arbitrary<Integer> lanes() {
    return Arbitraries.frequencyOf(Tuple.of(2, small()), Tuple.of(1, Arbitraries.just(Step.ALL)));
  }

  private static Arbitrary<Integer> nodes() {
    return Arbitraries.integers().between(0, 1);
  }

  private static Arbitrary<Integer> batches() {
    return Arbitraries.integers().between(1, 4);
  }

  private static Arbitrary<Boolean> rarely() {
    return Arbitraries.frequency(Tuple.of(5, false), Tuple.of(1, true));
  }
}
