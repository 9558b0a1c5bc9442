package dev.processsync.dictionary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A field's lines in a dictionary file become a {@link Field}. */
final class FieldSpecs {

  private static final int STRING_LENGTH = 255;
  private static final int TEXT_LENGTH = 1_000_000;

  private FieldSpecs() {}

  static Field field(String file, String name, TableFile.@Nullable FieldSpec given) {
    TableFile.FieldSpec spec = Objects.requireNonNullElse(given, TableFile.FieldSpec.PLAIN);
    FieldType type = type(file, name, Objects.requireNonNullElse(spec.type(), "string"));
    if ((type == FieldType.REFERENCE) != (spec.reference() != null)) {
      throw new DictionaryProblem(
          file,
          "field '%s': 'type: reference' and 'reference: <table>' belong together".formatted(name));
    }
    Map<String, String> choices =
        Collections.unmodifiableMap(
            new LinkedHashMap<>(Objects.requireNonNullElse(spec.choices(), Map.of())));
    return new Field(
        name,
        Objects.requireNonNullElse(spec.label(), name),
        type,
        spec.reference(),
        choices,
        spec.strictChoices(),
        spec.mandatory(),
        spec.readOnly(),
        spec.hidden(),
        spec.searchable(),
        length(file, name, type, spec),
        isIndexed(type, spec),
        Objects.requireNonNullElse(spec.defaultValue(), ""),
        onDelete(file, name, Objects.requireNonNullElse(spec.onDelete(), "restrict")));
  }

  /** Text without regard to case is found by reading on; an index would only cost. */
  private static boolean isIndexed(FieldType type, TableFile.FieldSpec spec) {
    boolean isLookedUp =
        type == FieldType.REFERENCE
            || spec.searchable()
                && type != FieldType.STRING
                && type != FieldType.TEXT
                && type != FieldType.PASSWORD;
    return isLookedUp && !Boolean.FALSE.equals(spec.index());
  }

  private static FieldType type(String file, String name, String type) {
    try {
      return FieldType.valueOf(type.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new DictionaryProblem(
          file,
          "field '%s' has type '%s'; types are string, exact, text, integer, boolean, date_time, reference, password"
              .formatted(name, type));
    }
  }

  private static int length(String file, String name, FieldType type, TableFile.FieldSpec spec) {
    int most = type == FieldType.TEXT ? TEXT_LENGTH : 4_000;
    int length =
        Objects.requireNonNullElse(spec.length(), type == FieldType.TEXT ? most : STRING_LENGTH);
    if (length < 1 || length > most) {
      throw new DictionaryProblem(
          file, "field '%s' has length %d; it must be 1 to %d".formatted(name, length, most));
    }
    return length;
  }

  private static Field.OnDelete onDelete(String file, String name, String onDelete) {
    try {
      return Field.OnDelete.valueOf(onDelete.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new DictionaryProblem(
          file,
          "field '%s' has on_delete '%s'; it must be restrict, clear or cascade"
              .formatted(name, onDelete));
    }
  }
}
