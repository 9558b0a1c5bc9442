package dev.processsync.queue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What senders send: few messages, again and again, in the order of their ids. */
final class Requests {

  private Requests() {}

  static Arbitrary<Arrival> one() {
    return overtakenBy(Arbitraries.just(List.of()));
  }

  /** One after the other; some are overtaken by others on their way. */
  static Arbitrary<List<Arrival>> overtaken() {
    return overtakenBy(one().list().ofMaxSize(2)).list().ofMaxSize(12);
  }

  private static Arbitrary<Arrival> overtakenBy(Arbitrary<List<Arrival>> others) {
    Arbitrary<Integer> ids = Arbitraries.integers().between(1, 9);
    return Combinators.combine(
            Arbitraries.of("remote 0", "remote 1"),
            ids.list().ofMaxSize(6).map(Requests::messagesInOrder),
            Arbitraries.frequency(Tuple.of(5, false), Tuple.of(1, true)),
            others)
        .as(Arrival::new);
  }

  private static List<Arrival.Message> messagesInOrder(List<Integer> ids) {
    List<Integer> inOrder = new ArrayList<>(ids);
    inOrder.sort(null);
    return inOrder.stream().map(id -> new Arrival.Message(id, id % 3)).toList();
  }
}
