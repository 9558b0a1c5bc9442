package dev.processsync.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.processsync.queue.lane.FlowOutcome;
import dev.processsync.queue.receipt.InboundReceipt;
import dev.processsync.queue.receipt.ReceiptState;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message.
 *
 * @param messageId the sender's id, empty if the message had none
 * @param state {@code received} until its flow has ended, then {@code applied}, {@code conflict},
 *     {@code skipped} or {@code error}; null if it was refused
 * @param record the record that its flow wrote, null if none or not yet
 * @param conflicts the fields of it that were changed here, too; null if none
 * @param reason why it was skipped, or why the last try of its flow failed; null if neither
 * @param tries how many have failed, null if none
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
    @Nullable String reason,
    @Nullable Integer tries,
    @Nullable String error,
    @Nullable String code) {

  private static final String ACCEPTED = "accepted";
  private static final String DUPLICATE = "duplicate";
  private static final String RECEIVED = ReceiptState.RECEIVED.value();

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

  /**
   * A record of this instance.
   *
   * @param number null if records of its table have none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AppliedTo(
      String table, @JsonProperty("sys_id") String sysId, @Nullable String number) {

    static @Nullable AppliedTo of(String table, String sysId, String number) {
      return sysId.isEmpty() ? null : new AppliedTo(table, sysId, number.isEmpty() ? null : number);
    }
  }

  static Receipt accepted(String messageId) {
    return new Receipt(messageId, ACCEPTED, RECEIVED, null, null, null, null, null, null);
  }

  static Receipt duplicate(String messageId) {
    return new Receipt(messageId, DUPLICATE, RECEIVED, null, null, null, null, null, null);
  }

  static Receipt refused(String messageId, Refusal code, String error) {
    return new Receipt(messageId, "refused", null, null, null, null, null, error, code.value());
  }

  /** It never came, or so long ago that its entry was deleted. */
  static Receipt unknown(String messageId) {
    return new Receipt(messageId, "unknown", null, null, null, null, null, null, null);
  }

  boolean isAccepted() {
    return status.equals(ACCEPTED);
  }

  boolean isDuplicate() {
    return status.equals(DUPLICATE);
  }

  /** The same, and what its flow has just done. */
  Receipt with(FlowOutcome outcome) {
    FlowOutcome.Target target = outcome.target();
    List<FlowOutcome.Conflict> conflicts = outcome.conflicts();
    ReceiptState applied = conflicts.isEmpty() ? ReceiptState.APPLIED : ReceiptState.CONFLICT;
    String said = outcome.info();
    return new Receipt(
        messageId,
        status,
        (outcome.isSkipped() ? ReceiptState.SKIPPED : applied).value(),
        target == null ? null : AppliedTo.of(target.table(), target.record(), target.number()),
        conflicts.isEmpty() ? null : conflicts,
        outcome.isSkipped() && said != null ? InboundReceipt.shortened(said) : null,
        null,
        error,
        code);
  }

  /** The same, and what has become of it since it came. */
  Receipt with(InboundReceipt known) {
    return new Receipt(
        messageId,
        status,
        known.state().value(),
        AppliedTo.of(known.table(), known.record(), known.number()),
        known.conflicts().isEmpty() ? null : known.conflicts(),
        known.reason().isEmpty() ? null : known.reason(),
        known.tries() == 0 ? null : known.tries(),
        error,
        code);
  }
}
