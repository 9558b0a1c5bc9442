package dev.processsync.inbound;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a request with messages: each as it comes, never the request and its messages at once. */
final class MessageRequests {

  private static final int MAX_MESSAGES = 500;
  private static final int MAX_DEPTH = 30;

  /** No more than a request may have; numbers are read as text, so their length does no harm. */
  private static final int MAX_TEXT = 8 * 1024 * 1024;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT)
                  .maxNumberLength(MAX_TEXT)
                  .build())
          .build();

  private MessageRequests() {}

  /**
   * @throws UnreadableMessages if there is no saying where a message ends and the next begins
   */
  static List<Message> read(InputStream body) {
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw unreadable("it doesn't begin with [.");
      }
      List<Message> messages = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (messages.size() == MAX_MESSAGES) {
          throw new UnreadableMessages(
              true,
              "More than %d messages are too many: send fewer messages at a time."
                  .formatted(MAX_MESSAGES));
        }
        messages.add(MessageReader.read(json));
      }
      if (json.nextToken() != null) {
        throw unreadable("something follows the last ].");
      }
      return messages;
    } catch (JsonProcessingException e) {
      throw unreadable(
          "it can't be read from %s on (at most %d levels of objects and lists are taken)."
              .formatted(at(e.getLocation()), MAX_DEPTH));
    } catch (IOException senderIsGone) {
      throw new UnreadableMessages(false, "The request ended before its body did: send it again.");
    }
  }

  private static UnreadableMessages unreadable(String why) {
    return new UnreadableMessages(false, "The request is not a JSON array of messages: " + why);
  }

  private static String at(JsonLocation location) {
    return location == null
        ? "its beginning"
        : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }
}
