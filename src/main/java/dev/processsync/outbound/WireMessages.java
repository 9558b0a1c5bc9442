package dev.processsync.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.processsync.queue.QueueEntry;
import dev.processsync.sync.RemoteSystem;
import dev.processsync.sync.SyncDefinitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries as they travel, and the answers to them. */
@Component
class WireMessages {

  static final String PATH = "api/process-sync/v1/messages";

  private final ObjectMapper json;
  private final SyncDefinitions definitions;

  WireMessages(ObjectMapper json, SyncDefinitions definitions) {
    this.json = json;
    this.definitions = definitions;
  }

  /** What the other side says to one message. */
  record Receipt(String status, @Nullable String error, @Nullable String code) {

    boolean isTaken() {
      return status.equals("accepted") || status.equals("duplicate");
    }

    /** Whether the refusal is about the link, so that every other message would be refused too. */
    boolean concernsTheRemoteSystem() {
      String reason = Objects.requireNonNullElse(code, "");
      return reason.startsWith("remote_system_") || reason.equals("not_the_inbound_api_user");
    }

    /** Not refused itself, but a message of its record that came before it was. */
    boolean waitsForAnEarlierOne() {
      return "earlier_message_refused".equals(code);
    }

    String reason() {
      return Objects.requireNonNullElse(error, "no reason given");
    }
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
          .putRawValue("payload", new RawValue(entry.payload()));
    }
    try {
      return json.writeValueAsString(messages);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("messages for " + system.sysId() + " can't be written", e);
    }
  }

  /** The receipts by message id; empty if the answer is none of ours. */
  Optional<Map<String, Receipt>> read(String answer) {
    try {
      List<Map<String, String>> receipts = json.readValue(answer, new TypeReference<>() {});
      Map<String, Receipt> byMessage = new HashMap<>();
      for (Map<String, String> receipt : receipts) {
        byMessage.put(
            receipt.getOrDefault("message_id", ""),
            new Receipt(
                receipt.getOrDefault("status", ""), receipt.get("error"), receipt.get("code")));
      }
      return Optional.of(byMessage);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
