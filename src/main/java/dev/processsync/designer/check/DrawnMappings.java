package dev.processsync.designer.check;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.definition.InboundMappings.Mapped;
import dev.processsync.definition.Subflows.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** What the steps of an inbound subflow that update a record make of which captured fields. */
@Component
public final class DrawnMappings {

  private static final String FIELDS = "fields";

  private final PillUses pills;

  DrawnMappings(PillUses pills) {
    this.pills = pills;
  }

  /** None of a model that can't be read. */
  public List<Mapped> of(String key, String bpmn) {
    try {
      DrawnFlow flow = DrawnFlow.read(key, Kind.INBOUND, bpmn);
      List<PillUse> uses = pills.of(flow).filter(use -> !use.pill().path().isEmpty()).toList();
      return flow.stepsThat("updateRecord").flatMap(step -> mapped(step, uses)).toList();
    } catch (ModelException unreadable) {
      return List.of();
    }
  }

  private static Stream<Mapped> mapped(DrawnStep step, List<PillUse> uses) {
    DrawnValue table = step.input("table");
    return table.isLiteral() && !table.isBlank()
        ? step.input(FIELDS).entries().keySet().stream()
            .map(field -> mapped(step, table.text().strip(), field, uses))
            .filter(mapped -> !mapped.from().isEmpty())
        : Stream.empty();
  }

  private static Mapped mapped(DrawnStep step, String table, String field, List<PillUse> uses) {
    Place place = step.place(FIELDS + "." + field);
    Set<String> from = new TreeSet<>();
    uses.stream()
        .filter(use -> use.place().equals(place))
        .filter(use -> use.changedFields().findAny().isPresent())
        .forEach(use -> from.add(use.pill().path().get(0)));
    String policy = step.input("conflict_policies").entries().getOrDefault(field, "");
    return new Mapped(table, field.strip(), from, ConflictPolicy.of(policy.strip()));
  }
}
