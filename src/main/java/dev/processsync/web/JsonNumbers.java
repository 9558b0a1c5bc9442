package dev.processsync.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers of JSON as texts. */
public final class JsonNumbers {

  /** More than any field holds, and few enough to be written out. */
  public static final int MOST_DIGITS = 100;

  private JsonNumbers() {}

  /**
   * The digits of a number, however it is written: {@code 1e2} is {@code 100}; empty for one that
   * has too many, as {@code 1e400}.
   *
   * @param whole whether {@code 3.0} is {@code 3}
   */
  public static Optional<String> text(JsonNode number, boolean whole) {
    BigDecimal value = number.decimalValue();
    if (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS) {
      return Optional.empty();
    }
    BigDecimal shortest = value.stripTrailingZeros();
    return Optional.of((whole && shortest.scale() <= 0 ? shortest : value).toPlainString());
  }
}
