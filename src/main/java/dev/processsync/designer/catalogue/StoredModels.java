package dev.processsync.designer.catalogue;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.designer.model.Model;
import dev.processsync.designer.model.SubflowProblem.InvalidSubflow;
import org.camunda.bpm.engine.ParseException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The models of the catalogue, for those who run them otherwise than published. */
@Component
public class StoredModels {

  private final NewestModels newest;
  private final Published published;
  private final ModelCheck check;

  StoredModels(NewestModels newest, Published published, ModelCheck check) {
    this.newest = newest;
    this.published = published;
    this.check = check;
  }

  /**
   * What the subflow's newest state is for, draft or published.
   *
   * @throws RuntimeException that is answered as 404, if there is no such subflow
   */
  public Kind kind(String key) {
    return newest.kind(key);
  }

  /**
   * Whether the newest state, draft or published, may run at all.
   *
   * @throws RuntimeException that is answered as 400, if it contains what could run code
   */
  public void require(String key) {
    check.require(key, newest.kind(key), newest.bpmn(key));
  }

  /** The sample payload of its first transform action, empty if it has none. */
  public String sample(String key) {
    return Model.parse(newest.bpmn(key)).sample();
  }

  /**
   * Deploys the newest state, draft or published, under another key in the caller's transaction,
   * which must be undone.
   *
   * @return the definition's id
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String deploy(String key, String as) {
    String bpmn = newest.bpmn(key);
    check.require(key, newest.kind(key), bpmn);
    try {
      return published.deploy(as, as, Model.parse(bpmn).copy(key, as, as));
    } catch (ParseException e) {
      throw new InvalidSubflow("The model can't be run. " + ModelCheck.reasons(e));
    }
  }

  /** Has the engine forget what was deployed in a transaction that was undone. */
  public void forget(String definition) {
    published.forget(definition);
  }
}
