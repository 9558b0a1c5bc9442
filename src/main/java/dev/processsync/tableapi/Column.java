package dev.processsync.tableapi;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.SystemFields;
import dev.processsync.dictionary.Table;
import dev.processsync.query.FieldPath;
import dev.processsync.record.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One field of an answer, of the record itself or of one that it refers to.
 *
 * @param name as it was asked for: {@code assignment_group.name}
 * @param hops the references to follow
 */
record Column(String name, List<Field> hops, Field field) {

  /** All fields of a table but those that the system keeps for itself. */
  static List<Column> all(Table table) {
    return table.fields().values().stream()
        .filter(field -> !(field.hidden() && SystemFields.isSystem(field.name())))
        .map(field -> new Column(field.name(), List.of(), field))
        .toList();
  }

  /** All fields of a table but those with long texts, which a list has for whoever asks. */
  static List<Column> ofLists(Table table) {
    return all(table).stream().filter(column -> !column.field().isLong()).toList();
  }

  /** Empty if the path leads nowhere, too far, or to what the actor may not read. */
  static Optional<Column> of(Actor actor, Dictionary dictionary, Table table, String path) {
    String[] names = path.split("\\.", -1);
    if (names.length > FieldPath.MAX_WALK + 1) {
      return Optional.empty();
    }
    List<Field> hops = new ArrayList<>();
    Table here = table;
    for (int i = 0; i < names.length - 1; i++) {
      Optional<Field> hop = here.field(names[i]);
      Optional<Table> next = hop.map(Field::reference).flatMap(dictionary::find);
      if (next.isEmpty() || !actor.hasAnyOf(next.get().access().read())) {
        return Optional.empty();
      }
      hops.add(hop.get());
      here = next.get();
    }
    return here.field(names[names.length - 1])
        .map(field -> new Column(path, List.copyOf(hops), field));
  }

  /** The field of the record itself that this one needs. */
  String ownField() {
    return hops.isEmpty() ? field.name() : hops.get(0).name();
  }
}
