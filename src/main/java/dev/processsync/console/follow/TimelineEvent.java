package dev.processsync.console.follow;

import org.jspecify.annotations.Nullable;

/**
 * Something that was sent or received, or is about to be.
 *
 * @param sysId the entry's
 * @param isOutbound whether it goes from here to the remote system
 * @param title {@code Sent to Vendor Instance}
 * @param operation as people read it, as all that follows
 * @param badge the look of the status
 * @param receipt what has become of it where it was sent to, {@code Applied at Vendor as
 *     INC0010007}; empty if that is not known
 * @param note what an unfinished one waits for; empty if nothing is to be said
 * @param createdOn UTC
 * @param processedOn UTC, empty while it waits
 * @param details for those who may read the queue, else null
 */
record TimelineEvent(
    String sysId,
    boolean isOutbound,
    String title,
    String event,
    String operation,
    String badge,
    String status,
    String receipt,
    String note,
    String createdOn,
    String processedOn,
    @Nullable Details details) {

  /**
   * @param href the entry's page
   * @param payloadHref the fragment with what was sent
   * @param error empty if there is none
   * @param receiptInfo why it was skipped or failed there, or in which fields both sides differ
   * @param took how long it waited and took, empty while it waits
   * @param cockpitHref the process instance that has its flow, empty if none has it now
   */
  record Details(
      String href,
      String payloadHref,
      String error,
      String receiptInfo,
      String took,
      String cockpitHref) {}
}
