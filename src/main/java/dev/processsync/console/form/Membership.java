package dev.processsync.console.form;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A table that does nothing but link two others: a user and a role, a user and a group.
 *
 * @param own the field that points to the record that is shown
 * @param other the field that points to what it is linked with
 */
record Membership(Table links, Field own, Field other) {

  /** Empty if the table says more than who belongs to whom. */
  static Optional<Membership> of(Table parent, Table links, String ownField) {
    List<Field> fields =
        links.fields().values().stream().filter(f -> !f.name().startsWith("sys_")).toList();
    Optional<Field> own = links.field(ownField).filter(f -> parent.name().equals(f.reference()));
    if (own.isEmpty()
        || fields.size() != 2
        || !fields.stream().allMatch(field -> field.type() == FieldType.REFERENCE)) {
      return Optional.empty();
    }
    Field other = fields.get(0).equals(own.get()) ? fields.get(1) : fields.get(0);
    return Optional.of(new Membership(links, own.get(), other));
  }

  String otherTable() {
    return Objects.requireNonNull(other.reference());
  }
}
