package dev.processsync.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.processsync.database.ThisInstance;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.receipt.DeliveryReceipt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries as they travel, and the answers to them. */
@Component
class WireMessages {

  static final String PATH = "api/process-sync/v1/messages";

  /** What the other side takes in a request, see docs/wire-protocol.md. */
  private static final long MOST_BYTES = 8L * 1024 * 1024;

  /** Names, ids, and an event's name of many-byte characters. */
  private static final long MOST_AROUND_A_PAYLOAD = 2_048;

  private final ObjectMapper json;
  private final SyncDefinitions definitions;
  private final ThisInstance thisInstance;

  WireMessages(ObjectMapper json, SyncDefinitions definitions, ThisInstance thisInstance) {
    this.json = json;
    this.definitions = definitions;
    this.thisInstance = thisInstance;
  }

  /**
   * What the other side says to one message.
   *
   * @param delivery what has become of it; null if that is not said
   */
  record Receipt(String status, String error, String code, @Nullable DeliveryReceipt delivery) {

    boolean isOurs() {
      return isTaken() || status.equals("refused");
    }

    boolean isTaken() {
      return status.equals("accepted") || status.equals("duplicate");
    }

    /** Whether the refusal is about the link, so that every other message would be refused too. */
    boolean concernsTheRemoteSystem() {
      return code.startsWith("remote_system_") || code.equals("not_the_inbound_api_user");
    }

    /** Not refused itself, but a message of its record that came before it was. */
    boolean waitsForAnEarlierOne() {
      return code.equals("earlier_message_refused");
    }

    String reason() {
      return error.isEmpty() ? "no reason given" : error;
    }
  }

  /** Of these entries the first ones, as many as one request takes; at least one. */
  static List<QueueEntry> fitting(List<QueueEntry> entries) {
    long bytes = 0;
    for (int i = 0; i < entries.size(); i++) {
      bytes += MOST_AROUND_A_PAYLOAD + utf8Length(entries.get(i).payload());
      if (i > 0 && bytes > MOST_BYTES) {
        return entries.subList(0, i);
      }
    }
    return entries;
  }

  private static long utf8Length(String text) {
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      if (here >= 0x80) {
        // Both halves of a pair together take four.
        bytes += here < 0x800 || Character.isSurrogate(here) ? 1 : 2;
      }
    }
    return bytes;
  }

  /** A JSON array; correlation ids are written from the receiver's side. */
  String write(RemoteSystem system, List<QueueEntry> entries) {
    ArrayNode messages = json.createArrayNode();
    for (QueueEntry entry : entries) {
      messages
          .addObject()
          .put("message_id", entry.sysId())
          .put("remote_system", system.externalId())
          .put("process_event", definitions.eventName(entry.processEvent()).orElse(""))
          .put("operation", entry.operation().value())
          .put("local_correlation_id", entry.remoteCorrelationId())
          .put("remote_correlation_id", entry.localCorrelationId())
          .put("sequence", entry.sequence())
          .put("origin_instance", originOf(entry))
          .put("hops", entry.origin().hops() + 1)
          .putRawValue("payload", new RawValue(entry.payload()));
    }
    try {
      return json.writeValueAsString(messages);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("messages for " + system.sysId() + " can't be written", e);
    }
  }

  private String originOf(QueueEntry entry) {
    String origin = entry.origin().instance();
    return origin.isEmpty() ? thisInstance.id() : origin;
  }

  /**
   * The receipts by message id. What is none of ours is passed over, and so is what contradicts
   * itself: nothing that the other side may answer is worse than no receipt.
   */
  Map<String, Receipt> read(String answer) {
    try {
      Map<String, Receipt> byMessage = new HashMap<>();
      Set<String> contradicted = new HashSet<>();
      for (JsonNode receipt : json.readTree(answer)) {
        String id = receipt.path("message_id").asText();
        Receipt read =
            new Receipt(
                WireReceipts.line(receipt, "status"),
                WireReceipts.line(receipt, "error"),
                WireReceipts.line(receipt, "code"),
                WireReceipts.read(receipt).orElse(null));
        Receipt before = read.isOurs() ? byMessage.put(id, read) : null;
        if (before != null && before.isTaken() != read.isTaken()) {
          contradicted.add(id);
        }
      }
      byMessage.keySet().removeAll(contradicted);
      return byMessage;
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }
}
