package dev.processsync.console.list;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.query.FieldPath;
import dev.processsync.query.Operator;
import dev.processsync.query.Query;
import dev.processsync.query.Query.Alternative;
import dev.processsync.query.Query.AnyOf;
import dev.processsync.query.Term;
import java.util.List;
import java.util.stream.Stream;

/** The search above a list: a text in one column, or in all that are made for searching. */
final class QuickSearch {

  /** Stands for no column in particular. */
  static final String FOR_TEXT = "";

  private QuickSearch() {}

  /**
   * What the text means as a condition.
   *
   * @throws IllegalArgumentException for a text that no record can hold
   */
  static Query query(Table table, String column, String text) {
    List<Term> terms =
        column.equals(FOR_TEXT)
            ? searched(table).stream().map(field -> contains(field, text)).toList()
            : List.of(term(table.require(column), text));
    return new Query(List.of(new Alternative(List.of(new AnyOf(terms)))), List.of());
  }

  /** A table without such fields has the names of those who wrote its records. */
  private static List<Field> searched(Table table) {
    Stream<Field> display = Stream.of(table.require(table.display()));
    Stream<Field> searchable =
        table.fields().values().stream().filter(Field::searchable).filter(Field::isOffered);
    List<Field> meant =
        Stream.concat(display, searchable).filter(QuickSearch::isText).distinct().toList();
    return meant.isEmpty()
        ? table.fields().values().stream()
            .filter(field -> field.type() == FieldType.STRING && field.isOffered())
            .toList()
        : meant;
  }

  private static Term term(Field field, String text) {
    boolean isChoice = !field.choices().isEmpty();
    if (isText(field) && !isChoice) {
      return contains(field, text);
    }
    String value = isChoice ? field.choiceValue(text).orElse(text) : text;
    Operator operator = field.type() == FieldType.DATE_TIME ? Operator.ON : Operator.EQUALS;
    return new Term(path(field), operator, List.of(value));
  }

  private static Term contains(Field field, String text) {
    return new Term(path(field), Operator.LIKE, List.of(text));
  }

  private static boolean isText(Field field) {
    return switch (field.type()) {
      case STRING, EXACT, TEXT, REFERENCE -> true;
      case INTEGER, BOOLEAN, DATE_TIME, PASSWORD -> false;
    };
  }

  private static FieldPath path(Field field) {
    return FieldPath.of(field.name());
  }
}
