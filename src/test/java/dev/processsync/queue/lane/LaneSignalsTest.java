package dev.processsync.queue.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.queue.entry.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/** Who missed a lane that somebody else had is told when it is free. */
class LaneSignalsTest {

  private final LaneSignals signals = new LaneSignals();
  private final List<String> heard = new ArrayList<>();

  @Test
  void aWorkerThatMissedALaneHearsWhenTheTransactionThatHadItIsOver() {
    signals.listen((queue, lane) -> heard.add(queue + " " + lane));

    inATransactionThatHas(
        Set.of(3, 4),
        () -> {
          signals.missed(Queue.INBOUND, Set.of(4, 5));
          assertThat(heard).isEmpty();
        });

    assertThat(heard).containsExactly("INBOUND 4");
  }

  @Test
  void whoWasToldOnceIsNotToldAgain() {
    signals.listen((queue, lane) -> heard.add(queue + " " + lane));
    inATransactionThatHas(Set.of(4), () -> signals.missed(Queue.INBOUND, Set.of(4)));

    inATransactionThatHas(Set.of(4), () -> {});

    assertThat(heard).containsExactly("INBOUND 4");
  }

  private void inATransactionThatHas(Set<Integer> lanes, Runnable work) {
    TransactionSynchronizationManager.initSynchronization();
    try {
      signals.afterCompletion(Queue.INBOUND, lanes);
      work.run();
      TransactionSynchronizationUtils.triggerAfterCompletion(
          TransactionSynchronization.STATUS_ROLLED_BACK);
    } finally {
      TransactionSynchronizationManager.clear();
    }
  }
}
