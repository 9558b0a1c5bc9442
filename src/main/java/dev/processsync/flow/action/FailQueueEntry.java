package dev.processsync.flow.action;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Fail Queue Entry: {@code error_code} and {@code error_message} of a BPMN error in. Undoes what
 * the subflow did and makes an incident of it, as for any other failure; that is also how an error
 * flow fails, which has no entry.
 */
@Component("failQueueEntry")
class FailQueueEntry implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    throw new SubflowFailed(step.optional("error_code"), step.optional("error_message"));
  }
}
