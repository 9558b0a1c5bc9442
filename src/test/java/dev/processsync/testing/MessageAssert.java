package dev.processsync.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.processsync.payload.CapturedPayload;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** What a message to the remote system should be; {@link #actual()} is the message. */
public final class MessageAssert extends AbstractAssert<MessageAssert, SentMessage> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private MessageAssert(SentMessage message) {
    super(message, MessageAssert.class);
  }

  static MessageAssert only(List<SentMessage> messages) {
    if (messages.size() != 1) {
      throw new AssertionError(
          "The flow should have sent one message, but it sent "
              + (messages.isEmpty() ? "none" : messages));
    }
    return new MessageAssert(messages.get(0));
  }

  static void requireNone(List<SentMessage> messages) {
    if (!messages.isEmpty()) {
      throw new AssertionError("The flow should have sent nothing, but it sent " + messages);
    }
  }

  /**
   * @param json the whole payload; blanks and the order of properties don't matter
   */
  public MessageAssert hasPayload(String json) {
    if (!read(json).equals(read(actual.payload()))) {
      throw failure("The payload should be\n  %s\nbut it is\n  %s", json, actual.payload());
    }
    return this;
  }

  /** The payload brings a captured field with this value; a reference's value is an id. */
  public MessageAssert hasField(String name, String value) {
    List<String> found =
        CapturedPayload.parseSample(actual.payload()).changedFields().stream()
            .filter(field -> field.key().equals(name))
            .map(CapturedPayload.ChangedField::value)
            .toList();
    if (!found.equals(List.of(value))) {
      throw failure(
          "The payload's field %s should be '%s', but %s",
          name, value, found.isEmpty() ? "the payload has no such field" : "it is " + found);
    }
    return this;
  }

  /** It is addressed with these ids, of which the remote one is the receiver's local one. */
  public MessageAssert hasCorrelationIds(String local, String remote) {
    if (!actual.localCorrelationId().equals(local)
        || !actual.remoteCorrelationId().equals(remote)) {
      throw failure(
          "The message should have the local correlation id '%s' and the remote one '%s',"
              + " but it has '%s' and '%s'",
          local, remote, actual.localCorrelationId(), actual.remoteCorrelationId());
    }
    return this;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("This is no JSON: %s\n  %s".formatted(e.getOriginalMessage(), json));
    }
  }
}
