package dev.processsync.outbound;

import dev.processsync.database.CopyGuard;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.queue.OutboundQueue;
import dev.processsync.queue.TransmitTurns;
import dev.processsync.queue.entry.QueueEntry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits for a remote system, batch after batch. No transaction is open during a request:
 * one transaction notes what came of a batch and reads the next. If the node dies in between, the
 * batch is sent again and recognised as duplicates.
 */
@Component
class Transmission {

  private static final Logger log = LoggerFactory.getLogger(Transmission.class);

  private final SyncDefinitions definitions;
  private final OutboundQueue queue;
  private final TransmitTurns turns;
  private final Delivery delivery;
  private final Trouble trouble;
  private final OutboundState state;
  private final OutboundProperties properties;
  private final CopyGuard guard;
  private final TransactionTemplate transaction;

  Transmission(
      SyncDefinitions definitions,
      OutboundQueue queue,
      TransmitTurns turns,
      Delivery delivery,
      Trouble trouble,
      OutboundState state,
      OutboundProperties properties,
      CopyGuard guard,
      PlatformTransactionManager transactions) {
    this.definitions = definitions;
    this.queue = queue;
    this.turns = turns;
    this.delivery = delivery;
    this.trouble = trouble;
    this.state = state;
    this.properties = properties;
    this.guard = guard;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Sends until nothing is left that may be sent, or the remote system is in trouble. */
  void drain(String remoteSystem) {
    Sending last = Sending.nothing();
    int most = properties.batchSize();
    while (true) {
      RemoteSystem system = speakingTo(remoteSystem, last);
      int limit = system == null ? 0 : limit(system, most);
      List<QueueEntry> batch = settleAndRead(remoteSystem, last, limit);
      Sending.Trouble bad = last.trouble();
      if (bad != null) {
        tell(remoteSystem, bad);
        return;
      }
      if (last.isAnswered()) {
        state.works(remoteSystem);
      }
      if (system == null || batch.isEmpty()) {
        return;
      }
      List<QueueEntry> request = WireMessages.fitting(batch);
      last = delivery.post(system, request);
      most = last.asWhole() ? Math.max(1, request.size() / 2) : grown(most);
    }
  }

  private void tell(String remoteSystem, Sending.Trouble bad) {
    if (bad.onlyBusy()) {
      state.busy(remoteSystem, bad.reason(), bad.retryAfter());
    } else {
      state.trouble(remoteSystem, bad.reason(), bad.retryAfter());
    }
  }

  /** The remote system if it may be sent to now. */
  private @Nullable RemoteSystem speakingTo(String id, Sending last) {
    return last.trouble() != null || guard.objection().isPresent() || !trouble.mayTry(id)
        ? null
        : definitions
            .remoteSystem(id)
            .filter(system -> system.outboundState() != RemoteSystem.State.DISABLED)
            .orElse(null);
  }

  /**
   * Half of what was refused as a whole, because it is too much or one of several is to blame, is
   * sent next; from there on a little more each time.
   */
  private int grown(int most) {
    return Math.min(properties.batchSize(), most + Math.max(1, most / 4));
  }

  /** One while nobody knows whether the other side answers. */
  private static int limit(RemoteSystem system, int most) {
    return system.outboundState() == RemoteSystem.State.ERROR ? 1 : most;
  }

  /** Notes what came of the last request and reads what to send next; nothing if the limit is 0. */
  private List<QueueEntry> settleAndRead(String remoteSystem, Sending last, int limit) {
    if (limit == 0 && !last.isAnswered() && last.trouble() == null) {
      return List.of();
    }
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              settle(last);
              if (limit == 0) {
                turns.release(remoteSystem);
                return List.of();
              }
              if (!turns.take(remoteSystem)) {
                return List.of();
              }
              List<QueueEntry> next = queue.sendable(remoteSystem, limit);
              if (next.isEmpty()) {
                turns.release(remoteSystem);
              }
              return next;
            }));
  }

  private void settle(Sending sending) {
    queue.sent(sending.sent(), sending.startedMs());
    for (Sending.Refused refused : sending.refused()) {
      queue.refused(refused.entry(), refused.reason());
      log.warn("Outbound entry {} was refused: {}", refused.entry().sysId(), refused.reason());
    }
  }
}
