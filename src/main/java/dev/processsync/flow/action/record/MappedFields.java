package dev.processsync.flow.action.record;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.flow.action.FlowNotes;
import dev.processsync.flow.action.Step;
import dev.processsync.flow.payload.ChangedField;
import dev.processsync.queue.lane.TurnRuns;
import dev.processsync.record.References;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns the {@code fields} of a mapping into values for a record of this instance. */
@Component
class MappedFields {

  private final Dictionary dictionary;
  private final References references;
  private final FlowNotes notes;

  MappedFields(Dictionary dictionary, References references, FlowNotes notes) {
    this.dictionary = dictionary;
    this.references = references;
    this.notes = notes;
  }

  /** What becomes of a reference that leads nowhere: nothing, so it depends on what is there. */
  enum Unresolved {
    STAYS_EMPTY("stays empty"),
    STAYS_AS_IT_IS("stays as it is");

    private final String inWords;

    Unresolved(String inWords) {
      this.inWords = inWords;
    }
  }

  /**
   * The values to write. A field whose pill the payload didn't bring is left out; so is a reference
   * that leads nowhere, with a warning in the flow's notes.
   *
   * @throws dev.processsync.problem.NoSuchField if the table lacks a field
   */
  Map<String, String> resolve(
      Step step, String tableName, Map<?, ?> mapping, Unresolved unresolved) {
    Table table = dictionary.require(tableName);
    Map<String, String> values = new LinkedHashMap<>();
    mapping.forEach(
        (name, value) -> {
          Field field = table.require(String.valueOf(name).strip());
          if (value != null) {
            resolve(step, table, field, value, unresolved)
                .ifPresent(resolved -> values.put(field.name(), resolved));
          }
        });
    return values;
  }

  /** The value of one field; empty if it is a reference that leads nowhere, with a warning. */
  Optional<String> resolve(
      Step step, Table table, Field field, Object value, Unresolved unresolved) {
    String target = field.reference();
    if (target == null || value.toString().isBlank()) {
      return Optional.of(value.toString());
    }
    TurnRuns.requireWritten(target);
    List<String> meant = meant(value);
    String reason = "no record of %s is '%s'".formatted(target, String.join("' or '", meant));
    for (String idOrDisplay : meant) {
      References.Resolved resolved = references.resolve(target, idOrDisplay);
      if (resolved instanceof References.Resolved.Found found) {
        return Optional.of(found.sysId());
      } else if (resolved instanceof References.Resolved.Ambiguous ambiguous) {
        reason =
            "'%s' may be any of these records of %s: %s"
                .formatted(idOrDisplay, target, ambiguous.inWords());
      }
    }
    notes.warn(
        step,
        "%s (%s.%s) %s: %s."
            .formatted(field.label(), table.name(), field.name(), unresolved.inWords, reason));
    return Optional.empty();
  }

  /** As {@link #resolve}, of what nobody needs to be warned of. */
  Optional<String> find(Field field, Object value) {
    String target = field.reference();
    if (target == null || value.toString().isBlank()) {
      return Optional.of(value.toString());
    }
    TurnRuns.requireWritten(target);
    return meant(value).stream()
        .map(idOrDisplay -> references.resolve(target, idOrDisplay))
        .filter(References.Resolved.Found.class::isInstance)
        .map(found -> ((References.Resolved.Found) found).sysId())
        .findFirst();
  }

  /** The id, and if it is not known here the display value. */
  private static List<String> meant(Object value) {
    return value instanceof ChangedField captured
        ? Stream.of(captured.value(), captured.displayValue())
            .filter(text -> !text.isBlank())
            .toList()
        : List.of(value.toString().strip());
  }
}
