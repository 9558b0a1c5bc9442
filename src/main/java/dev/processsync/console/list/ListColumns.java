package dev.processsync.console.list;

import dev.processsync.console.preference.Preferences;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.record.Actor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What each user chose for lists: the columns of a table's, and how long a page is. */
@Component
class ListColumns {

  static final List<Integer> SIZES = List.of(20, 50, 100);
  private static final String SIZE = "list.size";

  private final Preferences preferences;

  ListColumns(Preferences preferences) {
    this.preferences = preferences;
  }

  /** The columns in their order, at least one. */
  List<Field> of(Actor user, Table table) {
    List<Field> chosen =
        preferences
            .find(user, "list." + table.name() + ".columns")
            .map(names -> fields(table, Arrays.asList(names.split(","))))
            .orElse(List.of());
    return chosen.isEmpty() ? fields(table, ListDefaults.columns(table)) : chosen;
  }

  static List<Field> choices(Table table) {
    return table.fields().values().stream().filter(Field::isOffered).toList();
  }

  /** How many records a page shows. */
  int size(Actor user) {
    return preferences
        .find(user, SIZE)
        .flatMap(text -> SIZES.stream().filter(size -> size.toString().equals(text)).findFirst())
        .orElse(SIZES.get(0));
  }

  /** A chosen field may be gone since. */
  private static List<Field> fields(Table table, List<String> names) {
    return names.stream()
        .distinct()
        .map(table::field)
        .flatMap(Optional::stream)
        .filter(Field::isOffered)
        .toList();
  }
}
