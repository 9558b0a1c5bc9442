package dev.processsync.designer.catalogue;

import dev.processsync.designer.model.Difference;
import dev.processsync.designer.model.Model;
import dev.processsync.designer.model.SubflowProblem.NoSuchVersion;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.TableRecord;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The published versions of a subflow, and how they differ. */
@Component
@Transactional(readOnly = true)
class Versions {

  /** Stands for the draft where a version's number is asked for. */
  static final String DRAFT = "draft";

  private final CatalogueView view;
  private final Published published;
  private final Drafts drafts;
  private final SubflowHistory history;

  Versions(CatalogueView view, Published published, Drafts drafts, SubflowHistory history) {
    this.view = view;
    this.published = published;
    this.drafts = drafts;
    this.history = history;
  }

  /** The newest first. */
  List<SubflowVersion> of(String key) {
    view.require(key);
    Map<String, String> publishers =
        history.of(key).stream()
            .filter(entry -> !entry.get("version").isEmpty())
            .filter(Versions::isPublishing)
            .collect(
                Collectors.toMap(
                    entry -> entry.get("version"), entry -> entry.get("done_by"), (a, b) -> a));
    List<ProcessDefinition> versions = published.versions(key);
    return versions.stream()
        .map(
            version ->
                new SubflowVersion(
                    version.getVersion(),
                    Objects.requireNonNullElse(version.getVersionTag(), ""),
                    Objects.requireNonNullElse(version.getName(), key),
                    LocalDateTime.ofInstant(published.deployedAt(version), ZoneOffset.UTC)
                        .format(FieldValue.DATE_TIME),
                    publishers.getOrDefault(Integer.toString(version.getVersion()), ""),
                    published.running(version),
                    version == versions.get(0)))
        .toList();
  }

  /**
   * The model of a version.
   *
   * @param version its number, or {@link #DRAFT}
   * @throws NoSuchVersion if there is none
   */
  String bpmn(String key, String version) {
    view.require(key);
    if (version.equals(DRAFT)) {
      return drafts.find(key).map(Draft::bpmn).orElseThrow(() -> new NoSuchVersion(key, version));
    }
    return number(version)
        .flatMap(number -> published.version(key, number))
        .map(published::bpmn)
        .orElseThrow(() -> new NoSuchVersion(key, version));
  }

  /** What a change from one version to another changes, element by element. */
  List<Difference> compare(String key, String from, String to) {
    return Difference.between(Model.parse(bpmn(key, from)), Model.parse(bpmn(key, to)));
  }

  private static boolean isPublishing(TableRecord entry) {
    String action = entry.get("action");
    return action.equals("published") || action.equals("deployed");
  }

  private static Optional<Integer> number(String version) {
    try {
      return Optional.of(Integer.parseInt(version));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
