package dev.processsync.flow.deployment;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Tells when a model was deployed, after the deployment is committed. */
public final class DeploymentNews extends AbstractBpmnParseListener {

  private final Runnable deployed;

  public DeploymentNews(Runnable deployed) {
    this.deployed = deployed;
  }

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    Context.getCommandContext()
        .getTransactionContext()
        .addTransactionListener(TransactionState.COMMITTED, context -> deployed.run());
  }
}
