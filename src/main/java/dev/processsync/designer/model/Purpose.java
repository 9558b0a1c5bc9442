package dev.processsync.designer.model;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.designer.model.SubflowProblem.InvalidSubflow;
import dev.processsync.policy.UnreadableXml;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * What a definition of the engine is to the catalogue. One that can't be read is not a reason to
 * show none of the others: it has a problem.
 *
 * @param kind empty if flows can't run it, or it is no subflow
 * @param problem why flows can't run it, empty if they can or it is no subflow
 */
public record Purpose(Optional<Kind> kind, String problem) {

  public static Purpose of(ProcessDefinition definition, Supplier<String> bpmn) {
    Optional<Kind> kind;
    try {
      kind = Model.parse(bpmn.get()).kind(definition.getKey());
    } catch (ProcessEnginePersistenceException e) {
      throw e; // The database is in trouble, which says nothing about the model.
    } catch (InvalidSubflow | UnreadableXml | ProcessEngineException e) {
      return new Purpose(
          Optional.empty(),
          "%s Delete the subflow, or publish a model that can be read.".formatted(e.getMessage()));
    }
    String tenant = definition.getTenantId();
    if (tenant != null && kind.isPresent()) {
      return new Purpose(
          Optional.empty(),
          "It was deployed for the tenant '%s', and there are no tenants here: no flow runs it. Delete it, and deploy it without a tenant."
              .formatted(tenant));
    }
    return new Purpose(kind, "");
  }

  public boolean isListed() {
    return kind.isPresent() || !problem.isEmpty();
  }
}
