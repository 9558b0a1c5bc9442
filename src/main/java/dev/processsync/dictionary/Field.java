package dev.processsync.dictionary;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a table, as its dictionary file describes it.
 *
 * @param name its column and its name on the wire
 * @param label what people read
 * @param reference the table that a {@link FieldType#REFERENCE} points to, else null
 * @param choices value to label, in the order of the file; a value that is not listed is stored all
 *     the same
 * @param strictChoices whether a value that is not among the choices is refused
 * @param defaultValue the value of a new record that brings none, empty for none
 * @param length the most characters of a {@link FieldType#STRING} or {@link FieldType#EXACT}
 * @param hidden whether people are asked for it nowhere, and told of it only if they ask: it does
 *     nothing yet, or is the system's own business
 * @param searchable whether the field is offered in search
 * @param indexed whether its records are found by a value without reading the others: so are
 *     references and searchable values, unless the file says {@code index: false}
 * @param onDelete what happens to this record when the record that it refers to is deleted
 */
public record Field(
    String name,
    String label,
    FieldType type,
    @Nullable String reference,
    Map<String, String> choices,
    boolean strictChoices,
    boolean mandatory,
    boolean readOnly,
    boolean hidden,
    boolean searchable,
    int length,
    boolean indexed,
    String defaultValue,
    OnDelete onDelete) {

  private static final int LONG = 4_000;

  /** What happens to a record when one that it refers to is deleted. */
  public enum OnDelete {
    /** The deletion is refused. */
    RESTRICT,
    /** The reference becomes empty. */
    CLEAR,
    /** This record is deleted too. */
    CASCADE
  }

  /**
   * Whether its values may be so long that they are stored beside their records, and read only for
   * whoever asks for them.
   */
  public boolean isLong() {
    return type == FieldType.TEXT && length > LONG;
  }

  /** Whether people find the field where they choose among a table's: a password is nobody's. */
  public boolean isOffered() {
    return !hidden && type != FieldType.PASSWORD;
  }

  public boolean isReference() {
    return type == FieldType.REFERENCE;
  }

  /** Whether its values are compared as people read names: without regard to case. */
  public boolean comparesAsName() {
    return type == FieldType.STRING || type == FieldType.TEXT;
  }

  /** The label of a choice, if the value is a listed choice. */
  public Optional<String> choiceLabel(String value) {
    return Optional.ofNullable(choices.get(value));
  }

  /** The value of the choice with this label or value, without regard to case. */
  public Optional<String> choiceValue(String labelOrValue) {
    if (choices.containsKey(labelOrValue)) {
      return Optional.of(labelOrValue);
    }
    return choices.entrySet().stream()
        .filter(choice -> choice.getValue().equalsIgnoreCase(labelOrValue))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
