package dev.processsync.flow.deployment;

import dev.processsync.support.Lists;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.jspecify.annotations.Nullable;

/**
 * What is shipped is neither replaced nor deleted nor suspended, and what a flow uses is not
 * suspended, by whichever way into the engine and by whomever: the entries that need it would wait
 * without a word. The rule stands where the engine writes its tables, which all ways lead to.
 */
public final class ProtectedModels extends AbstractProcessEnginePlugin {

  private final Supplier<ShippedModels> shipped;
  private final Supplier<UsedModels> used;

  /** Both are asked when something is changed, not before: they are built after the engine. */
  public ProtectedModels(Supplier<ShippedModels> shipped, Supplier<UsedModels> used) {
    this.shipped = shipped;
    this.used = used;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    Deployer deployed = this::refuseReplacement;
    engine.setCustomPostDeployers(Lists.with(engine.getCustomPostDeployers(), deployed));
    engine.setCustomSessionFactories(
        Lists.with(
            engine.getCustomSessionFactories(),
            inPlaceOf(ProcessDefinitionManager.class, () -> new ProtectedDefinitions(this)),
            inPlaceOf(JobDefinitionManager.class, () -> new ProtectedJobDefinitions(this)),
            inPlaceOf(JobManager.class, () -> new ProtectedSchedule(this))));
  }

  /** Also called when a definition that was deployed long ago is read again. */
  private void refuseReplacement(DeploymentEntity deployment) {
    List<@Nullable ProcessDefinitionEntity> definitions =
        deployment.getDeployedArtifacts(ProcessDefinitionEntity.class);
    if (!deployment.isNew() || definitions == null) {
      return;
    }
    for (ProcessDefinitionEntity definition : definitions) {
      if (definition != null && shipped.get().has(definition.getKey())) {
        // The instance deploys its own at its start, as nobody in particular.
        boolean own = Context.getCommandContext().getAuthenticatedUserId() == null;
        byte[] bpmn = deployment.getResource(definition.getResourceName()).getBytes();
        if (!own || !shipped.get().isModel(definition.getKey(), bpmn)) {
          throw refusal(definition.getKey(), "replaced: give your model a key of its own");
        }
      }
    }
  }

  void refuseDeletion(String key) {
    if (shipped.get().has(key)) {
      throw refusal(key, "deleted");
    }
  }

  void refuseSuspension(String key) {
    if (shipped.get().has(key)) {
      throw refusal(key, "suspended");
    }
    Optional.ofNullable(used.get().published().get(key))
        .ifPresent(
            user -> {
              throw new BadUserRequestException(
                  "Subflow '%s' is used by %s: choose another there first.".formatted(key, user));
            });
  }

  void refuseSuspensionById(@Nullable String definition) {
    key(definition).ifPresent(this::refuseSuspension);
  }

  private static Optional<String> key(@Nullable String definition) {
    return definition == null
        ? Optional.empty()
        : Optional.ofNullable(
                Context.getCommandContext()
                    .getProcessDefinitionManager()
                    .findLatestProcessDefinitionById(definition))
            .map(ProcessDefinitionEntity::getKey);
  }

  private static BadUserRequestException refusal(String key, String what) {
    return new BadUserRequestException(
        "'%s' is shipped with the product and can't be %s.".formatted(key, what));
  }

  private static <T extends Session> SessionFactory inPlaceOf(Class<T> type, Supplier<T> ours) {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return type;
      }

      @Override
      public Session openSession() {
        return ours.get();
      }
    };
  }
}
