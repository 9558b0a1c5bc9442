package dev.processsync.table;

import java.util.Locale;

/**
 * A column as the database has it.
 *
 * @param type the database's own word for it
 * @param length in characters, 0 if the type has none
 */
record StoredColumn(String type, int length) {

  /** Whether the values of a field can be kept in it as they are. */
  boolean suits(Field field) {
    String wanted =
        switch (field.type()) {
          case INTEGER -> "bigint";
          case BOOLEAN -> "boolean";
          case DATE_TIME -> "timestamp";
          case STRING, EXACT, TEXT, REFERENCE, PASSWORD -> "character varying";
        };
    return type.toLowerCase(Locale.ROOT).startsWith(wanted);
  }
}
