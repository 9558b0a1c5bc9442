package dev.processsync.flow.action;

import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntries;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Set Queue Record Status: {@code queue_record} (a sys_id), {@code status} (ready or skipped) and
 * {@code reason} in; {@code error_message} out.
 *
 * <p>Skipped on the record that the flow runs for takes effect when the flow ends: nothing is sent,
 * and later events of the record wait until then. On another record both do what an administrator's
 * Set Ready and Skipped do; one that can't become it fails the flow.
 */
@Component("setQueueRecordStatus")
class SetQueueRecordStatus implements JavaDelegate {

  private final QueueEntries entries;
  private final Records records;

  SetQueueRecordStatus(QueueEntries entries, Records records) {
    this.entries = entries;
    this.records = records;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    String entry = step.text("queue_record");
    String status = step.text("status");
    if (!status.equals("ready") && !status.equals("skipped")) {
      throw new MissingInput("status", "ready or skipped");
    }
    if (step.hasQueueEntry() && entry.equals(step.queueEntry())) {
      requireSkipped(status);
      entries.skip(entry, step.text("reason"));
    } else {
      set(entry, status);
    }
    step.put("error_message", "");
  }

  private static void requireSkipped(String status) {
    if (!status.equals("skipped")) {
      throw new MissingInput("status", "skipped, for the queue record that this flow runs for");
    }
  }

  private void set(String entry, String status) {
    String table =
        Stream.of(Queue.values())
            .map(Queue::table)
            .filter(queue -> records.find(Actor.system(), queue, entry).isPresent())
            .findFirst()
            .orElseThrow(() -> new NoSuchQueueRecord(entry));
    records.update(Actor.system(), table, entry, Map.of("status", status));
  }
}
