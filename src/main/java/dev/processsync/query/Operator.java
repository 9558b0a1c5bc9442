package dev.processsync.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a term says about its field. See the package's description for what empty means to each. */
public enum Operator {
  EQUALS("=", Operands.ONE),
  NOT_EQUALS("!=", Operands.ONE),
  GREATER(">", Operands.ONE),
  GREATER_OR_EQUAL(">=", Operands.ONE),
  LESS("<", Operands.ONE),
  LESS_OR_EQUAL("<=", Operands.ONE),
  /** One of a list; an empty item of the list matches empty. */
  IN("IN", Operands.LIST),
  NOT_IN("NOT IN", Operands.LIST),
  /** Contains. */
  LIKE("LIKE", Operands.ONE),
  NOT_LIKE("NOT LIKE", Operands.ONE),
  STARTSWITH("STARTSWITH", Operands.ONE),
  ENDSWITH("ENDSWITH", Operands.ONE),
  /** {@code fieldBETWEENfrom@to}, both included. */
  BETWEEN("BETWEEN", Operands.RANGE),
  ISEMPTY("ISEMPTY", Operands.NONE),
  ISNOTEMPTY("ISNOTEMPTY", Operands.NONE),
  /** The same as {@link #ISEMPTY}: an empty text is not stored apart from nothing. */
  EMPTYSTRING("EMPTYSTRING", Operands.NONE),
  /** Always holds. */
  ANYTHING("ANYTHING", Operands.NONE),
  /** The same value as another field of the record, possibly dot-walked. */
  SAMEAS("SAMEAS", Operands.ONE),
  NSAMEAS("NSAMEAS", Operands.ONE),
  /** {@code fieldON2024-05-17}, or {@code fieldONlabel@from@to}, both included. */
  ON("ON", Operands.DAY),
  /** Trigger: the value differs from the one before; a new record was empty before. */
  VALCHANGES("VALCHANGES", Operands.NONE),
  /** Trigger: the value differs from the one before, and that was this one. */
  CHANGESFROM("CHANGESFROM", Operands.ONE),
  /** Trigger: the value differs from the one before, and is now this one. */
  CHANGESTO("CHANGESTO", Operands.ONE);

  /** How the text after an operator is read. */
  enum Operands {
    NONE,
    ONE,
    /** Separated by commas. */
    LIST,
    /** Two, separated by '@'. */
    RANGE,
    /** A date, or a label and two moments, separated by '@'. */
    DAY
  }

  /** ServiceNow writes this one without a blank too. */
  private static final String NOT_LIKE_IN_ONE_WORD = "NOTLIKE";

  /** An operator that we lack and that starts like one that we have. */
  private static final String INSTANCE_OF = "INSTANCEOF";

  private static final List<Operator> LONGEST_FIRST =
      Arrays.stream(values())
          .sorted(Comparator.comparingInt((Operator operator) -> -operator.symbol.length()))
          .toList();

  private final String symbol;
  private final Operands operands;

  Operator(String symbol, Operands operands) {
    this.symbol = symbol;
    this.operands = operands;
  }

  /** As it is written: {@code NOT IN}. */
  public String symbol() {
    return symbol;
  }

  /** Whether it speaks of a change, so that it has no meaning for stored records. */
  public boolean isTrigger() {
    return this == VALCHANGES || this == CHANGESFROM || this == CHANGESTO;
  }

  Operands operands() {
    return operands;
  }

  /** An operator as it was found in a text, with the length of its spelling. */
  record Spelled(Operator operator, int length) {}

  /** The longest operator that the text starts with. */
  static Optional<Spelled> startOf(String text) {
    if (text.startsWith(NOT_LIKE_IN_ONE_WORD)) {
      return Optional.of(new Spelled(NOT_LIKE, NOT_LIKE_IN_ONE_WORD.length()));
    }
    if (text.startsWith(INSTANCE_OF)) {
      return Optional.empty();
    }
    return LONGEST_FIRST.stream()
        .filter(operator -> text.startsWith(operator.symbol))
        .map(operator -> new Spelled(operator, operator.symbol.length()))
        .findFirst();
  }

  static String all() {
    return Arrays.stream(values()).map(Operator::symbol).collect(Collectors.joining(", "));
  }
}
