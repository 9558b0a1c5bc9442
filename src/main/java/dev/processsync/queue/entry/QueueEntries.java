package dev.processsync.queue.entry;

import dev.processsync.dictionary.TableRecord;
import java.util.Optional;

/**
 * What a running flow tells its queue entry, in the flow's own transaction. The same for both
 * queues.
 */
public interface QueueEntries {

  /** The orchestration of the entry ended well. */
  void flowCompleted(String entry);

  /**
   * The orchestration gave up: the entry becomes Error and later entries of its record go on
   * waiting.
   *
   * @param activity name or id of the activity that failed
   */
  void flowFailed(String entry, String activity, String message);

  /** A try of the engine failed; {@link #flowFailed} says so too if it was the last. */
  void flowTried(String entry, RetryMetadata tried);

  /** The last try that failed, empty if none did, or if the flow went well since. */
  Optional<RetryMetadata> lastTry(String entry);

  /** Somebody made the engine try again, in Cockpit for example: the entry is Ready again. */
  void flowRetried(String entry);

  /**
   * Somebody cancelled the orchestration, in Cockpit for example: the entry becomes Error, and its
   * flow begins anew when it is set to Ready. An entry that was decided about stays as it is.
   *
   * @param processInstance the one that had the flow
   */
  void flowCancelled(String entry, String processInstance);

  /**
   * Something that an administrator should know though the flow goes on: appended to the entry's
   * error info.
   */
  void warn(String entry, String message);

  /**
   * The flow decided that nothing is to be done: the entry becomes Skipped when the flow ends, for
   * this reason.
   */
  void skip(String entry, String reason);

  /**
   * The flow wrote this message, in place of any that it wrote before. It is sent when the flow has
   * ended well and is committed: while it waits or fails, nothing leaves, so that what an
   * administrator decides about the entry concerns all of it.
   *
   * @param payload what to send; usually the captured payload as it is
   * @throws UnprocessableEntry if the entry was received: there is nothing to send for it
   */
  void address(String entry, String localCorrelationId, String remoteCorrelationId, String payload);

  /** The flow runs in its lane's turn, as this process instance, which history keeps. */
  void ranAs(String entry, String processInstance);

  /**
   * Both sides had changed a field. The sender is told if its message is being answered.
   *
   * @param outcome {@code local}, {@code remote} or {@code open}: whose value counts
   */
  void conflict(String entry, String field, String outcome);

  /** The local record that an inbound flow created or updated, as it is now. */
  void applied(String entry, TableRecord written);
}
