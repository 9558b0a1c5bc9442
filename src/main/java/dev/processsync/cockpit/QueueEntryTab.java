package dev.processsync.cockpit;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.entry.EntryStatus;
import dev.processsync.queue.entry.Queue;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import dev.processsync.record.Records;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The queue entry that a process instance works on, as far as whoever asks may read it. */
@Component
class QueueEntryTab {

  private final CurrentActor currentActor;
  private final RuntimeService runtime;
  private final Records records;
  private final EntryViews views;

  QueueEntryTab(
      CurrentActor currentActor, RuntimeService runtime, Records records, EntryViews views) {
    this.currentActor = currentActor;
    this.runtime = runtime;
    this.records = records;
    this.views = views;
  }

  /** Empty if the instance belongs to no queue entry. */
  Optional<EntryView> show(String processInstance) {
    Actor actor = currentActor.get();
    return entry(actor, processInstance).map(entry -> views.of(actor, entry));
  }

  /** Sets the status as in the queue's table: the same rights, the same rules. */
  Optional<EntryView> set(String processInstance, EntryStatus status) {
    Actor actor = currentActor.get();
    return entry(actor, processInstance)
        .map(
            entry ->
                records.update(
                    actor, entry.table(), entry.sysId(), Map.of("status", status.value())))
        .map(entry -> views.of(actor, entry));
  }

  /**
   * An entry knows the instance that the queue started. A subflow is called by that one, or by what
   * it called; one that ran on its own and has ended is known to its entry alone.
   */
  private Optional<TableRecord> entry(Actor actor, String processInstance) {
    Optional<ProcessInstance> running =
        Optional.ofNullable(
            runtime.createProcessInstanceQuery().processInstanceId(processInstance).singleResult());
    String started = running.map(ProcessInstance::getRootProcessInstanceId).orElse(processInstance);
    Optional<TableRecord> entry =
        Arrays.stream(Queue.values())
            .map(queue -> records.findBy(actor, queue.table(), Map.of("flow_context", started)))
            .flatMap(found -> found.stream())
            .findFirst();
    if (entry.isEmpty() && running.isEmpty()) {
      throw new NoSuchInstance(processInstance);
    }
    return entry;
  }
}
