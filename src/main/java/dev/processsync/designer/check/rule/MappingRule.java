package dev.processsync.designer.check.rule;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.designer.check.DrawnFlow;
import dev.processsync.designer.check.DrawnStep;
import dev.processsync.designer.check.DrawnValue;
import dev.processsync.designer.check.Place;
import dev.processsync.designer.check.Problem;
import dev.processsync.designer.check.Rule;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every mapped field exists and may be written, and a new record gets what it must have. */
@Component
final class MappingRule implements Rule {

  private static final String CREATE = "createRecord";
  private static final String UPDATE = "updateRecord";
  private static final String DELETE = "deleteRecord";
  private static final String FIELDS = "fields";
  private static final String POLICIES = "conflict_policies";

  private final Dictionary dictionary;

  MappingRule(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public Stream<Problem> problems(DrawnFlow flow) {
    return Stream.concat(
        flow.stepsThat(CREATE, UPDATE, DELETE).flatMap(this::problems),
        flow.stepsThat(UPDATE).flatMap(MappingRule::policies));
  }

  private static Stream<Problem> policies(DrawnStep step) {
    DrawnValue policies = step.input(POLICIES);
    if (policies.isLiteral() && !policies.isBlank()) {
      return Stream.of(
          step.place(POLICIES)
              .error(
                  "The conflict policies must be a map with an entry for each field, not text."));
    }
    Set<String> mapped =
        step.input(FIELDS).entries().keySet().stream()
            .map(String::strip)
            .collect(Collectors.toSet());
    return policies.entries().entrySet().stream()
        .flatMap(entry -> policy(step, mapped, entry.getKey(), entry.getValue().strip()));
  }

  private static Stream<Problem> policy(
      DrawnStep step, Set<String> mapped, String field, String policy) {
    Place place = step.place(POLICIES + "." + field);
    if (ConflictPolicy.of(policy).isEmpty()) {
      return Stream.of(
          place.error(
              "'%s' is no conflict policy for %s: use newest, remote, local or ask."
                  .formatted(policy, field)));
    }
    return mapped.contains(field.strip())
        ? Stream.empty()
        : Stream.of(
            place.error(
                "The conflict policy of '%s' is of no field that this step maps. %s"
                    .formatted(field, CloseNames.suggest(field.strip(), mapped))));
  }

  private Stream<Problem> problems(DrawnStep step) {
    DrawnValue table = step.input("table");
    DrawnValue fields = step.input(FIELDS);
    if (fields.isLiteral() && !fields.isBlank()) {
      return Stream.of(
          step.place(FIELDS)
              .error("The fields must be a map with an entry for each field, not text."));
    }
    if (!table.isLiteral() || table.isBlank()) {
      return Stream.empty();
    }
    Optional<Table> found = dictionary.find(table.text());
    if (found.isEmpty()) {
      List<String> names = dictionary.tables().stream().map(Table::name).sorted().toList();
      return Stream.of(
          step.place("table")
              .error(
                  "There is no table '%s'. %s"
                      .formatted(table.text(), CloseNames.suggest(table.text(), names))));
    }
    if (!found.get().access().flows()) {
      return Stream.of(
          step.place("table")
              .error(
                  "Flows may not write %s: users, rights and configuration are for people. Choose another table."
                      .formatted(found.get().title())));
    }
    if (step.action().equals(DELETE)) {
      return Stream.empty();
    }
    return fields.isBlank()
        ? Stream.of(step.place(FIELDS).warning(unmapped(step, found.get())))
        : Stream.concat(
            fields.entries().keySet().stream().flatMap(name -> field(step, found.get(), name)),
            missing(step, found.get(), fields));
  }

  /** The template before somebody maps: allowed, as a subflow may be published in steps. */
  private static String unmapped(DrawnStep step, Table table) {
    if (!step.action().equals(CREATE)) {
      return "No field is mapped, so the record stays as it is: add entries to the input fields.";
    }
    String mandatory = mandatory(table).map(Field::name).collect(Collectors.joining(", "));
    return mandatory.isEmpty()
        ? "No field is mapped, so the new record has only defaults: add entries to the input fields."
        : "No field is mapped, but %s needs %s: add entries to the input fields."
            .formatted(table.title(), mandatory);
  }

  private static Stream<Problem> field(DrawnStep step, Table table, String given) {
    String name = given.strip();
    Place place = step.place(FIELDS + "." + given);
    Optional<Field> field = table.field(name);
    if (field.isEmpty()) {
      return Stream.of(
          place.error(
              "%s has no field '%s'. %s"
                  .formatted(
                      table.title(), name, CloseNames.suggest(name, table.fields().keySet()))));
    }
    return field
        .filter(Field::readOnly)
        .map(
            fixed ->
                place.error(
                    "%s (%s.%s) is read-only: take it out of the mapping."
                        .formatted(fixed.label(), table.name(), name)))
        .stream();
  }

  private static Stream<Problem> missing(DrawnStep step, Table table, DrawnValue fields) {
    if (!step.action().equals(CREATE) || fields.entries().isEmpty()) {
      return Stream.empty();
    }
    return mandatory(table)
        .filter(field -> !isMapped(field, fields))
        .map(
            field ->
                step.place(FIELDS)
                    .error(
                        "%s (%s.%s) is mandatory and has no default: map it."
                            .formatted(field.label(), table.name(), field.name())));
  }

  private static boolean isMapped(Field field, DrawnValue fields) {
    return fields.entries().entrySet().stream()
        .anyMatch(
            entry -> entry.getKey().strip().equals(field.name()) && !entry.getValue().isBlank());
  }

  private static Stream<Field> mandatory(Table table) {
    Table.Numbering numbering = table.numbering();
    return table.fields().values().stream()
        .filter(field -> field.mandatory() && field.defaultValue().isEmpty())
        .filter(field -> numbering == null || !numbering.field().equals(field.name()));
  }
}
