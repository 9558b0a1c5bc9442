package dev.processsync.inbound;

import dev.processsync.database.CopyGuard;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.queue.receipt.InboundReceipt;
import dev.processsync.queue.receipt.InboundReceipts;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import dev.processsync.support.ShortText;
import dev.processsync.support.StorableText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where other instances ask what has become of their messages (role {@code ih_process_sync_api}).
 */
@RestController
@Tag(name = "Messages")
class ReceiptsController {

  private static final int LONGEST_ECHO = 100;

  private final MessageValidator validator;
  private final InboundReceipts receipts;
  private final InboundRoom room;
  private final CurrentActor actor;
  private final CopyGuard guard;

  ReceiptsController(
      MessageValidator validator,
      InboundReceipts receipts,
      InboundRoom room,
      CurrentActor actor,
      CopyGuard guard) {
    this.validator = validator;
    this.receipts = receipts;
    this.room = room;
    this.actor = actor;
    this.guard = guard;
  }

  @PostMapping(
      path = "/api/process-sync/v1/receipts",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Ask what has become of messages",
      description =
          "The answer has for each message, in the order of the question, what delivering it answers: the state"
              + " (received, applied, conflict, skipped or error), the record, why it was skipped or failed, and how"
              + " often it was tried. A message that never came from this remote system, or whose queue record was"
              + " deleted, has the status unknown.")
  @RequestBody(content = @Content(schema = @Schema(implementation = ReceiptQuestion.class)))
  List<Receipt> receipts(HttpServletRequest request) throws IOException {
    HeldInstance.refuse(guard);
    Actor sender = actor.get();
    try (InboundRoom.Place place = room.enter(sender, request.getContentLengthLong())) {
      ReceiptQuestion question = ReceiptQuestion.read(request.getInputStream());
      RemoteSystem system = validator.known(question.remoteSystem(), sender);
      return place.work(() -> answer(system, question.messageIds()));
    }
  }

  private List<Receipt> answer(RemoteSystem system, List<String> messageIds) {
    List<String> possible =
        messageIds.stream().filter(id -> StorableText.problem(id).isEmpty()).toList();
    Map<String, InboundReceipt> known = receipts.of(system.sysId(), possible);
    return messageIds.stream().map(id -> receipt(id, known)).toList();
  }

  private static Receipt receipt(String messageId, Map<String, InboundReceipt> known) {
    InboundReceipt receipt = known.get(messageId);
    return receipt == null
        ? Receipt.unknown(ShortText.of(messageId, LONGEST_ECHO))
        : Receipt.accepted(messageId).with(receipt);
  }
}
