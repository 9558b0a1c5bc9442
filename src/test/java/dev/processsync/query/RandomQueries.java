package dev.processsync.query;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ListArbitrary;

/** Queries of tickets: every operator, on every field that it suits, also dot-walked. */
final class RandomQueries {

  /** A path with the field that it ends at. */
  private record Path(FieldPath path, Field field) {}

  private static final List<Path> PATHS = new ArrayList<>();

  static {
    addPaths(TicketTables.TICKET, "");
    for (String walk : List.of("group.", "group.parent.", "parent.group.")) {
      addPaths(TicketTables.GROUP, walk);
    }
    addPaths(TicketTables.TICKET, "parent.");
  }

  private RandomQueries() {}

  static Arbitrary<Query> queries() {
    Arbitrary<Query.AnyOf> condition =
        Arbitraries.frequencyOf(
            Tuple.of(3, term().list().ofSize(1).map(Query.AnyOf::new)),
            Tuple.of(1, term().list().ofMinSize(2).ofMaxSize(3).map(Query.AnyOf::new)));
    Arbitrary<Query.Alternative> alternative =
        condition.list().ofMinSize(1).ofMaxSize(3).map(Query.Alternative::new);
    Arbitrary<List<Query.Alternative>> alternatives =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(List.of())),
            Tuple.of(20, alternative.list().ofMinSize(1).ofMaxSize(2)));
    Arbitrary<Order> order =
        Combinators.combine(Arbitraries.of(PATHS).map(Path::path), Arbitraries.of(true, false))
            .as(Order::new);
    return Combinators.combine(alternatives, order.list().ofMaxSize(3)).as(Query::new);
  }

  private static Arbitrary<Term> term() {
    return Arbitraries.of(PATHS)
        .flatMap(
            path ->
                Arbitraries.of(operators(path.field())).flatMap(operator -> term(path, operator)));
  }

  private static Arbitrary<Term> term(Path path, Operator operator) {
    if (operator == Operator.SAMEAS || operator == Operator.NSAMEAS) {
      return Arbitraries.of(PATHS.stream().filter(other -> comparable(path, other)).toList())
          .map(other -> new Term(path.path(), operator, List.of(other.path().toString())));
    }
    Arbitrary<String> operand = operand(path.field(), operator);
    ListArbitrary<String> operands =
        switch (operator.operands()) {
          case NONE -> operand.list().ofSize(0);
          case ONE -> operand.list().ofSize(1);
          case LIST -> operand.list().ofMinSize(1).ofMaxSize(4);
          case RANGE -> operand.list().ofSize(2);
          case DAY -> operand.list().ofSize(3);
        };
    return operands.map(values -> new Term(path.path(), operator, values));
  }

  private static Arbitrary<String> operand(Field field, Operator operator) {
    List<String> values = new ArrayList<>(Tickets.values(field));
    if (field.type() == FieldType.DATE_TIME) {
      values.addAll(List.of("2024-05-17", "javascript:gs.endOfYesterday()"));
    }
    boolean partial =
        List.of(Operator.LIKE, Operator.NOT_LIKE, Operator.STARTSWITH, Operator.ENDSWITH)
            .contains(operator);
    if (partial) {
      values = new ArrayList<>(Tickets.VALUES.getOrDefault(FieldType.STRING, List.of()));
      values.add("1");
    }
    boolean takesEmpty =
        partial
            || List.of(Operator.EQUALS, Operator.NOT_EQUALS, Operator.IN, Operator.NOT_IN)
                .contains(operator);
    if (takesEmpty) {
      values.add("");
    }
    return Arbitraries.of(values);
  }

  private static List<Operator> operators(Field field) {
    return Arrays.stream(Operator.values())
        .filter(operator -> !operator.isTrigger() && suits(operator, field))
        .toList();
  }

  private static boolean suits(Operator operator, Field field) {
    return switch (operator) {
      case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL, BETWEEN ->
          field.type() != FieldType.BOOLEAN && !field.isReference();
      case LIKE, NOT_LIKE, STARTSWITH, ENDSWITH -> isText(field);
      case ON -> field.type() == FieldType.DATE_TIME;
      default -> true;
    };
  }

  private static boolean comparable(Path one, Path other) {
    return one.field().type() == other.field().type()
        || (isText(one.field()) && isText(other.field()));
  }

  private static boolean isText(Field field) {
    return switch (field.type()) {
      case STRING, TEXT, EXACT, REFERENCE -> true;
      default -> false;
    };
  }

  private static void addPaths(Table table, String walk) {
    for (Field field : table.fields().values()) {
      if (field.type() != FieldType.PASSWORD) {
        PATHS.add(new Path(FieldPath.of(walk + field.name()), field));
      }
    }
  }
}
