package dev.processsync.outbound;

import dev.processsync.queue.Sent;
import dev.processsync.queue.entry.QueueEntry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request, to be noted on its entries.
 *
 * @param sent the other side has them
 * @param refused the other side will never take them
 * @param asWhole whether the request was refused as a whole, so that one of several messages is to
 *     blame
 * @param trouble what is wrong with the connection, null if nothing
 * @param startedMs when the request was made, epoch milliseconds
 */
record Sending(
    List<Sent> sent,
    List<Refused> refused,
    boolean asWhole,
    @Nullable Trouble trouble,
    long startedMs) {

  /** A message that the other side refused for good. */
  record Refused(QueueEntry entry, String reason) {}

  /**
   * The connection's or the remote system's fault: the same request may pass later.
   *
   * @param onlyBusy whether the other side is well and just asks to wait
   */
  record Trouble(String reason, Duration retryAfter, boolean onlyBusy) {}

  static Sending nothing() {
    return new Sending(List.of(), List.of(), false, null, 0);
  }

  static Sending inTrouble(Trouble trouble, long startedMs) {
    return new Sending(List.of(), List.of(), false, trouble, startedMs);
  }

  static Sending refusedAsWhole(long startedMs) {
    return new Sending(List.of(), List.of(), true, null, startedMs);
  }

  boolean isAnswered() {
    return !sent.isEmpty() || !refused.isEmpty();
  }
}
