package dev.processsync.query;

import dev.processsync.problem.InvalidQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An encoded query, read but not yet held against a table (see {@link QueryCheck}).
 *
 * @param alternatives a record is meant that meets one of them ({@code ^NQ}); none: every record
 * @param order first things first
 */
public record Query(List<Alternative> alternatives, List<Order> order) {

  /** Everything, in no particular order. */
  public static final Query EVERYTHING = new Query(List.of(), List.of());

  /** The most characters of an encoded query. */
  public static final int MAX_LENGTH = 65_536;

  /** The most terms of a query. */
  public static final int MAX_TERMS = 200;

  /**
   * The most terms of a query of stored records that read texts through: each is looked for in
   * every record.
   */
  public static final int MAX_TEXT_SEARCHES = 30;

  /** The most operands of all terms together: databases limit what one statement binds. */
  public static final int MAX_OPERANDS = 10_000;

  /** The most fields to order by. */
  public static final int MAX_ORDER = 10;

  private static final Pattern WHO_ASKS =
      Pattern.compile(
          "(?i:javascript:)\\s*gs\\.(?:getUserID\\(\\)|getUser\\(\\)\\.getID\\(\\))\\s*;?");

  /** Conditions that a record must meet all ({@code ^}). */
  public record Alternative(List<AnyOf> conditions) {
    public Alternative {
      conditions = List.copyOf(conditions);
      require(!conditions.isEmpty(), "an alternative needs a condition");
    }

    @Override
    public String toString() {
      return joined(conditions, "^");
    }
  }

  /** Terms of which a record must meet one ({@code ^OR}, which binds tighter than {@code ^}). */
  public record AnyOf(List<Term> terms) {
    public AnyOf {
      terms = List.copyOf(terms);
      require(!terms.isEmpty(), "a condition needs a term");
    }

    @Override
    public String toString() {
      return joined(terms, "^OR");
    }
  }

  /**
   * @throws IllegalArgumentException if it exceeds a limit
   */
  public Query {
    alternatives = List.copyOf(alternatives);
    order = List.copyOf(order);
    long terms = terms(alternatives).count();
    require(terms <= MAX_TERMS, "%d terms; at most %d are allowed".formatted(terms, MAX_TERMS));
    long operands = terms(alternatives).mapToLong(term -> term.operands().size()).sum();
    require(
        operands <= MAX_OPERANDS,
        "%d values; at most %d are allowed".formatted(operands, MAX_OPERANDS));
    require(
        order.size() <= MAX_ORDER,
        "orders by %d fields; at most %d are allowed".formatted(order.size(), MAX_ORDER));
  }

  /**
   * Reads an encoded query; empty text is {@link #EVERYTHING}. In a value, {@code ^^} stands for
   * {@code ^}.
   *
   * @throws InvalidQuery saying where it fails
   */
  public static Query parse(String encoded) {
    return new QueryParser(encoded).parse();
  }

  /**
   * A plain {@code field=value} pair, whatever the value holds.
   *
   * @throws InvalidQuery if it is no field name
   */
  public static Query equal(String field, String value) {
    try {
      Term term = new Term(FieldPath.of(field), Operator.EQUALS, List.of(value));
      return new Query(List.of(new Alternative(List.of(new AnyOf(List.of(term))))), List.of());
    } catch (IllegalArgumentException refused) {
      throw invalid(field + "=" + value, refused);
    }
  }

  /**
   * What meets both; this order first.
   *
   * @throws InvalidQuery if both together exceed a limit
   */
  public Query and(Query other) {
    List<Order> orders = Stream.concat(order.stream(), other.order.stream()).toList();
    try {
      if (alternatives.isEmpty() || other.alternatives.isEmpty()) {
        return new Query(alternatives.isEmpty() ? other.alternatives : alternatives, orders);
      }
      require(
          (long) alternatives.size() * other.alternatives.size() <= MAX_TERMS,
          "too many alternatives (^NQ)");
      List<Alternative> both = new ArrayList<>();
      for (Alternative mine : alternatives) {
        for (Alternative theirs : other.alternatives) {
          both.add(
              new Alternative(
                  Stream.concat(mine.conditions.stream(), theirs.conditions.stream()).toList()));
        }
      }
      return new Query(both, orders);
    } catch (IllegalArgumentException refused) {
      throw invalid(encoded() + " and " + other.encoded(), refused);
    }
  }

  /**
   * With the user who asks in place of the scripts that mean them, {@code
   * javascript:gs.getUserID()}; they are looked up by name, never run.
   *
   * @param sysId of the user, empty if nobody in particular asks
   */
  public Query askedBy(String sysId) {
    if (sysId.isEmpty() || terms(alternatives).noneMatch(Query::meansWhoAsks)) {
      return this;
    }
    return new Query(
        alternatives.stream()
            .map(
                alternative ->
                    new Alternative(
                        alternative.conditions().stream()
                            .map(condition -> askedBy(condition, sysId))
                            .toList()))
            .toList(),
        order);
  }

  private static AnyOf askedBy(AnyOf condition, String sysId) {
    return new AnyOf(
        condition.terms().stream()
            .map(
                term ->
                    new Term(
                        term.field(),
                        term.operator(),
                        term.operands().stream()
                            .map(operand -> isWhoAsks(operand) ? sysId : operand)
                            .toList()))
            .toList());
  }

  private static boolean meansWhoAsks(Term term) {
    return term.operands().stream().anyMatch(Query::isWhoAsks);
  }

  private static boolean isWhoAsks(String operand) {
    return WHO_ASKS.matcher(operand.strip()).matches();
  }

  /** As it is written: what {@link #parse} reads back as an equal query. */
  public String encoded() {
    String conditions = joined(alternatives, "^NQ");
    String ordered = joined(order, "^");
    return conditions + (conditions.isEmpty() || ordered.isEmpty() ? "" : "^") + ordered;
  }

  /** Whether it names a trigger operator, so that only changes can meet it. */
  public boolean isTrigger() {
    return terms(alternatives).anyMatch(term -> term.operator().isTrigger());
  }

  @Override
  public String toString() {
    return encoded();
  }

  static InvalidQuery invalid(String query, IllegalArgumentException refused) {
    return new InvalidQuery(Texts.brief(query), refused.getMessage() + ".");
  }

  private static Stream<Term> terms(List<Alternative> alternatives) {
    return alternatives.stream()
        .flatMap(alternative -> alternative.conditions.stream())
        .flatMap(condition -> condition.terms.stream());
  }

  private static String joined(List<?> parts, String separator) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(separator));
  }

  private static void require(boolean met, String reason) {
    if (!met) {
      throw new IllegalArgumentException(reason);
    }
  }
}
