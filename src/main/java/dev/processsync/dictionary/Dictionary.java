package dev.processsync.dictionary;

import dev.processsync.problem.NoSuchTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every table that this instance knows. Immutable: the files are read at start. */
public final class Dictionary {

  private final Map<String, Table> tables;

  public Dictionary(Collection<Table> tables) {
    Map<String, Table> byName = new LinkedHashMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    this.tables = byName;
  }

  public Collection<Table> tables() {
    return tables.values();
  }

  public Optional<Table> find(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /**
   * The table of this name.
   *
   * @throws NoSuchTable if there is none
   */
  public Table require(String name) {
    return find(name).orElseThrow(() -> new NoSuchTable(name));
  }
}
