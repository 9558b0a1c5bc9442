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

/** Nothing lost, nothing doubled, in order, and nobody waits for another: whatever happens. */
class QueuePromisesTest {

  private static @Nullable ConfigurableApplicationContext queue;

  @BeforeContainer
  static void startOnH2() {
    queue = QueueSlice.onH2();
  }

  @AfterContainer
  static void stop() {
    Objects.requireNonNull(queue).close();
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void areKeptWhateverHappens(@ForAll("stories") List<Step> story) {
    tell(Objects.requireNonNull(queue), story);
  }

  static void tell(ConfigurableApplicationContext queue, List<Step> story) {
    Cluster cluster = new Cluster(queue);
    cluster.happen(story);
    Drained drained = new Drained(cluster, queue);
    drained.asFarAsItGoes();
    drained.whenAllIsMended();
  }

  @Provide
  Arbitrary<List<Step>> stories() {
    return Stories.any();
  }
}
