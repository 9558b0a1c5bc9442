package dev.processsync.queue.receipt;

import dev.processsync.queue.lane.FlowOutcome.Conflict;
import dev.processsync.support.ShortText;
import java.util.List;

/**
 * What we say of a message that arrived; what there is none of is empty.
 *
 * @param table of the record that its flow wrote
 * @param record sys_id
 * @param reason why it was skipped, or why its last try failed
 * @param tries how many have failed
 */
public record InboundReceipt(
    ReceiptState state,
    String table,
    String record,
    String number,
    List<Conflict> conflicts,
    String reason,
    int tries) {

  private static final int LONGEST_REASON = 1_000;

  /** A reason as it is told to others. */
  public static String shortened(String reason) {
    return ShortText.of(reason, LONGEST_REASON);
  }
}
