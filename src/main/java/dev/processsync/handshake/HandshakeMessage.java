package dev.processsync.handshake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * What one instance posts to {@code …/remote-systems/{id}/handshake} of the other.
 *
 * @param remoteSystem the sys_id of the caller's Remote System record
 * @param offer what the caller has defined
 * @param handshake the token of whoever began it, the same in all its messages; see {@link
 *     KnownHandshakes}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record HandshakeMessage(
    @Nullable Phase phase,
    @Nullable String remoteSystem,
    @Nullable Offer offer,
    @Nullable String handshake) {

  /** The steps of a handshake, in their order. Nothing changes before {@link #LISTEN}. */
  enum Phase {
    /** Check your side, and whether you reach ours. */
    @JsonProperty("check")
    CHECK,
    /** The other side's answer to that: do I reach you, and was it you who asked? */
    @JsonProperty("call_back")
    CALL_BACK,
    /** Take our messages from now on: each side listens before the other speaks. */
    @JsonProperty("listen")
    LISTEN,
    /** Send us yours from now on. */
    @JsonProperty("speak")
    SPEAK,
    /** It failed on our side after all: back to Disabled. */
    @JsonProperty("withdraw")
    WITHDRAW
  }
}
