package dev.processsync.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.processsync.table.CurrentActor;
import dev.processsync.web.JsonWords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where other instances deliver their messages (role {@code ih_process_sync_api}). */
@RestController
@Tag(name = "Messages", description = "What instances say to each other")
class MessagesController {

  private static final int MAX_BYTES = 8 * 1024 * 1024;
  private static final int MAX_MESSAGES = 500;
  private static final int MAX_DEPTH = 30;

  private final Inbox inbox;
  private final CurrentActor actor;
  private final ObjectReader messages;
  private final int limit;

  /** Bounds what is read into memory and how many connections to the database are taken. */
  private final Semaphore places;

  MessagesController(Inbox inbox, CurrentActor actor, InboundProperties properties) {
    this.inbox = inbox;
    this.actor = actor;
    this.limit = properties.concurrentRequests();
    this.places = new Semaphore(limit);
    JsonMapper json =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    json.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(MAX_BYTES)
                .build());
    this.messages = json.readerForListOf(Message.class);
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
  List<Receipt> receive(HttpServletRequest request) throws IOException {
    if (!places.tryAcquire()) {
      throw new TooManyRequests(limit);
    }
    try {
      return inbox.receive(read(request), actor.get());
    } finally {
      places.release();
    }
  }

  private List<Message> read(HttpServletRequest request) throws IOException {
    byte[] body = body(request);
    if (body.length > MAX_BYTES) {
      throw new UnreadableMessages(
          true,
          "The request is larger than %d bytes: send fewer messages at a time."
              .formatted(MAX_BYTES));
    }
    List<Message> read;
    try {
      read = messages.readValue(body);
    } catch (JsonProcessingException e) {
      throw new UnreadableMessages(
          false, "The request is not a JSON array of messages: " + JsonWords.of(e) + ".");
    }
    if (read == null || read.stream().anyMatch(Objects::isNull)) {
      throw new UnreadableMessages(
          false, "The request is not a JSON array of messages: null found.");
    }
    if (read.size() > MAX_MESSAGES) {
      throw new UnreadableMessages(
          true,
          "%d messages are too many: send at most %d at a time."
              .formatted(read.size(), MAX_MESSAGES));
    }
    return read;
  }

  private static byte[] body(HttpServletRequest request) {
    try (InputStream in = request.getInputStream()) {
      return in.readNBytes(MAX_BYTES + 1);
    } catch (IOException senderIsGone) {
      throw new UnreadableMessages(false, "The request ended before its body did: send it again.");
    }
  }
}
