package dev.processsync.queue.lane;

import dev.processsync.queue.entry.Queue;
import java.util.List;
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
    onCommit(() -> lanes.forEach(listener -> listener.onWork(queue, lane)));
  }

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
