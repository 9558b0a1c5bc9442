package dev.processsync.designer.catalogue;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.designer.Subflow;
import dev.processsync.designer.catalogue.SubflowHistory.Action;
import dev.processsync.designer.check.Problem;
import dev.processsync.designer.check.SubflowChecks;
import dev.processsync.designer.model.Model;
import dev.processsync.designer.model.SubflowProblem.InvalidSubflow;
import dev.processsync.designer.model.SubflowProblem.StaleDraft;
import dev.processsync.designer.model.SubflowProblem.SubflowConflict;
import dev.processsync.designer.model.SubflowProblem.UnpublishableSubflow;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.record.CurrentActor;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ParseException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with subflows: copy, edit, publish, delete (steps 32, 37, 39–43, 46–50). */
@Service
@Transactional
class Catalogue {

  private final Drafts drafts;
  private final Published published;
  private final NewestModels newest;
  private final Shipped shipped;
  private final CatalogueView view;
  private final ModelCheck check;
  private final SubflowChecks checks;
  private final SubflowUse use;
  private final Versions versions;
  private final SubflowHistory history;
  private final CurrentActor currentActor;
  private final Clock clock;

  Catalogue(
      Drafts drafts,
      Published published,
      NewestModels newest,
      Shipped shipped,
      CatalogueView view,
      ModelCheck check,
      SubflowChecks checks,
      SubflowUse use,
      Versions versions,
      SubflowHistory history,
      CurrentActor currentActor,
      Clock clock) {
    this.drafts = drafts;
    this.published = published;
    this.newest = newest;
    this.shipped = shipped;
    this.view = view;
    this.check = check;
    this.checks = checks;
    this.use = use;
    this.versions = versions;
    this.history = history;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /** A draft that is the source's newest state under another key and name. */
  Subflow copy(String source, NewSubflow wish) {
    Subflow original = view.require(source);
    String key =
        wish.keyFor(source, each -> drafts.find(each).isPresent() || published.isTaken(each));
    if (drafts.find(key).isPresent() || published.isTaken(key)) {
      throw new SubflowConflict("The key '%s' is in use: choose another.".formatted(key));
    }
    List<String> names = view.all().stream().map(Subflow::name).toList();
    String name = wish.nameFor(original.name(), names::contains);
    String bpmn = Model.parse(newest.bpmn(source)).copy(source, key, name);
    drafts.insert(draft(key, name, newest.kind(source), bpmn, source));
    history.note(key, Action.COPIED, 0, "of " + source);
    return view.require(key);
  }

  /**
   * Saves a draft; the published version goes on running.
   *
   * @param ifMatch the version of the model that was edited, as {@link ModelVersion} says it
   * @throws StaleDraft if it is no longer that
   */
  Subflow edit(String key, String model, String ifMatch) {
    String bpmn = Model.withLiteralSamples(model);
    Kind kind = newest.kindFor(key, bpmn);
    refuseTemplate(key, "edited");
    refuseStale(key, ifMatch);
    String name = check.require(key, kind, bpmn);
    String basedOn = drafts.find(key).map(Draft::basedOn).orElse(key);
    drafts.save(draft(key, name, kind, bpmn, basedOn));
    history.noteSaved(key);
    return view.require(key);
  }

  /**
   * Gives up a draft; the published version stays.
   *
   * @param ifMatch the version of the model that is meant, as {@link ModelVersion} says it
   * @throws StaleDraft if it is no longer that
   */
  Subflow discard(String key, String ifMatch) {
    view.require(key);
    requireDraft(key);
    refuseStaleIfAsked(key, ifMatch);
    if (published.find(key).isEmpty()) {
      throw new SubflowConflict(
          "Subflow '%s' was never published, so the draft is all of it: delete the subflow instead."
              .formatted(key));
    }
    drafts.delete(key);
    history.note(key, Action.DISCARDED, 0, "");
    return view.require(key);
  }

  /** Makes an older version's model the draft, to be published again. */
  Subflow restore(String key, String version) {
    String bpmn = versions.bpmn(key, version);
    refuseTemplate(key, "changed");
    if (drafts.find(key).isPresent()) {
      throw new SubflowConflict(
          "Subflow '%s' has a draft already: publish or discard it first.".formatted(key));
    }
    Kind kind = newest.kindFor(key, bpmn);
    drafts.insert(draft(key, check.require(key, kind, bpmn), kind, bpmn, key));
    history.note(key, Action.RESTORED, Integer.parseInt(version), "");
    return view.require(key);
  }

  /** No flow may begin to use it, and it runs no more; what runs already finishes. */
  Subflow deactivate(String key) {
    requirePublished(key);
    refuseTemplate(key, "deactivated");
    refuseUsed(key);
    published.deactivate(key);
    history.note(key, Action.DEACTIVATED, 0, "");
    return view.require(key);
  }

  Subflow activate(String key) {
    requirePublished(key);
    published.activate(key);
    history.note(key, Action.ACTIVATED, 0, "");
    return view.require(key);
  }

  /**
   * What is wrong with the newest state, draft or published; errors first, then warnings.
   *
   * @throws InvalidSubflow if it contains what could run code: nobody looks any further then
   */
  @Transactional(readOnly = true)
  List<Problem> problems(String key) {
    Kind kind = newest.kind(key);
    String bpmn = newest.bpmn(key);
    check.require(key, kind, bpmn);
    return checks.check(key, kind, bpmn);
  }

  /**
   * Makes the draft the version that flows run from now on; without a draft, nothing changes.
   *
   * @param ifMatch the version of the model that is meant, as {@link ModelVersion} says it
   * @throws UnpublishableSubflow if it has errors
   * @throws StaleDraft if it is no longer that
   */
  Publication publish(String key, String ifMatch) {
    Subflow before = view.require(key);
    refuseStale(key, ifMatch);
    List<Problem> problems = problems(key);
    Optional<Draft> draft = drafts.find(key);
    if (draft.isEmpty()) {
      return new Publication(before, problems);
    }
    if (problems.stream().anyMatch(Problem::isError)) {
      throw new UnpublishableSubflow(key, problems);
    }
    try {
      published.deploy(key, draft.get().name(), draft.get().bpmn());
    } catch (ParseException e) {
      throw new InvalidSubflow("The model can't be published. " + ModelCheck.reasons(e));
    }
    drafts.delete(key);
    Subflow now = view.require(key);
    history.note(key, Action.PUBLISHED, now.version(), "");
    return new Publication(now, problems);
  }

  /** Deletes draft and versions, unless a flow needs them. */
  void delete(String key, String ifMatch) {
    view.require(key);
    refuseTemplate(key, "deleted");
    refuseStaleIfAsked(key, ifMatch);
    refuseUsed(key);
    if (published.isRunning(key)) {
      throw new SubflowConflict(
          "Subflow '%s' is running: wait until it ends, or end it in Cockpit.".formatted(key));
    }
    drafts.delete(key);
    if (published.find(key).isPresent()) {
      published.delete(key);
    }
    history.note(key, Action.DELETED, 0, "");
  }

  /** What can't even be read any more can be given up nevertheless. */
  private void refuseStaleIfAsked(String key, String ifMatch) {
    if (!ifMatch.equals(ModelVersion.ANY)) {
      refuseStale(key, ifMatch);
    }
  }

  private void refuseStale(String key, String ifMatch) {
    Optional<Draft> draft = drafts.lock(key);
    if (!ModelVersion.matches(ifMatch, newest.bpmn(key))) {
      throw new StaleDraft(
          key,
          draft
              .map(
                  now ->
                      "%s saved its draft at %s"
                          .formatted(now.updatedBy(), now.updatedOn().format(FieldValue.DATE_TIME)))
              .orElse("its draft was published or discarded"));
    }
  }

  private void refuseUsed(String key) {
    use.of(key)
        .ifPresent(
            user -> {
              throw new SubflowConflict(
                  "Subflow '%s' is used by %s: choose another there first.".formatted(key, user));
            });
  }

  private void requireDraft(String key) {
    if (drafts.find(key).isEmpty()) {
      throw new SubflowConflict("Subflow '%s' has no draft.".formatted(key));
    }
  }

  private void requirePublished(String key) {
    view.require(key);
    if (published.find(key).isEmpty()) {
      throw new SubflowConflict("Subflow '%s' is not published yet.".formatted(key));
    }
  }

  private void refuseTemplate(String key, String what) {
    if (shipped.has(key)) {
      throw new SubflowConflict(
          "'%s' is shipped with the product and can't be %s: copy it.".formatted(key, what));
    }
  }

  private Draft draft(String key, String name, Kind kind, String bpmn, String basedOn) {
    return new Draft(
        key, name, kind, bpmn, basedOn, currentActor.get().userName(), LocalDateTime.now(clock));
  }
}
