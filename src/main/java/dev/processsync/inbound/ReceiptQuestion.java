package dev.processsync.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an instance asks about messages that it sent. */
@Schema(name = "ReceiptQuestion")
record ReceiptQuestion(
    @JsonProperty("remote_system")
        @Schema(
            description = "sys_id of the receiver's Remote System record: the sender's External ID")
        String remoteSystem,
    @JsonProperty("message_ids") @Schema(description = "At most 500") List<String> messageIds) {

  private static final int MOST = 500;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** As it came: anything may be missing. */
  private record Given(
      @JsonProperty("remote_system") @Nullable String remoteSystem,
      @JsonProperty("message_ids") @Nullable List<@Nullable String> messageIds) {}

  /**
   * @throws UnreadableQuestion saying what would be right
   */
  static ReceiptQuestion read(InputStream body) throws IOException {
    Given given;
    try {
      given =
          JSON.readerFor(Given.class)
              .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(body);
    } catch (JsonProcessingException e) {
      throw malformed();
    }
    if (given == null || given.remoteSystem == null || given.messageIds == null) {
      throw malformed();
    }
    List<String> ids = given.messageIds.stream().map(String::valueOf).distinct().toList();
    if (ids.size() > MOST) {
      throw new UnreadableQuestion(
          "More than %d message_ids are too many: ask about fewer messages at a time."
              .formatted(MOST));
    }
    return new ReceiptQuestion(given.remoteSystem, ids);
  }

  private static UnreadableQuestion malformed() {
    return new UnreadableQuestion(
        "The request must be a JSON object such as {\"remote_system\":\"<sys_id>\",\"message_ids\":[\"<message_id>\"]}.");
  }
}
