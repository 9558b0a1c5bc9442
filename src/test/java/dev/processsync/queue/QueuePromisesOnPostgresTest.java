package dev.processsync.queue;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * As {@link QueuePromisesTest} and {@link InboundQueueTest}, on PostgreSQL: its locks and what it
 * shows others differ.
 */
class QueuePromisesOnPostgresTest {

  private static @Nullable ConfigurableApplicationContext queue;

  @BeforeContainer
  static void startOnPostgres() {
    queue = QueueSlice.onPostgres();
  }

  @AfterContainer
  static void stop() {
    if (queue != null) {
      queue.close();
    }
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void areKeptWhateverHappens(@ForAll("stories") List<Step> story) {
    QueuePromisesTest.tell(Objects.requireNonNull(queue), story);
  }

  @Provide
  Arbitrary<List<Step>> stories() {
    return Stories.any();
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void takesEachMessageOnceInTheOrderOfArrival(@ForAll("arrivals") List<Arrival> requests) {
    InboundQueueTest.takesEachOnceInOrder(Objects.requireNonNull(queue), requests);
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void takesEachMessageOnceThoughTwoNodesReceiveItInTheSameMoment(
      @ForAll("requests") Arrival one, @ForAll("requests") Arrival other) {
    InboundQueueTest.takesEachOnceAtTheSameTime(Objects.requireNonNull(queue), one, other);
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
