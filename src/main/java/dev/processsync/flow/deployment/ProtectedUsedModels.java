package dev.processsync.flow.deployment;

import dev.processsync.support.Lists;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever deletes a model, by REST, in Cockpit or otherwise: if it was the last one of a subflow
 * that something uses, the deletion is undone.
 */
public final class ProtectedUsedModels extends AbstractProcessEnginePlugin {

  private final Supplier<UsedModels> used;
  private final Supplier<PlatformTransactionManager> transactions;

  /**
   * Both are asked when something is deleted, not before: they are built after the engine.
   *
   * @param transactions those that the engine takes part in
   */
  public ProtectedUsedModels(
      Supplier<UsedModels> used, Supplier<PlatformTransactionManager> transactions) {
    this.used = used;
    this.transactions = transactions;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPreCommandInterceptorsTxRequired(
        Lists.with(engine.getCustomPreCommandInterceptorsTxRequired(), new Guard()));
  }

  private final class Guard extends CommandInterceptor {
    @Override
    public <T> @Nullable T execute(Command<T> command) {
      if (!(command instanceof DeleteDeploymentCmd)
          && !(command instanceof DeleteProcessDefinitionsByIdsCmd)
          && !(command instanceof AbstractDeleteProcessDefinitionCmd)) {
        return next.execute(command);
      }
      return new TransactionTemplate(transactions.get())
          .execute(
              status -> {
                Map<String, String> before = used.get().published();
                T result = next.execute(command);
                requireAll(before, used.get().published());
                return result;
              });
    }
  }

  private static void requireAll(Map<String, String> before, Map<String, String> after) {
    before.forEach(
        (key, user) -> {
          if (!after.containsKey(key)) {
            throw new BadUserRequestException(
                "Subflow '%s' is used by %s: choose another there first."
                    .formatted(key, Objects.requireNonNull(user)));
          }
        });
  }
}
