package dev.processsync.inbound;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.processsync.support.StorableText;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of a request, whatever it is: what has the wrong form becomes a message with a
 * problem, so that the others of its request don't suffer.
 */
final class MessageReader {

  private static final String PAYLOAD = "payload";
  private static final int MOST_DIGITS = 19;

  private final Map<String, String> texts = new HashMap<>();
  private long sequence;
  private long hops = 1;
  private @Nullable String payload;
  private @Nullable String problem;

  private MessageReader() {}

  /** Reads from the element's first token to its last. */
  static Message read(JsonParser json) throws IOException {
    MessageReader reader = new MessageReader();
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        reader.field(name, json);
      }
    } else {
      reader.problem("A message is a JSON object, not %s.".formatted(kind(json)));
      json.skipChildren();
    }
    return reader.message();
  }

  private void field(String name, JsonParser json) throws IOException {
    switch (name) {
      case "message_id",
          "remote_system",
          "process_event",
          "operation",
          "local_correlation_id",
          "remote_correlation_id",
          "origin_instance" ->
          text(name, json);
      case "sequence" -> sequence = wholeNumber(name, 0, json);
      case "hops" -> hops = wholeNumber(name, 1, json);
      case PAYLOAD -> payload = payload(json);
      default -> json.skipChildren();
    }
  }

  private void text(String name, JsonParser json) throws IOException {
    texts.remove(name);
    if (json.currentToken().isStructStart()) {
      problem("%s must be a text; it is %s.".formatted(name, kind(json)));
      json.skipChildren();
    } else if (json.currentToken() != JsonToken.VALUE_NULL) {
      String text = json.getText();
      texts.put(name, text);
      storable(name, text);
    }
  }

  private void storable(String name, String text) {
    StorableText.problem(text)
        .ifPresent(contained -> problem("%s contains %s.".formatted(name, contained)));
  }

  private long wholeNumber(String name, long missing, JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && json.getTextLength() <= MOST_DIGITS + 1) {
      try {
        return Long.parseLong(json.getText());
      } catch (NumberFormatException beyond64Bits) {
        // Said below.
      }
    } else if (json.currentToken() == JsonToken.VALUE_NULL) {
      return missing;
    }
    problem(
        "%s must be a whole number of 64 bits, such as 17; it is %s.".formatted(name, kind(json)));
    json.skipChildren();
    return missing;
  }

  private @Nullable String payload(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    String text =
        json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : JsonText.copy(json);
    storable(PAYLOAD, text);
    return text;
  }

  /** The first problem is the one that is told. */
  private void problem(String words) {
    if (problem == null) {
      problem = words;
    }
  }

  private static String kind(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_NULL -> "null";
      case VALUE_STRING -> "the text '" + shown(json.getText()) + "'";
      default -> shown(json.getText());
    };
  }

  private static String shown(String text) {
    return text.length() > 40
        ? text.substring(
                0, text.offsetByCodePoints(0, Math.min(40, text.codePointCount(0, text.length()))))
            + "…"
        : text;
  }

  private Message message() {
    return new Message(
        texts.get("message_id"),
        texts.get("remote_system"),
        texts.get("process_event"),
        texts.get("operation"),
        texts.get("local_correlation_id"),
        texts.get("remote_correlation_id"),
        sequence,
        texts.get("origin_instance"),
        hops,
        payload,
        problem);
  }
}
