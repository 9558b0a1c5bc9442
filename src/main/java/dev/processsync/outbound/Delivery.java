package dev.processsync.outbound;

import dev.processsync.connection.ConnectionProblem;
import dev.processsync.connection.Connections;
import dev.processsync.connection.RemoteAnswer;
import dev.processsync.connection.RemoteClient;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.outbound.WireMessages.Receipt;
import dev.processsync.queue.Sent;
import dev.processsync.queue.entry.QueueEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** One request with messages to a remote system, and what its answer means for each. */
@Component
class Delivery {

  private final Connections connections;
  private final RemoteClient client;
  private final WireMessages messages;
  private final Clock clock;

  Delivery(Connections connections, RemoteClient client, WireMessages messages, Clock clock) {
    this.connections = connections;
    this.client = client;
    this.messages = messages;
    this.clock = clock;
  }

  /** Must not be called inside a transaction: others would wait for its connection. */
  Sending post(RemoteSystem system, List<QueueEntry> entries) {
    long started = clock.millis();
    RemoteAnswer answer;
    try {
      answer =
          client.post(
              connections.resolve(system.connectionAlias()),
              WireMessages.PATH,
              messages.write(system, entries));
    } catch (ConnectionProblem e) {
      return Sending.inTrouble(
          new Sending.Trouble(String.valueOf(e.getMessage()), Duration.ZERO, false), started);
    }
    Reception reception = Reception.of(answer);
    if (reception instanceof Reception.Understood understood) {
      return read(system, entries, understood.body(), started);
    }
    if (reception instanceof Reception.Trouble bad) {
      return Sending.inTrouble(new Sending.Trouble(bad.reason(), bad.retryAfter(), false), started);
    }
    if (reception instanceof Reception.Busy busy) {
      return Sending.inTrouble(
          new Sending.Trouble(busy.reason(), busy.retryAfter(), true), started);
    }
    if (entries.size() > 1) {
      return Sending.refusedAsWhole(started);
    }
    String reason = ((Reception.Refused) reception).reason();
    return new Sending(
        List.of(), List.of(new Sending.Refused(entries.get(0), reason)), false, null, started);
  }

  private Sending read(RemoteSystem system, List<QueueEntry> entries, String body, long started) {
    Map<String, Receipt> receipts = messages.read(body);
    List<Sent> sent = new ArrayList<>();
    List<Sending.Refused> refused = new ArrayList<>();
    for (QueueEntry entry : entries) {
      Receipt receipt = receipts.get(entry.sysId());
      if (receipt == null) {
        return partly(
            sent,
            refused,
            "The answer of remote system '%s' has no receipt for message %s: is it an instance of Remote Process Sync?"
                .formatted(system.name(), entry.sysId()),
            started);
      }
      if (receipt.isTaken()) {
        sent.add(new Sent(entry, receipt.delivery()));
      } else if (receipt.concernsTheRemoteSystem()) {
        return partly(sent, refused, receipt.reason(), started);
      } else if (!receipt.waitsForAnEarlierOne()) {
        refused.add(
            new Sending.Refused(
                entry,
                "Refused by remote system '%s': %s".formatted(system.name(), receipt.reason())));
      }
    }
    return sent.isEmpty() && refused.isEmpty()
        ? partly(
            sent,
            refused,
            "Remote system '%s' took none of the messages and refused none."
                .formatted(system.name()),
            started)
        : new Sending(sent, refused, false, null, started);
  }

  private static Sending partly(
      List<Sent> sent, List<Sending.Refused> refused, String reason, long started) {
    return new Sending(
        sent, refused, false, new Sending.Trouble(reason, Duration.ZERO, false), started);
  }
}
