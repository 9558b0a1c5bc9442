package dev.processsync.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.queue.receipt.DeliveryReceipt;
import dev.processsync.queue.receipt.ReceiptState;
import dev.processsync.support.ShortText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What other instances say has become of messages, whatever they may say. */
@Component
class WireReceipts {

  static final String PATH = "api/process-sync/v1/receipts";

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+");
  private static final ObjectMapper READER = new ObjectMapper();
  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_FIELD = 60;
  private static final int MOST_TRIES = 1_000_000;
  private static final DeliveryReceipt UNKNOWN =
      new DeliveryReceipt(
          ReceiptState.UNKNOWN, "", "", "Its queue record was deleted there meanwhile.");

  private final ObjectMapper json;

  WireReceipts(ObjectMapper json) {
    this.json = json;
  }

  /** A question about messages of ours. */
  String question(RemoteSystem system, List<String> messageIds) {
    ObjectNode question = json.createObjectNode().put("remote_system", system.externalId());
    messageIds.forEach(question.putArray("message_ids")::add);
    return question.toString();
  }

  /** The answer to a question: what is known of these messages. */
  Map<String, DeliveryReceipt> answers(String answer, Set<String> asked) {
    Map<String, DeliveryReceipt> known = new HashMap<>();
    try {
      for (JsonNode receipt : json.readTree(answer)) {
        String id = receipt.path("message_id").asText();
        if (asked.contains(id)) {
          Optional<DeliveryReceipt> said =
              receipt.path("status").asText().equals("unknown")
                  ? Optional.of(UNKNOWN)
                  : read(receipt);
          said.ifPresent(each -> known.put(id, each));
        }
      }
    } catch (JsonProcessingException notOurs) {
      return Map.of();
    }
    return known;
  }

  /** Empty if it says nothing of what has become of the message. */
  static Optional<DeliveryReceipt> read(JsonNode receipt) {
    return ReceiptState.find(receipt.path("state").asText())
        .filter(state -> state != ReceiptState.UNKNOWN)
        .map(
            state ->
                new DeliveryReceipt(
                    state,
                    line(receipt.path("record"), "sys_id", DeliveryReceipt.LONGEST_RECORD),
                    line(receipt.path("record"), "number", DeliveryReceipt.LONGEST_NUMBER),
                    ShortText.of(info(state, receipt), DeliveryReceipt.LONGEST_INFO)));
  }

  private static String info(ReceiptState state, JsonNode receipt) {
    if (state == ReceiptState.CONFLICT) {
      return conflicts(receipt.path("conflicts"));
    }
    String reason = line(receipt, "reason");
    int tries = receipt.path("tries").asInt();
    return reason.isEmpty() || tries < 2 || tries > MOST_TRIES
        ? reason
        : "After %d tries: %s".formatted(tries, reason);
  }

  /** As the receiver calls its fields; "local" is its own value. */
  private static String conflicts(JsonNode conflicts) {
    List<String> each = new ArrayList<>();
    for (JsonNode conflict : conflicts) {
      String outcome =
          switch (conflict.path("outcome").asText()) {
            case "local" -> "the value there counts";
            case "remote" -> "our value counts";
            default -> "not decided yet";
          };
      each.add(
          "%s was changed there, too: %s."
              .formatted(line(conflict, "field", LONGEST_FIELD), outcome));
    }
    return String.join(" ", each);
  }

  /** What an answer says that is an error in the form of the API; empty if it is none. */
  static String refusal(String answer) {
    try {
      return line(READER.readTree(answer).path("error"), "detail");
    } catch (JsonProcessingException notOurs) {
      return "";
    }
  }

  static String line(JsonNode node, String field) {
    return line(node, field, LONGEST_LINE);
  }

  /** One line, bounded: it is stored, shown and logged. */
  private static String line(JsonNode node, String field, int most) {
    String line = CONTROL.matcher(node.path(field).asText("")).replaceAll(" ").strip();
    return ShortText.of(line, most);
  }
}
