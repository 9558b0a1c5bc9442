package dev.processsync.queue;

import dev.processsync.queue.entry.NewInboundEntry;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request with messages.
 *
 * @param rolledBack whether the node dies before it commits
 * @param overtaking what other nodes take in after this one has looked what arrived before
 */
record Arrival(
    String remoteSystem, List<Message> messages, boolean rolledBack, List<Arrival> overtaking) {

  /** A message for a record. */
  record Message(int id, int record) {

    String messageId() {
      return "message " + id;
    }

    String correlation() {
      return "record " + record;
    }
  }

  Set<String> messageIds() {
    return messages.stream().map(Message::messageId).collect(Collectors.toSet());
  }

  /** What is new in it: none of what arrived before, and each message once. */
  List<NewInboundEntry> without(Set<String> arrived) {
    Set<String> known = new HashSet<>(arrived);
    List<NewInboundEntry> fresh = new ArrayList<>();
    for (Message message : messages) {
      if (known.add(message.messageId())) {
        fresh.add(
            new NewInboundEntry(
                message.messageId(),
                "process event",
                Operation.UPDATE,
                remoteSystem,
                message.correlation(),
                "there",
                message.id(),
                "{}",
                "sender",
                Origin.HERE));
      }
    }
    return fresh;
  }
}
