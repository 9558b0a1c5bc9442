package dev.processsync.query;

import dev.processsync.query.Operator.Operands;
import java.util.List;

/**
 * One condition: {@code assignment_group.name=Hardware}.
 *
 * @param operands as the operator takes them: none, one, the items of a list, the ends of a range;
 *     texts as they were written, not yet read as the field's type
 */
public record Term(FieldPath field, Operator operator, List<String> operands) {

  /** The most items in one list. */
  public static final int MAX_ITEMS = 1000;

  /**
   * @throws IllegalArgumentException if the operator does not take these operands, or if the term
   *     could not be written
   */
  public Term {
    operands = List.copyOf(operands);
    operands.forEach(Term::checkText);
    checkCount(operator, operands);
    String written = operator.symbol() + join(operator, operands);
    boolean readable =
        Operator.startOf(written)
                .filter(spelled -> spelled.operator() == operator)
                .filter(spelled -> spelled.length() == operator.symbol().length())
                .isPresent()
            && split(operator, join(operator, operands)).equals(operands);
    if (!readable) {
      throw new IllegalArgumentException("'%s' would be read as something else".formatted(written));
    }
  }

  /** Reads the text that follows the operator. */
  static Term of(FieldPath field, Operator operator, String text) {
    return new Term(field, operator, split(operator, text));
  }

  String encoded() {
    return field + operator.symbol() + join(operator, operands).replace("^", "^^");
  }

  @Override
  public String toString() {
    return encoded();
  }

  private static List<String> split(Operator operator, String text) {
    return switch (operator.operands()) {
      case NONE -> text.isBlank() ? List.of() : List.of(text);
      case ONE -> List.of(text);
      case LIST -> List.of(text.split(",", -1));
      case RANGE, DAY -> List.of(text.split("@", -1));
    };
  }

  private static String join(Operator operator, List<String> operands) {
    return String.join(operator.operands() == Operands.LIST ? "," : "@", operands);
  }

  private static void checkCount(Operator operator, List<String> operands) {
    int count = operands.size();
    String expected =
        switch (operator.operands()) {
          case NONE -> count == 0 ? "" : "nothing after it";
          case ONE -> count == 1 ? "" : "one value";
          case LIST -> count >= 1 && count <= MAX_ITEMS ? "" : "1 to " + MAX_ITEMS + " values";
          case RANGE -> count == 2 ? "" : "two values, as in 1@5";
          case DAY -> count == 1 || count == 3 ? "" : "a date, or label@from@to";
        };
    if (!expected.isEmpty()) {
      throw new IllegalArgumentException(
          "%s takes %s, but has '%s'"
              .formatted(operator.symbol(), expected, Texts.brief(join(operator, operands))));
    }
  }

  private static void checkText(String operand) {
    boolean storable =
        operand.indexOf('\0') < 0
            && operand
                .codePoints()
                .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    if (!storable) {
      throw new IllegalArgumentException("a value holds a character that no record can hold");
    }
  }
}
