package dev.processsync.console.list;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.FieldPath;
import dev.processsync.query.Operator;
import dev.processsync.query.Query;
import dev.processsync.query.Query.Alternative;
import dev.processsync.query.Query.AnyOf;
import dev.processsync.query.Term;
import dev.processsync.record.Actor;
import dev.processsync.record.DisplayValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Queries in words: {@code Assignment group is Hardware}. */
@Component
class QueryWords {

  private static final Set<Operator> TAKE_IDS =
      Set.of(Operator.EQUALS, Operator.NOT_EQUALS, Operator.IN, Operator.NOT_IN);

  private final Dictionary dictionary;
  private final DisplayValues displayValues;

  QueryWords(Dictionary dictionary, DisplayValues displayValues) {
    this.dictionary = dictionary;
    this.displayValues = displayValues;
  }

  /**
   * A condition of a query.
   *
   * @param words of this condition
   * @param query everything up to it, encoded
   */
  record Crumb(String words, String query) {}

  /** The conditions of a query that fits the table, in their order. */
  List<Crumb> crumbs(Actor actor, Table table, Query query) {
    Map<String, Map<String, String>> known = referenced(actor, table, query);
    List<Crumb> crumbs = new ArrayList<>();
    List<Alternative> before = new ArrayList<>();
    for (Alternative alternative : query.alternatives()) {
      List<AnyOf> conditions = new ArrayList<>();
      for (AnyOf condition : alternative.conditions()) {
        boolean isOther = conditions.isEmpty() && !before.isEmpty();
        conditions.add(condition);
        List<Alternative> upToHere =
            Stream.concat(before.stream(), Stream.of(new Alternative(conditions))).toList();
        crumbs.add(
            new Crumb(
                (isOther ? "or else " : "") + words(table, condition, known),
                new Query(upToHere, query.order()).encoded()));
      }
      before.add(alternative);
    }
    return crumbs;
  }

  private String words(Table table, AnyOf condition, Map<String, Map<String, String>> known) {
    return condition.terms().stream()
        .map(term -> words(table, term, known))
        .collect(Collectors.joining(" or "));
  }

  private String words(Table table, Term term, Map<String, Map<String, String>> known) {
    List<Field> path = path(table, term.field());
    if (path.isEmpty()) {
      return term.toString();
    }
    Field field = path.get(path.size() - 1);
    List<String> operands =
        term.operands().stream()
            .map(operand -> operand(table, term, field, operand, known))
            .toList();
    return OperatorWords.of(label(path), term.operator(), field.type(), operands);
  }

  private String operand(
      Table table, Term term, Field field, String operand, Map<String, Map<String, String>> known) {
    if (term.operator() == Operator.SAMEAS || term.operator() == Operator.NSAMEAS) {
      return label(path(table, FieldPath.of(operand)));
    } else if (operand.isEmpty()) {
      return "(empty)";
    }
    String target = field.reference();
    if (target != null) {
      return known.getOrDefault(target, Map.of()).getOrDefault(operand, operand);
    }
    return field.type() == FieldType.DATE_TIME
        ? OperatorWords.moment(operand)
        : field.choiceLabel(operand).orElse(operand);
  }

  private static String label(List<Field> path) {
    return path.stream().map(Field::label).collect(Collectors.joining("."));
  }

  /** The names of the records that the query gives by their ids. */
  private Map<String, Map<String, String>> referenced(Actor actor, Table table, Query query) {
    List<TableRecord> records = new ArrayList<>();
    Map<String, Field> fields = new LinkedHashMap<>();
    terms(query)
        .filter(term -> TAKE_IDS.contains(term.operator()))
        .forEach(
            term -> {
              List<Field> path = path(table, term.field());
              Field field = path.isEmpty() ? null : path.get(path.size() - 1);
              if (field != null && field.isReference() && readable(actor, field)) {
                fields.put(field.name() + " " + field.reference(), field);
                term.operands()
                    .forEach(id -> records.add(new TableRecord("", Map.of(field.name(), id))));
              }
            });
    return displayValues.ofReferences(records, fields.values());
  }

  private boolean readable(Actor actor, Field reference) {
    return Optional.ofNullable(reference.reference())
        .flatMap(dictionary::find)
        .filter(target -> actor.hasAnyOf(target.access().read()))
        .isPresent();
  }

  /** The fields of a path; empty if it leads nowhere. */
  private List<Field> path(Table table, FieldPath path) {
    List<Field> fields = new ArrayList<>();
    Optional<Table> here = Optional.of(table);
    for (String name : path.names()) {
      Optional<Field> field = here.flatMap(known -> known.field(name));
      if (field.isEmpty()) {
        return List.of();
      }
      fields.add(field.get());
      here = field.map(Field::reference).flatMap(dictionary::find);
    }
    return fields;
  }

  private static Stream<Term> terms(Query query) {
    return query.alternatives().stream()
        .flatMap(alternative -> alternative.conditions().stream())
        .flatMap(condition -> condition.terms().stream());
  }
}
