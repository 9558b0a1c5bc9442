package dev.processsync.storage;

import dev.processsync.dictionary.Field;
import java.util.List;
import java.util.Locale;

/**
 * A column as the database has it.
 *
 * @param type the database's own word for it
 * @param length in characters, 0 if the type has none
 */
public record StoredColumn(String type, int length) {

  private static final String SHORT = "character varying";
  private static final String LONG_ON_H2 = "character large object";
  private static final String LONG_ON_POSTGRES = "text";

  /** Whether the values of a field can be kept in it as they are. */
  public boolean suits(Field field) {
    List<String> suitable =
        switch (field.type()) {
          case INTEGER -> List.of("bigint");
          case BOOLEAN -> List.of("boolean");
          case DATE_TIME -> List.of("timestamp");
          case TEXT -> List.of(SHORT, LONG_ON_H2, LONG_ON_POSTGRES);
          case STRING, EXACT, REFERENCE, PASSWORD -> List.of(SHORT);
        };
    return suitable.stream().anyMatch(type.toLowerCase(Locale.ROOT)::startsWith);
  }

  /** Whether a long text is kept within its row. PostgreSQL moves it out by itself. */
  public boolean keepsWithinTheRow(Field field) {
    return field.isLong() && type.toLowerCase(Locale.ROOT).startsWith(SHORT);
  }
}
