package dev.processsync.outbound;

import dev.processsync.correlation.Correlation;

/** Where a flow puts a message: it leaves only after the flow has ended well and is committed. */
public interface Outbox {

  /**
   * Writes the message onto its queue entry, addressed with the correlation's ids, in the caller's
   * transaction.
   *
   * @param entry the outbound queue entry's sys_id
   * @param payload what to send; usually the captured payload as it is
   */
  void send(String entry, Correlation correlation, String payload);
}
