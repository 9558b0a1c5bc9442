package dev.processsync.console.list;

import dev.processsync.dictionary.FieldType;
import dev.processsync.query.Operator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What operators are called; the condition builder calls them the same. */
final class OperatorWords {

  private static final Pattern AGO =
      Pattern.compile("javascript:\\s*gs\\.(minutes|hours|days)Ago(?:Start|End)?\\((\\d+)\\);?");
  private static final Pattern NAMED = Pattern.compile("javascript:\\s*gs\\.(\\w+)\\(\\);?");

  private OperatorWords() {}

  /** A condition in words; what the operands mean is the caller's business. */
  static String of(String field, Operator operator, FieldType type, List<String> operands) {
    String first = operands.isEmpty() ? "" : operands.get(0);
    boolean moment = type == FieldType.DATE_TIME;
    return switch (operator) {
      case EQUALS -> field + " is " + first;
      case NOT_EQUALS -> field + " is not " + first;
      case GREATER -> field + (moment ? " after " : " greater than ") + first;
      case GREATER_OR_EQUAL -> field + (moment ? " at or after " : " greater than or is ") + first;
      case LESS -> field + (moment ? " before " : " less than ") + first;
      case LESS_OR_EQUAL -> field + (moment ? " at or before " : " less than or is ") + first;
      case IN -> field + " is one of " + String.join(", ", operands);
      case NOT_IN -> field + " is not one of " + String.join(", ", operands);
      case LIKE -> field + " contains " + first;
      case NOT_LIKE -> field + " does not contain " + first;
      case STARTSWITH -> field + " starts with " + first;
      case ENDSWITH -> field + " ends with " + first;
      case BETWEEN -> field + " between " + String.join(" and ", operands);
      case ISEMPTY, EMPTYSTRING -> field + " is empty";
      case ISNOTEMPTY -> field + " is not empty";
      case ANYTHING -> field + " is anything";
      case SAMEAS -> field + " is same as " + first;
      case NSAMEAS -> field + " is different from " + first;
      case ON -> field + " on " + first;
      case VALCHANGES -> field + " changes";
      case CHANGESFROM -> field + " changes from " + first;
      case CHANGESTO -> field + " changes to " + first;
    };
  }

  /** {@code 7 days ago}, {@code beginning of today}; a plain date as it is. */
  static String moment(String operand) {
    Matcher ago = AGO.matcher(operand);
    if (ago.matches()) {
      return ago.group(2) + " " + ago.group(1) + " ago";
    }
    Matcher named = NAMED.matcher(operand);
    return named.matches()
        ? named.group(1).replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT)
        : operand;
  }
}
