package dev.processsync.flow.engine;

import dev.processsync.queue.entry.QueueEntries;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Tells the queue entry when somebody ends its process instance before its flow has ended, in
 * Cockpit for example: nobody else would ever take the entry up again.
 */
final class CancelledFlows extends AbstractBpmnParseListener {

  private final Supplier<QueueEntries> entries;
  private final ExecutionListener ended = this::ended;

  CancelledFlows(Supplier<QueueEntries> entries) {
    this.entries = entries;
  }

  /** As a built-in listener, because Cockpit offers to skip the others. */
  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, ended);
  }

  private void ended(DelegateExecution execution) {
    ExecutionEntity instance = (ExecutionEntity) execution;
    String entry = EntryIncidents.entry(instance);
    if (instance.isCanceled() && instance.getSuperExecution() == null && entry != null) {
      entries.get().flowCancelled(entry, instance.getProcessInstanceId());
    }
  }
}
