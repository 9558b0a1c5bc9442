package dev.processsync.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.processsync.queue.lane.FlowOutcome;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message.
 *
 * @param messageId the sender's id, empty if the message had none
 * @param state {@code applied}, {@code conflict} or {@code skipped} if its flow has run already,
 *     else null
 * @param record the record that its flow wrote, null if none or not yet
 * @param conflicts the fields of it that were changed here, too; null if none
 * @param error why it was refused, else null
 * @param code what a program can go by when it was refused, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
    @JsonProperty("message_id") String messageId,
    String status,
    @Nullable String state,
    @Nullable AppliedTo record,
    @Nullable List<FlowOutcome.Conflict> conflicts,
    @Nullable String error,
    @Nullable String code) {

  /**
   * Why a message was refused, for programs. The first two concern the remote system, not the
   * message.
   */
  public enum Refusal {
    REMOTE_SYSTEM_UNKNOWN,
    REMOTE_SYSTEM_INACTIVE,
    NOT_THE_INBOUND_API_USER,
    INVALID_MESSAGE,
    UNKNOWN_PROCESS_EVENT,
    NO_INBOUND_FLOW,
    CORRELATION_INACTIVE,
    /** It goes round from one instance to the next. */
    TOO_MANY_HOPS,
    /** One of its record before it in the same request was refused: taking it would reorder. */
    EARLIER_MESSAGE_REFUSED;

    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A record of this instance. */
  public record AppliedTo(String table, @JsonProperty("sys_id") String sysId) {}

  static Receipt accepted(String messageId) {
    return new Receipt(messageId, "accepted", null, null, null, null, null);
  }

  static Receipt duplicate(String messageId) {
    return new Receipt(messageId, "duplicate", null, null, null, null, null);
  }

  static Receipt refused(String messageId, Refusal code, String error) {
    return new Receipt(messageId, "refused", null, null, null, error, code.value());
  }

  /** The same, and what its flow has done. */
  Receipt with(FlowOutcome outcome) {
    AppliedTo record =
        outcome.target() == null
            ? null
            : new AppliedTo(outcome.target().table(), outcome.target().record());
    List<FlowOutcome.Conflict> conflicts = outcome.conflicts();
    return new Receipt(
        messageId,
        status,
        outcome.isSkipped() ? "skipped" : conflicts.isEmpty() ? "applied" : "conflict",
        record,
        conflicts.isEmpty() ? null : conflicts,
        error,
        code);
  }
}
