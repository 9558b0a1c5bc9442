package dev.processsync.queue.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.processsync.support.ShortText;
import org.jspecify.annotations.Nullable;

/**
 * How far trying again has come; the JSON of a queue entry's field Retry metadata.
 *
 * @param attempt tries of the engine that failed, this one included
 * @param of tries that there will have been if all fail
 * @param nextTryAt when the next one is due, as dates look on the wire; null if there is none
 * @param lastError what was wrong
 * @param retryTimes what was set when it failed: it may be changed before the next try
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetryMetadata(
    @JsonProperty("attempt") int attempt,
    @JsonProperty("of") int of,
    @JsonProperty("next_try_at") @Nullable String nextTryAt,
    @JsonProperty("last_error") String lastError,
    @JsonProperty("retry_times") int retryTimes) {

  private static final int LONGEST_ERROR = 1_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public RetryMetadata {
    // JSON writes a control character as six: bounded like this it always fits into its field.
    lastError = ShortText.of(lastError.replaceAll("[\\p{Cntrl}&&[^\n]]", " "), LONGEST_ERROR);
  }

  /** What the field of an entry holds; what is no JSON of ours is the error itself. */
  public static RetryMetadata parse(String json) {
    try {
      return JSON.readValue(json, RetryMetadata.class);
    } catch (JsonProcessingException unreadable) {
      return new RetryMetadata(0, 0, null, json, 0);
    }
  }

  /** For the field of an entry. */
  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts can be written as JSON", e);
    }
  }
}
