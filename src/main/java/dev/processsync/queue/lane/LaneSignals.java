package dev.processsync.queue.lane;

import dev.processsync.queue.entry.Queue;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells workers of this node at once that there is work, when the transaction that made it has
 * committed. Only a shortcut: what is missed (another node's work, a crash) is found by polling.
 */
@Component
public class LaneSignals {

  private final List<LaneListener> lanes = new CopyOnWriteArrayList<>();
  private final List<TransmitListener> transmitters = new CopyOnWriteArrayList<>();
  private final Set<Missed> missed = ConcurrentHashMap.newKeySet();

  /** Hears that a lane has work. */
  @FunctionalInterface
  interface LaneListener {
    void onWork(Queue queue, int lane);
  }

  /** Hears that there is a message for a remote system. */
  @FunctionalInterface
  public interface TransmitListener {
    void onMessage(String remoteSystem);
  }

  void listen(LaneListener listener) {
    lanes.add(listener);
  }

  public void listen(TransmitListener listener) {
    transmitters.add(listener);
  }

  public void afterCommit(Queue queue, int lane) {
    onCommit(() -> work(queue, lane));
  }

  private void work(Queue queue, int lane) {
    lanes.forEach(listener -> listener.onWork(queue, lane));
  }

  /** A worker wanted these lanes, and somebody has them. */
  void missed(Queue queue, Collection<Integer> lanes) {
    lanes.forEach(lane -> missed.add(new Missed(queue, lane)));
  }

  /** When the transaction is over, however it ends, whoever missed these lanes gets them. */
  public void afterCompletion(Queue queue, Collection<Integer> had) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            for (int lane : had) {
              if (missed.remove(new Missed(queue, lane))) {
                work(queue, lane);
              }
            }
          }
        });
  }

  private record Missed(Queue queue, int lane) {}

  public void afterCommit(String remoteSystem) {
    onCommit(() -> message(remoteSystem));
  }

  /** Something about the remote system has changed: messages that wait for it may go now. */
  public void message(String remoteSystem) {
    transmitters.forEach(listener -> listener.onMessage(remoteSystem));
  }

  private static void onCommit(Runnable signal) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      signal.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.run();
          }
        });
  }
}
