package dev.processsync.support;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What databases say of values that they don't take, in words for people. */
public final class UnstorableData {

  private static final Pattern COLUMN =
      Pattern.compile("column \"?([A-Za-z_][A-Za-z0-9_]*)", Pattern.CASE_INSENSITIVE);

  private UnstorableData() {}

  /** Empty if something else is wrong. */
  public static Optional<String> inWords(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException refused && refused.getSQLState() != null) {
        Optional<String> words = words(refused.getSQLState()).map(what -> what + field(refused));
        if (words.isPresent()) {
          return words;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> words(String state) {
    return Optional.ofNullable(
        switch (state) {
          case "22001" -> "A text has more characters than can be stored";
          case "22003" -> "A number is larger than can be stored";
          case "22021", "22P05" -> "A text has a character that can't be stored";
          case "23502" -> "A value is missing";
          case "23503", "23506" -> "Other records need this one";
          case "23505" -> "Another record has the same value where no two may have it";
          case "54000" -> "A text is too long to be searched for";
          default -> state.startsWith("22") ? "A value can't be stored as it is" : null;
        });
  }

  private static String field(SQLException refused) {
    Matcher column = COLUMN.matcher(String.valueOf(refused.getMessage()));
    return column.find() ? " (%s)".formatted(column.group(1).toLowerCase(Locale.ROOT)) : "";
  }
}
