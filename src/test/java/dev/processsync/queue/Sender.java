package dev.processsync.queue;

import dev.processsync.queue.entry.QueueEntry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What a node's transmitter does, in the steps between which it may lose its turn or die. */
final class Sender {

  private final Cluster cluster;
  private final OutboundQueue queue;
  private final TransactionTemplate transaction;
  private final TransmitTurns turns;
  private List<QueueEntry> inHand = List.of();
  private PretendedReceiver.@Nullable Answer answer;

  Sender(Cluster cluster, ApplicationContext context, TransmitTurns turns) {
    this.cluster = cluster;
    this.queue = context.getBean(OutboundQueue.class);
    this.transaction = context.getBean(TransactionTemplate.class);
    this.turns = turns;
  }

  /**
   * Takes the turn and a batch. A batch that it had in hand is as good as lost: sent or not,
   * nothing of it was noted.
   */
  boolean read(String remoteSystem, int limit) {
    answer = null;
    inHand =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  if (!turns.take(remoteSystem)) {
                    return List.of();
                  }
                  List<QueueEntry> next = queue.sendable(remoteSystem, limit);
                  cluster.promises().maySend(next, cluster.stored());
                  if (next.isEmpty()) {
                    turns.release(remoteSystem);
                  }
                  return next;
                }));
    return !inHand.isEmpty();
  }

  void post(int atMost) {
    answer = cluster.receiver().post(inHand, atMost);
  }

  void settle(boolean rolledBack) {
    PretendedReceiver.Answer received = answer;
    if (received == null) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          queue.sent(received.taken().stream().map(entry -> new Sent(entry, null)).toList(), 0);
          received.refused().forEach(entry -> queue.refused(entry, "The receiver refused it."));
          if (rolledBack) {
            status.setRollbackOnly();
          }
        });
    answer = null;
  }
}
