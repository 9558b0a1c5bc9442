package dev.processsync.query;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.problem.InvalidQuery;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds a query against a table: paths become fields, terms become criteria, or a refusal. */
final class Criteria {

  /** The most records that one query's dot-walks join. */
  static final int MAX_JOINS = 20;

  private final Dictionary dictionary;
  private final Table table;
  private final Terms terms;
  private final Set<List<Field>> joins = new HashSet<>();
  private int textSearches;

  Criteria(Dictionary dictionary, Table table, Clock clock) {
    this.dictionary = dictionary;
    this.table = table;
    this.terms = new Terms(this, new Moments(clock));
  }

  /** A field to order by. */
  record Sort(Walk walk, boolean descending) {}

  /**
   * What the query asks of a record.
   *
   * @throws InvalidQuery if it does not fit the table
   */
  Criterion of(Query query) {
    if (query.alternatives().isEmpty()) {
      return Logic.ALWAYS;
    }
    return new Logic.Any(
        query.alternatives().stream().map(alternative -> all(query, alternative)).toList());
  }

  /**
   * What the query orders by; a reference is ordered by its display value.
   *
   * @throws InvalidQuery if it does not fit the table
   */
  List<Sort> order(Query query) {
    List<Sort> sorts = new ArrayList<>();
    for (Order order : query.order()) {
      try {
        sorts.add(new Sort(shown(walk(order.field())), order.descending()));
      } catch (IllegalArgumentException refused) {
        throw invalid(query, order.toString(), refused);
      }
    }
    return sorts;
  }

  /**
   * @throws InvalidQuery if the query names a trigger operator
   */
  static void refuseTriggers(Query query) {
    if (query.isTrigger()) {
      throw new InvalidQuery(
          Texts.brief(query.encoded()),
          "VALCHANGES, CHANGESFROM and CHANGESTO speak of a change; only triggers know one.");
    }
  }

  /** A text will be read through for a term. */
  void searchText() {
    textSearches++;
  }

  /**
   * Filters that are asked of one record at a time may search as much as they like.
   *
   * @throws InvalidQuery if the query, which was read before, searches too many texts
   */
  void requireFewTextSearches(Query query) {
    if (textSearches > Query.MAX_TEXT_SEARCHES) {
      throw new InvalidQuery(
          Texts.brief(query.encoded()),
          ("%d of its terms search texts (LIKE, NOT LIKE, STARTSWITH, ENDSWITH, or anything about"
                  + " a long text); at most %d may, since each is looked for in every record.")
              .formatted(textSearches, Query.MAX_TEXT_SEARCHES));
    }
  }

  /**
   * Finds a path in the dictionary.
   *
   * @throws IllegalArgumentException if it leads nowhere
   */
  Walk walk(FieldPath path) {
    Table here = table;
    List<Field> hops = new ArrayList<>();
    List<String> names = path.names();
    for (String name : names.subList(0, names.size() - 1)) {
      Field hop = field(here, name);
      String target = hop.reference();
      if (!hop.isReference() || target == null) {
        throw new IllegalArgumentException(
            "'%s' of %s is no reference, so '%s' can't walk through it"
                .formatted(name, here.title(), path));
      }
      hops.add(hop);
      here = target(here, hop, target);
      join(hops);
    }
    return new Walk(List.copyOf(hops), field(here, names.get(names.size() - 1)));
  }

  /** What people see of a walk's value: the display value of a reference, else the value. */
  Walk shown(Walk walk) {
    Field reference = walk.field();
    Table target =
        reference.isReference() && reference.reference() != null
            ? dictionary.find(reference.reference()).orElse(null)
            : null;
    Field display = target == null ? null : target.field(target.display()).orElse(null);
    if (display == null || display.type() == FieldType.PASSWORD) {
      return walk;
    }
    List<Field> hops = new ArrayList<>(walk.hops());
    hops.add(reference);
    join(hops);
    return new Walk(List.copyOf(hops), display);
  }

  private Criterion all(Query query, Query.Alternative alternative) {
    return new Logic.All(
        alternative.conditions().stream().map(condition -> any(query, condition)).toList());
  }

  private Criterion any(Query query, Query.AnyOf condition) {
    return new Logic.Any(condition.terms().stream().map(term -> one(query, term)).toList());
  }

  private Criterion one(Query query, Term term) {
    try {
      return terms.criterion(term);
    } catch (IllegalArgumentException refused) {
      throw invalid(query, term.toString(), refused);
    }
  }

  private void join(List<Field> hops) {
    joins.add(List.copyOf(hops));
    if (joins.size() > MAX_JOINS) {
      throw new IllegalArgumentException(
          "the query walks to more than %d other records".formatted(MAX_JOINS));
    }
  }

  private Table target(Table here, Field hop, String target) {
    return dictionary
        .find(target)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' of %s refers to the table '%s', which no dictionary file defines"
                        .formatted(hop.name(), here.title(), target)));
  }

  private static Field field(Table here, String name) {
    Field field =
        here.field(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has no field '%s'; it has: %s"
                            .formatted(
                                here.title(), name, String.join(", ", here.fields().keySet()))));
    if (field.type() == FieldType.PASSWORD) {
      throw new IllegalArgumentException(
          "'%s' of %s is write-only and can't be queried".formatted(name, here.title()));
    }
    return field;
  }

  private static InvalidQuery invalid(Query query, String part, IllegalArgumentException refused) {
    return new InvalidQuery(
        Texts.brief(query.encoded()),
        "in '%s', %s.".formatted(Texts.brief(part), refused.getMessage()));
  }
}
