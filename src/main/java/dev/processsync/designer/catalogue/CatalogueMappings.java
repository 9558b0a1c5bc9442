package dev.processsync.designer.catalogue;

import dev.processsync.definition.InboundMappings;
import dev.processsync.designer.check.DrawnMappings;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the published inbound subflows write. */
@Component
class CatalogueMappings implements InboundMappings {

  private final Published published;
  private final DrawnMappings mappings;

  CatalogueMappings(Published published, DrawnMappings mappings) {
    this.published = published;
    this.mappings = mappings;
  }

  @Override
  public List<Mapped> of(String subflow) {
    return published
        .find(subflow)
        .map(definition -> mappings.of(subflow, published.bpmn(definition)))
        .orElse(List.of());
  }
}
