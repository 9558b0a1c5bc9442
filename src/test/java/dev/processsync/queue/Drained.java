package dev.processsync.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.queue.Crash.Moment;
import dev.processsync.queue.PretendedEngine.Instance;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.lane.Lanes;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** The end of a story: whatever has happened, what can go on goes on, and what is mended too. */
final class Drained {

  private static final int PLENTY = 100;

  private final Cluster cluster;
  private final Lanes lanes;

  Drained(Cluster cluster, ApplicationContext context) {
    this.cluster = cluster;
    this.lanes = context.getBean(Lanes.class);
  }

  /** Nobody disturbs any more, and polling goes on until it finds nothing. */
  void asFarAsItGoes() {
    List<StoredEntry> before;
    List<StoredEntry> after = cluster.stored();
    do {
      before = after;
      lanes
          .waiting(Queue.OUTBOUND)
          .forEach(lane -> cluster.turn(Set.of(lane), 3, Moment.NEVER, List.of(), List.of()));
      cluster.leaseExpires();
      send(0);
      send(1);
      after = cluster.stored();
    } while (!before.equals(after));
    cluster.promises().areKept(after);
    cluster.promises().nothingWaitsThatCouldGoOn(after);
  }

  /** Whatever was wrong is mended: everything ends. */
  void whenAllIsMended() {
    cluster.history().healAll();
    cluster.receiver().takeEverything();
    int round = 0;
    while (cluster.stored().stream().anyMatch(row -> !row.isEnded())) {
      assertThat(round++).as("rounds until everything ends").isLessThan(PLENTY);
      cluster.setReady(0, true);
      if (cluster.engine().instances().stream().anyMatch(instance -> !instance.gaveUp())) {
        cluster.engineDoes(0, Step.Deed.COMPLETES, false);
      }
      asFarAsItGoes();
    }
    assertThat(cluster.engine().instances()).extracting(Instance::id).isEmpty();
  }

  private void send(int remote) {
    Sender sender = cluster.sender(0);
    while (sender.read(cluster.remote(remote), 3)) {
      sender.post(PLENTY);
      sender.settle(false);
    }
  }
}
