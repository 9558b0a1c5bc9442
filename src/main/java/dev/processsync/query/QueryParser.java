package dev.processsync.query;

import dev.processsync.problem.InvalidQuery;
import dev.processsync.query.Query.Alternative;
import dev.processsync.query.Query.AnyOf;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Reads one encoded query from left to right. Not reusable. */
final class QueryParser {

  private static final String OR = "OR";
  private static final String NEW_QUERY = "NQ";
  private static final String END = "EQ";

  private final String text;
  private final List<List<List<Term>>> alternatives = new ArrayList<>();
  private final List<Order> orders = new ArrayList<>();
  private int position;
  private int terms;

  QueryParser(String text) {
    this.text = text;
  }

  Query parse() {
    if (text.length() > Query.MAX_LENGTH) {
      throw new InvalidQuery(
          Texts.brief(text),
          "it has %d characters; at most %d are allowed."
              .formatted(text.length(), Query.MAX_LENGTH));
    }
    while (position < text.length()) {
      int start = position;
      try {
        readPart(nextPart().stripLeading());
      } catch (IllegalArgumentException refused) {
        throw new InvalidQuery(
            Texts.brief(text), "at character %d, %s.".formatted(start + 1, refused.getMessage()));
      }
    }
    try {
      return new Query(alternatives.stream().map(QueryParser::alternative).toList(), orders);
    } catch (IllegalArgumentException refused) {
      throw Query.invalid(text, refused);
    }
  }

  /** What stands before the next single {@code ^}; {@code ^^} is a {@code ^} of a value. */
  private String nextPart() {
    StringBuilder part = new StringBuilder();
    while (position < text.length()) {
      char next = text.charAt(position++);
      if (next != '^') {
        part.append(next);
      } else if (position < text.length() && text.charAt(position) == '^') {
        part.append(next);
        position++;
      } else {
        break;
      }
    }
    return part.toString();
  }

  private void readPart(String part) {
    if (part.isEmpty() || part.stripTrailing().equals(END)) {
      return;
    }
    if (part.startsWith(Order.DESCENDING)) {
      orders.add(new Order(FieldPath.of(part.substring(Order.DESCENDING.length()).strip()), true));
    } else if (part.startsWith(Order.ASCENDING)) {
      orders.add(new Order(FieldPath.of(part.substring(Order.ASCENDING.length()).strip()), false));
    } else if (part.startsWith(NEW_QUERY)) {
      requireBefore("^NQ");
      Term term = term(part.substring(NEW_QUERY.length()).stripLeading());
      alternatives.add(new ArrayList<>());
      addCondition(term);
    } else if (part.startsWith(OR)) {
      requireBefore("^OR");
      Term term = term(part.substring(OR.length()).stripLeading());
      last(last(alternatives)).add(term);
    } else {
      Term term = term(part);
      if (alternatives.isEmpty()) {
        alternatives.add(new ArrayList<>());
      }
      addCondition(term);
    }
  }

  private void requireBefore(String keyword) {
    if (alternatives.isEmpty()) {
      throw new IllegalArgumentException(keyword + " needs a condition before it");
    }
  }

  private void addCondition(Term term) {
    List<Term> condition = new ArrayList<>();
    condition.add(term);
    last(alternatives).add(condition);
  }

  private Term term(String part) {
    if (++terms > Query.MAX_TERMS) {
      throw new IllegalArgumentException(
          "a term too many: at most %d are allowed".formatted(Query.MAX_TERMS));
    }
    Matcher path = FieldPath.CHARACTERS.matcher(part);
    if (!path.lookingAt()) {
      throw new IllegalArgumentException(
          "a field name was expected, but '%s' was found".formatted(Texts.brief(part)));
    }
    String rest = part.substring(path.end());
    Operator.Spelled spelled =
        Operator.startOf(rest)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "an operator was expected after '%s', but '%s' was found; there are: %s"
                            .formatted(path.group(), Texts.brief(rest), Operator.all())));
    return Term.of(
        FieldPath.of(path.group()), spelled.operator(), rest.substring(spelled.length()));
  }

  private static Alternative alternative(List<List<Term>> conditions) {
    return new Alternative(conditions.stream().map(AnyOf::new).toList());
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
