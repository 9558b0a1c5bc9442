package dev.processsync.designer.catalogue;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.designer.model.Model;
import dev.processsync.designer.model.SubflowProblem;
import dev.processsync.designer.model.SubflowProblem.InvalidSubflow;
import dev.processsync.designer.model.SubflowProblem.NoSuchSubflow;
import java.util.Optional;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A subflow's newest state: its draft, else what is published. */
@Component
@Transactional(readOnly = true)
class NewestModels {

  private final Drafts drafts;
  private final Published published;

  NewestModels(Drafts drafts, Published published) {
    this.drafts = drafts;
    this.published = published;
  }

  /** The draft's model; the published one's if there is no draft. */
  String bpmn(String key) {
    return drafts
        .find(key)
        .map(Draft::bpmn)
        .or(() -> published.find(key).map(published::bpmn))
        .orElseThrow(() -> new NoSuchSubflow(key));
  }

  /**
   * What the draft is for; the published one if there is no draft.
   *
   * @throws InvalidSubflow if what is published can't be run
   */
  Kind kind(String key) {
    return knownKind(key)
        .orElseThrow(
            () ->
                published
                    .find(key)
                    .<SubflowProblem>map(
                        found ->
                            new InvalidSubflow(
                                "Subflow '%s' can't be used. %s"
                                    .formatted(key, published.problem(found))))
                    .orElseGet(() -> new NoSuchSubflow(key)));
  }

  private Optional<Kind> knownKind(String key) {
    return drafts
        .find(key)
        .map(Draft::kind)
        .or(() -> published.find(key).flatMap((ProcessDefinition found) -> published.kind(found)));
  }

  /** What can't be read says nothing about its kind: what replaces it does. */
  Kind kindFor(String key, String bpmn) {
    return knownKind(key)
        .or(() -> published.find(key).flatMap(unreadable -> Model.parse(bpmn).kind(key)))
        .orElseGet(() -> kind(key));
  }
}
