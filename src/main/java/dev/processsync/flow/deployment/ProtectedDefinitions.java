package dev.processsync.flow.deployment;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;

/** The engine's table of process definitions, in which some stay as they are. */
final class ProtectedDefinitions extends ProcessDefinitionManager {

  private final ProtectedModels rule;

  ProtectedDefinitions(ProtectedModels rule) {
    this.rule = rule;
  }

  @Override
  public void deleteProcessDefinition(
      ProcessDefinition definition,
      String definitionId,
      boolean cascadeToHistory,
      boolean cascadeToInstances,
      boolean skipCustomListeners,
      boolean skipIoMappings) {
    rule.refuseDeletion(definition.getKey());
    super.deleteProcessDefinition(
        definition,
        definitionId,
        cascadeToHistory,
        cascadeToInstances,
        skipCustomListeners,
        skipIoMappings);
  }

  @Override
  public void updateProcessDefinitionSuspensionStateById(String id, SuspensionState state) {
    if (state == SuspensionState.SUSPENDED) {
      rule.refuseSuspensionById(id);
    }
    super.updateProcessDefinitionSuspensionStateById(id, state);
  }

  @Override
  public void updateProcessDefinitionSuspensionStateByKey(String key, SuspensionState state) {
    if (state == SuspensionState.SUSPENDED) {
      rule.refuseSuspension(key);
    }
    super.updateProcessDefinitionSuspensionStateByKey(key, state);
  }

  @Override
  public void updateProcessDefinitionSuspensionStateByKeyAndTenantId(
      String key, @Nullable String tenant, SuspensionState state) {
    if (state == SuspensionState.SUSPENDED) {
      rule.refuseSuspension(key);
    }
    super.updateProcessDefinitionSuspensionStateByKeyAndTenantId(key, tenant, state);
  }
}
