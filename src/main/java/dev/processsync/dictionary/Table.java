package dev.processsync.dictionary;

import dev.processsync.problem.NoSuchField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of the dictionary with all its fields: its own, those it inherits, and the system fields.
 *
 * @param display the field whose value stands for the record where people look ("Hardware", not its
 *     id)
 * @param numbering how its records are numbered, null if they are not
 * @param access who may do what; {@code admin} may do everything
 * @param unique sets of fields whose values together are unique
 * @param indexes lists of fields that are searched together
 * @param newest the field by which lists begin with the latest record unless a query says
 *     otherwise: when it was created, or its sys_id (which begins with the time) where nobody
 *     chooses one and an index more would cost
 * @param fields by name, in the order of forms
 */
public record Table(
    String name,
    String label,
    String plural,
    String display,
    @Nullable Numbering numbering,
    Access access,
    List<Unique> unique,
    List<List<String>> indexes,
    String newest,
    Map<String, Field> fields) {

  /**
   * {@code INC0010001}: prefix, then at least {@code digits} digits, counted up from {@code start}.
   */
  public record Numbering(String field, String prefix, long start, int digits) {

    public String format(long number) {
      String counted = Long.toString(number);
      return prefix + "0".repeat(Math.max(0, digits - counted.length())) + counted;
    }
  }

  /**
   * The roles that may read, create, write and delete.
   *
   * @param flows whether flows may write the table at all
   */
  public record Access(
      Set<String> read, Set<String> create, Set<String> write, Set<String> delete, boolean flows) {}

  /** Fields whose values together are unique, and what to say when they are not. */
  public record Unique(List<String> fields, String message) {}

  public Optional<Field> field(String fieldName) {
    return Optional.ofNullable(fields.get(fieldName));
  }

  /**
   * The field of this name.
   *
   * @throws NoSuchField naming the fields that come closest
   */
  public Field require(String fieldName) {
    return field(fieldName).orElseThrow(() -> new NoSuchField(title(), fields.keySet(), fieldName));
  }

  /** {@code Incident [incident]}, as pages and messages name a table. */
  public String title() {
    return label + " [" + name + "]";
  }
}
