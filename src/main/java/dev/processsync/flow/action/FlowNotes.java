package dev.processsync.flow.action;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.entry.QueueEntries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What an action notes about its flow: on the queue entry that the flow runs for, or in the log if
 * it runs for none, as error flows do.
 */
@Component
public class FlowNotes {

  private static final Logger log = LoggerFactory.getLogger(FlowNotes.class);

  private final QueueEntries entries;

  FlowNotes(QueueEntries entries) {
    this.entries = entries;
  }

  /** Something that an administrator should know though the flow goes on. */
  public void warn(Step step, String message) {
    if (step.hasQueueEntry()) {
      entries.warn(step.queueEntry(), message);
    } else {
      log.warn("{}: {}", step.title(), message);
    }
  }

  /** There is nothing to be done for the flow's entry, for this reason. */
  public void skip(Step step, String reason) {
    if (step.hasQueueEntry()) {
      entries.skip(step.queueEntry(), reason);
    } else {
      log.info("{}: {}", step.title(), reason);
    }
  }

  /** A field that both sides had changed, and whose value counts. */
  public void conflict(Step step, String field, String outcome) {
    entries.conflict(step.queueEntry(), field, outcome);
  }

  /** The local record that the step created or updated. */
  public void applied(Step step, TableRecord written) {
    if (step.hasQueueEntry()) {
      entries.applied(step.queueEntry(), written);
    } else {
      log.info("{}: record {} of table {}", step.title(), written.sysId(), written.table());
    }
  }
}
