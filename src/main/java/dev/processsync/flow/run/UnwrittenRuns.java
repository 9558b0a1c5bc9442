package dev.processsync.flow.run;

import dev.processsync.flow.engine.FlowHistory;
import dev.processsync.queue.entry.FlowNeedsEngine;
import dev.processsync.queue.entry.QueueEntries;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionContext;
import org.camunda.bpm.engine.impl.cfg.TransactionListener;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextFactory;
import org.camunda.bpm.engine.impl.interceptor.CommandContextInterceptor;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutorImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionVariableSnapshotObserver;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

/**
 * Runs subflows that leave nothing in the engine's tables, one in a command, without a statement
 * and without a part in the caller's transaction, which goes on whatever becomes of the run.
 */
@Component
class UnwrittenRuns {

  private final ProcessEngineConfigurationImpl engine;
  private final QueueEntries entries;
  private final FlowHistory history;
  private final CommandContextInterceptor commands;

  UnwrittenRuns(ProcessEngine engine, QueueEntries entries, FlowHistory history) {
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.entries = entries;
    this.history = history;
    this.commands = new CommandContextInterceptor(new Contexts(this.engine), this.engine);
    this.commands.setNext(new CommandExecutorImpl());
  }

  /** Whether the definition need not be read first; each first run in a turn reads it. */
  boolean know(String definition) {
    return engine.getDeploymentCache().findProcessDefinitionFromCache(definition) != null;
  }

  /**
   * @throws FlowNeedsEngine if it waits for something
   */
  void run(String definition, SubflowRuns.Start start) {
    ProcessDefinitionEntity model =
        engine.getDeploymentCache().findProcessDefinitionFromCache(definition);
    commands.execute(
        context -> {
          history.quietly(() -> run(model, start));
          return null;
        });
  }

  private void run(ProcessDefinitionEntity model, SubflowRuns.Start start) {
    ExecutionEntity instance =
        model.createProcessInstance(SubflowRuns.businessKey(start.businessKey()));
    ExecutionVariableSnapshotObserver left = new ExecutionVariableSnapshotObserver(instance);
    instance.start(start.inputs().variables());
    if (!instance.isEnded()) {
      throw new FlowNeedsEngine(start.entry(), start.subflow());
    }
    SubflowRuns.reason(left.getVariables())
        .ifPresent(reason -> entries.skip(start.entry(), reason));
  }

  private static final class Contexts extends CommandContextFactory {

    private final ProcessEngineConfigurationImpl engine;

    Contexts(ProcessEngineConfigurationImpl engine) {
      this.engine = engine;
    }

    @Override
    public CommandContext createCommandContext() {
      CommandContext context = new CommandContext(engine, NoTransaction::new);
      context.setAuthorizationCheckEnabled(false);
      return context;
    }
  }

  /** Nothing is written, so there is nothing to commit. */
  private record NoTransaction(CommandContext context) implements TransactionContext {

    @Override
    public void commit() {}

    @Override
    public void rollback() {}

    @Override
    public void addTransactionListener(TransactionState state, TransactionListener listener) {}

    @Override
    public boolean isTransactionActive() {
      return true;
    }
  }
}
