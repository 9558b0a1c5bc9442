package dev.processsync.query;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/**
 * A path that was found in the dictionary.
 *
 * @param hops the references to follow
 * @param field what is read at the end
 */
record Walk(List<Field> hops, Field field) {

  /** Those that a database trims. */
  private static final Pattern BLANKS_AROUND = Pattern.compile("\\A +| +\\z");

  /** How values compare; only like can be held against like. */
  enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    MOMENT
  }

  Kind kind() {
    return switch (field.type()) {
      case STRING, TEXT, EXACT, REFERENCE, PASSWORD -> Kind.TEXT;
      case INTEGER -> Kind.NUMBER;
      case BOOLEAN -> Kind.TRUTH;
      case DATE_TIME -> Kind.MOMENT;
    };
  }

  boolean ignoresCase() {
    return field.type() == FieldType.STRING || field.type() == FieldType.TEXT;
  }

  /** What stands for a stored value in comparisons, where it is not empty. */
  Comparable<?> key(String value) {
    return switch (kind()) {
      case TEXT -> ignoresCase() ? fold(value) : value;
      case NUMBER -> Long.valueOf(value);
      case TRUTH -> Boolean.valueOf(value);
      case MOMENT -> LocalDateTime.parse(value, Moments.FORMAT);
    };
  }

  /** As {@link #key}, but what stands for names that are spelled alike is the same. */
  Comparable<?> name(String value) {
    return ignoresCase() ? fold(BLANKS_AROUND.matcher(value).replaceAll("")) : key(value);
  }

  /** The type of its column. */
  DataType<?> dataType() {
    return switch (kind()) {
      case TEXT -> SQLDataType.VARCHAR;
      case NUMBER -> SQLDataType.BIGINT;
      case TRUTH -> SQLDataType.BOOLEAN;
      case MOMENT -> SQLDataType.LOCALDATETIME;
    };
  }

  /** The table that a reference points to. */
  static String target(Field hop) {
    return Objects.requireNonNull(hop.reference(), hop.name());
  }

  static String fold(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return Stream.concat(hops.stream(), Stream.of(field))
        .map(Field::name)
        .collect(Collectors.joining("."));
  }
}
