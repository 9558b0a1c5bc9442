package dev.processsync.inbound;

import dev.processsync.database.CopyGuard;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where other instances deliver their messages (role {@code ih_process_sync_api}). */
@RestController
@Tag(name = "Messages", description = "What instances say to each other")
class MessagesController {

  private final Inbox inbox;
  private final CurrentActor actor;
  private final InboundRoom room;
  private final InboundQuota quota;
  private final CopyGuard guard;

  MessagesController(
      Inbox inbox, CurrentActor actor, InboundRoom room, InboundQuota quota, CopyGuard guard) {
    this.inbox = inbox;
    this.actor = actor;
    this.room = room;
    this.quota = quota;
    this.guard = guard;
  }

  @PostMapping(
      path = "/api/process-sync/v1/messages",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Deliver messages",
      description =
          "A JSON array of at most 500 messages. The answer tells for each whether it was accepted (and is safe),"
              + " arrived before (duplicate), or was refused and why.")
  @RequestBody(
      content =
          @Content(array = @ArraySchema(schema = @Schema(implementation = MessageForm.class))))
  List<Receipt> receive(HttpServletRequest request) throws IOException {
    HeldInstance.refuse(guard);
    Actor sender = actor.get();
    quota.require(sender);
    try (InboundRoom.Place place = room.enter(sender, request.getContentLengthLong())) {
      List<Message> messages = MessageRequests.read(request.getInputStream());
      List<Receipt> receipts = place.work(() -> inbox.receive(messages, sender));
      quota.count(sender, messages);
      return receipts;
    }
  }
}
