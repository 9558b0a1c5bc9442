package dev.processsync.flow.deployment;

import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.jspecify.annotations.Nullable;

/** The engine's table of kinds of jobs: those of models that stay are not suspended either. */
final class ProtectedJobDefinitions extends JobDefinitionManager {

  private final ProtectedModels rule;

  ProtectedJobDefinitions(ProtectedModels rule) {
    this.rule = rule;
  }

  @Override
  public void updateJobDefinitionSuspensionStateById(String id, SuspensionState state) {
    JobDefinitionEntity found = state == SuspensionState.SUSPENDED ? findById(id) : null;
    if (found != null) {
      rule.refuseSuspension(found.getProcessDefinitionKey());
    }
    super.updateJobDefinitionSuspensionStateById(id, state);
  }

  @Override
  public void updateJobDefinitionSuspensionStateByProcessDefinitionId(
      String definition, SuspensionState state) {
    if (state == SuspensionState.SUSPENDED) {
      rule.refuseSuspensionById(definition);
    }
    super.updateJobDefinitionSuspensionStateByProcessDefinitionId(definition, state);
  }

  @Override
  public void updateJobDefinitionSuspensionStateByProcessDefinitionKey(
      String key, SuspensionState state) {
    if (state == SuspensionState.SUSPENDED) {
      rule.refuseSuspension(key);
    }
    super.updateJobDefinitionSuspensionStateByProcessDefinitionKey(key, state);
  }

  @Override
  public void updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(
      String key, @Nullable String tenant, SuspensionState state) {
    if (state == SuspensionState.SUSPENDED) {
      rule.refuseSuspension(key);
    }
    super.updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(key, tenant, state);
  }
}
