package dev.processsync.flow.deployment;

import dev.processsync.support.Lists;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;

/** Has the engine tell of what its users deploy. What the product deploys itself has no user. */
public final class DeploymentsTold extends AbstractProcessEnginePlugin {

  private final Consumer<ModelDeployed> told;

  public DeploymentsTold(Consumer<ModelDeployed> told) {
    this.told = told;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    Deployer teller = this::tell;
    engine.setCustomPostDeployers(Lists.with(engine.getCustomPostDeployers(), teller));
  }

  /** Also called when a definition that was deployed long ago is read again. */
  private void tell(DeploymentEntity deployment) {
    String user = Context.getCommandContext().getAuthenticatedUserId();
    List<@Nullable ProcessDefinitionEntity> definitions =
        deployment.getDeployedArtifacts(ProcessDefinitionEntity.class);
    if (!deployment.isNew() || user == null || definitions == null) {
      return;
    }
    for (ProcessDefinitionEntity definition : definitions) {
      if (definition != null) {
        told.accept(
            new ModelDeployed(
                definition.getKey(), definition.getId(), definition.getVersion(), user));
      }
    }
  }
}
