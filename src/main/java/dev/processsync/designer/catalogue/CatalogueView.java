package dev.processsync.designer.catalogue;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.designer.Subflow;
import dev.processsync.designer.SubflowList;
import dev.processsync.designer.model.SubflowProblem.NoSuchSubflow;
import dev.processsync.dictionary.FieldValue;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drafts and published subflows as one list. */
@Component
class CatalogueView implements SubflowList {

  private final Drafts drafts;
  private final Published published;
  private final Shipped shipped;

  CatalogueView(Drafts drafts, Published published, Shipped shipped) {
    this.drafts = drafts;
    this.published = published;
    this.shipped = shipped;
  }

  @Override
  public List<Subflow> all() {
    Map<String, Subflow> byKey = new TreeMap<>();
    Map<String, Draft> unpublished = new TreeMap<>();
    drafts.all().forEach(draft -> unpublished.put(draft.key(), draft));
    published
        .all()
        .forEach(
            definition ->
                byKey.put(
                    definition.getKey(),
                    line(definition, unpublished.remove(definition.getKey()))));
    unpublished.values().forEach(draft -> byKey.put(draft.key(), line(draft)));
    return List.copyOf(byKey.values());
  }

  /**
   * @throws NoSuchSubflow if there is none
   */
  Subflow require(String key) {
    return find(key).orElseThrow(() -> new NoSuchSubflow(key));
  }

  @Override
  public Optional<Subflow> find(String key) {
    Optional<Draft> draft = drafts.find(key);
    return published
        .find(key)
        .map(definition -> line(definition, draft.orElse(null)))
        .or(() -> draft.map(CatalogueView::line));
  }

  private Subflow line(ProcessDefinition definition, @Nullable Draft draft) {
    return new Subflow(
        definition.getKey(),
        name(definition),
        published
            .kind(definition)
            .or(() -> Optional.ofNullable(draft).map(Draft::kind))
            .map(CatalogueView::word)
            .orElse(""),
        definition.getVersion(),
        Objects.requireNonNullElse(definition.getVersionTag(), ""),
        draft == null ? Subflow.State.PUBLISHED : Subflow.State.CHANGED,
        !definition.isSuspended(),
        shipped.has(definition.getKey()),
        draft == null ? "" : draft.basedOn(),
        draft == null ? "" : draft.updatedBy(),
        updatedOn(definition, draft).format(FieldValue.DATE_TIME),
        published.problem(definition));
  }

  private LocalDateTime updatedOn(ProcessDefinition definition, @Nullable Draft draft) {
    return draft == null
        ? LocalDateTime.ofInstant(published.deployedAt(definition), ZoneOffset.UTC)
        : draft.updatedOn();
  }

  private static Subflow line(Draft draft) {
    return new Subflow(
        draft.key(),
        draft.name(),
        word(draft.kind()),
        0,
        "",
        Subflow.State.DRAFT,
        true,
        false,
        draft.basedOn(),
        draft.updatedBy(),
        draft.updatedOn().format(FieldValue.DATE_TIME),
        "");
  }

  private static String name(ProcessDefinition definition) {
    return definition.getName() == null ? definition.getKey() : definition.getName();
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
