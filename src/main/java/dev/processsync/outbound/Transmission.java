package dev.processsync.outbound;

import dev.processsync.connection.ConnectionProblem;
import dev.processsync.connection.Connections;
import dev.processsync.connection.RemoteAnswer;
import dev.processsync.connection.RemoteClient;
import dev.processsync.outbound.WireMessages.Receipt;
import dev.processsync.queue.OutboundQueue;
import dev.processsync.queue.QueueEntry;
import dev.processsync.sync.RemoteSystem;
import dev.processsync.sync.SyncDefinitions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits for a remote system, batch after batch. The turn is a database lock held while
 * the request is under way, so that in a whole cluster one transmitter speaks to a remote system;
 * if it dies, the lock goes with it, and what it sent is sent again and recognised as a duplicate.
 */
@Component
class Transmission {

  private static final Logger log = LoggerFactory.getLogger(Transmission.class);

  private final SyncDefinitions definitions;
  private final OutboundQueue queue;
  private final Connections connections;
  private final RemoteClient client;
  private final WireMessages messages;
  private final Trouble trouble;
  private final OutboundState state;
  private final OutboundProperties properties;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Transmission(
      SyncDefinitions definitions,
      OutboundQueue queue,
      Connections connections,
      RemoteClient client,
      WireMessages messages,
      Trouble trouble,
      OutboundState state,
      OutboundProperties properties,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.definitions = definitions;
    this.queue = queue;
    this.connections = connections;
    this.client = client;
    this.messages = messages;
    this.trouble = trouble;
    this.state = state;
    this.properties = properties;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Sends until nothing is left that may be sent, or the remote system is in trouble. */
  void drain(String remoteSystem) {
    int limit = properties.batchSize();
    while (trouble.mayTry(remoteSystem)) {
      int atMost = limit;
      Outcome outcome =
          Optional.ofNullable(transaction.execute(status -> send(remoteSystem, atMost)))
              .orElse(new Outcome.NothingToDo());
      if (outcome instanceof Outcome.NothingToDo) {
        return;
      }
      if (outcome instanceof Outcome.InTrouble inTrouble) {
        state.trouble(remoteSystem, inTrouble.reason(), inTrouble.retryAfter());
        return;
      }
      if (outcome instanceof Outcome.Busy busy) {
        state.busy(remoteSystem, busy.reason(), busy.retryAfter());
        return;
      }
      if (outcome instanceof Outcome.Sent) {
        state.works(remoteSystem);
      }
      limit = outcome instanceof Outcome.OneByOne ? 1 : properties.batchSize();
    }
  }

  private sealed interface Outcome {
    record NothingToDo() implements Outcome {}

    record Sent() implements Outcome {}

    /** The batch as a whole was refused: one of its messages is to blame. */
    record OneByOne() implements Outcome {}

    record InTrouble(String reason, Duration retryAfter) implements Outcome {}

    record Busy(String reason, Duration retryAfter) implements Outcome {}
  }

  private Outcome send(String remoteSystem, int limit) {
    RemoteSystem system = definitions.remoteSystem(remoteSystem).orElse(null);
    if (system == null
        || system.outboundState() == RemoteSystem.State.DISABLED
        || !queue.takeTurn(remoteSystem)) {
      return new Outcome.NothingToDo();
    }
    List<QueueEntry> entries = queue.sendable(remoteSystem, limit);
    if (entries.isEmpty()) {
      return new Outcome.NothingToDo();
    }
    long started = clock.millis();
    RemoteAnswer answer;
    try {
      answer =
          client.post(
              connections.resolve(system.connectionAlias()),
              WireMessages.PATH,
              messages.write(system, entries));
    } catch (ConnectionProblem e) {
      return new Outcome.InTrouble(String.valueOf(e.getMessage()), Duration.ZERO);
    }
    return settle(system, entries, Reception.of(answer), started);
  }

  private Outcome settle(
      RemoteSystem system, List<QueueEntry> entries, Reception reception, long started) {
    if (reception instanceof Reception.Understood understood) {
      return settle(system, entries, understood.body(), started);
    }
    if (reception instanceof Reception.Trouble bad) {
      return new Outcome.InTrouble(bad.reason(), bad.retryAfter());
    }
    if (reception instanceof Reception.Busy busy) {
      return new Outcome.Busy(busy.reason(), busy.retryAfter());
    }
    if (entries.size() > 1) {
      return new Outcome.OneByOne();
    }
    queue.refused(entries.get(0), ((Reception.Refused) reception).reason());
    return new Outcome.Sent();
  }

  private Outcome settle(RemoteSystem system, List<QueueEntry> entries, String body, long started) {
    Map<String, Receipt> receipts = messages.read(body).orElse(Map.of());
    Outcome outcome = new Outcome.Sent();
    for (QueueEntry entry : entries) {
      Receipt receipt = receipts.get(entry.sysId());
      if (receipt == null) {
        outcome =
            new Outcome.InTrouble(
                "The answer of remote system '%s' has no receipt for message %s: is it an instance of Remote Process Sync?"
                    .formatted(system.name(), entry.sysId()),
                Duration.ZERO);
      } else if (receipt.isTaken()) {
        queue.sent(entry, started);
      } else if (receipt.concernsTheRemoteSystem()) {
        outcome = new Outcome.InTrouble(receipt.reason(), Duration.ZERO);
      } else {
        queue.refused(
            entry, "Refused by remote system '%s': %s".formatted(system.name(), receipt.reason()));
        log.warn(
            "Outbound entry {} was refused by remote system {}: {}",
            entry.sysId(),
            system.sysId(),
            receipt.reason());
      }
    }
    return outcome;
  }
}
