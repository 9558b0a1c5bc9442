package dev.processsync.flow.action;

import dev.processsync.queue.entry.QueueEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Complete Queue Entry: {@code queue_entry} and {@code error_message} in. The last step of the
 * orchestrations; a flow that ended with an error message did nothing, so its entry is skipped.
 */
@Component("completeQueueEntry")
class CompleteQueueEntry implements JavaDelegate {

  private final QueueEntries entries;

  CompleteQueueEntry(QueueEntries entries) {
    this.entries = entries;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    String reason = step.optional("error_message");
    if (!reason.isBlank()) {
      entries.skip(step.queueEntry(), reason);
    }
    entries.flowCompleted(step.queueEntry());
  }
}
