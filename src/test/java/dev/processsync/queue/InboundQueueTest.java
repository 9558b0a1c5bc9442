package dev.processsync.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Each message once, in the order in which it arrived, however often and where it is sent. */
class InboundQueueTest {

  private static @Nullable ConfigurableApplicationContext queue;

  @BeforeContainer
  static void startOnH2() {
    queue = QueueSlice.onH2();
  }

  @AfterContainer
  static void stop() {
    Objects.requireNonNull(queue).close();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void takesEachMessageOnceInTheOrderOfArrival(@ForAll("arrivals") List<Arrival> requests) {
    takesEachOnceInOrder(Objects.requireNonNull(queue), requests);
  }

  static void takesEachOnceInOrder(ConfigurableApplicationContext queue, List<Arrival> requests) {
    Arrivals arrivals = new Arrivals(queue);
    requests.forEach(arrivals::receive);
    assertThat(arrivals.stored()).isEqualTo(arrivals.committed());
    assertThat(messages(arrivals.stored())).doesNotHaveDuplicates();
    assertThat(messages(arrivals.stored())).containsAll(settled(requests));
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void takesEachMessageOnceThoughTwoNodesReceiveItInTheSameMoment(
      @ForAll("requests") Arrival one, @ForAll("requests") Arrival other) {
    takesEachOnceAtTheSameTime(Objects.requireNonNull(queue), one, other);
  }

  static void takesEachOnceAtTheSameTime(
      ConfigurableApplicationContext queue, Arrival one, Arrival other) {
    Arrivals arrivals = new Arrivals(queue);
    CompletableFuture<Void> elsewhere = CompletableFuture.runAsync(() -> arrivals.receive(one));
    arrivals.receive(other);
    elsewhere.join();
    Set<String> expected = settled(List.of(one, other));
    assertThat(messages(arrivals.stored())).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** What was committed at least once. */
  private static Set<String> settled(List<Arrival> requests) {
    Set<String> settled = new HashSet<>();
    for (Arrival request : requests) {
      if (!request.rolledBack()) {
        request.messageIds().forEach(id -> settled.add(request.remoteSystem() + "/" + id));
      }
      settled.addAll(settled(request.overtaking()));
    }
    return settled;
  }

  private static List<String> messages(List<String> stored) {
    return stored.stream().map(name -> name.replaceAll("/.*/", "/")).toList();
  }

  @Provide
  Arbitrary<List<Arrival>> arrivals() {
    return Requests.overtaken();
  }

  @Provide
  Arbitrary<Arrival> requests() {
    return Requests.one();
  }
}
