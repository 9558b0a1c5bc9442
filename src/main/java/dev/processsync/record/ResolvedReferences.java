package dev.processsync.record;

import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.References.Resolved;
import dev.processsync.transaction.UnitOfWork;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What references led to in the current transaction: the flows of a turn mean the same groups and
 * users again and again.
 */
final class ResolvedReferences implements UnitOfWork.Part {

  private static final UnitOfWork.Key<ResolvedReferences> KEY = new UnitOfWork.Key<>();

  private final Map<String, Map<String, Resolved>> byTable = new HashMap<>();
  private final Map<String, Map<String, Optional<TableRecord>>> records = new HashMap<>();

  private final Set<String> changed = new HashSet<>();
  private final Consumer<String> committed;

  private ResolvedReferences(Consumer<String> committed) {
    this.committed = committed;
  }

  /**
   * Empty outside of transactions.
   *
   * @param committed told each table that the transaction has changed, when it is committed
   */
  static Optional<ResolvedReferences> ofTransaction(Consumer<String> committed) {
    return UnitOfWork.current()
        .map(unit -> unit.part(KEY, () -> new ResolvedReferences(committed)));
  }

  Resolved resolve(String table, String idOrDisplay, Supplier<Resolved> lookUp) {
    Map<String, Resolved> known = byTable.computeIfAbsent(table, name -> new HashMap<>());
    Resolved resolved = known.get(idOrDisplay);
    if (resolved == null) {
      resolved = lookUp.get();
      known.put(idOrDisplay, resolved);
    }
    return resolved;
  }

  Optional<TableRecord> record(String table, String sysId, Supplier<Optional<TableRecord>> find) {
    Map<String, Optional<TableRecord>> known =
        records.computeIfAbsent(table, name -> new HashMap<>());
    Optional<TableRecord> record = known.get(sysId);
    if (record == null) {
      record = find.get();
      known.put(sysId, record);
    }
    return record;
  }

  /** What stands for those of these records that were read before, by sys_id. */
  Map<String, String> names(Table table, Collection<String> sysIds) {
    Map<String, Optional<TableRecord>> known = records.getOrDefault(table.name(), Map.of());
    Map<String, String> names = new HashMap<>();
    for (String sysId : sysIds) {
      known
          .getOrDefault(sysId, Optional.empty())
          .ifPresent(record -> names.put(sysId, record.get(table.display())));
    }
    return names;
  }

  /** The transaction has changed the table: what was found there may be wrong. */
  void changed(String table) {
    byTable.remove(table);
    records.remove(table);
    changed.add(table);
  }

  boolean hasChanged(String table) {
    return changed.contains(table);
  }

  @Override
  public void committed() {
    changed.forEach(committed);
  }
}
