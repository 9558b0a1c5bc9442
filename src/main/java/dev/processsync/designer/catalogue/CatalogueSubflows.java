package dev.processsync.designer.catalogue;

import dev.processsync.definition.Subflows;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Answers what flow bindings need to know about subflows. */
@Component
class CatalogueSubflows implements Subflows {

  private final Drafts drafts;
  private final Published published;

  CatalogueSubflows(Drafts drafts, Published published) {
    this.drafts = drafts;
    this.published = published;
  }

  @Override
  public Optional<Kind> publishedKind(String key) {
    return published.find(key).flatMap(published::kind);
  }

  @Override
  public boolean isDraft(String key) {
    return drafts.find(key).isPresent() && published.find(key).isEmpty();
  }

  @Override
  public boolean isInactive(String key) {
    return published.find(key).filter(ProcessDefinition::isSuspended).isPresent();
  }

  @Override
  public List<String> published(Kind kind) {
    return published.all().stream()
        .filter(definition -> !definition.isSuspended())
        .filter(definition -> published.kind(definition).filter(kind::equals).isPresent())
        .map(ProcessDefinition::getKey)
        .toList();
  }
}
