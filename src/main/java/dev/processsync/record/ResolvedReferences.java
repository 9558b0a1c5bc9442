package dev.processsync.record;

import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.References.Resolved;
import dev.processsync.transaction.UnitOfWork;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What references led to in the current transaction: the flows of a turn mean the same groups and
 * users again and again.
 */
final class ResolvedReferences implements UnitOfWork.Part {

  private static final UnitOfWork.Key<ResolvedReferences> KEY = new UnitOfWork.Key<>();

  private final Map<String, Map<String, Resolved>> byTable = new HashMap<>();
  private final Map<String, Map<String, Optional<TableRecord>>> records = new HashMap<>();

  private ResolvedReferences() {}

  /** Empty outside of transactions. */
  static Optional<ResolvedReferences> ofTransaction() {
    return UnitOfWork.current().map(unit -> unit.part(KEY, ResolvedReferences::new));
  }

  Resolved resolve(String table, String idOrDisplay, BiFunction<String, String, Resolved> lookUp) {
    Map<String, Resolved> known = byTable.computeIfAbsent(table, name -> new HashMap<>());
    Resolved resolved = known.get(idOrDisplay);
    if (resolved == null) {
      resolved = lookUp.apply(table, idOrDisplay);
      known.put(idOrDisplay, resolved);
    }
    return resolved;
  }

  Optional<TableRecord> record(
      String table, String sysId, Function<String, Optional<TableRecord>> find) {
    Map<String, Optional<TableRecord>> known =
        records.computeIfAbsent(table, name -> new HashMap<>());
    Optional<TableRecord> record = known.get(sysId);
    if (record == null) {
      record = find.apply(sysId);
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

  void forget(String table) {
    byTable.remove(table);
    records.remove(table);
  }
}
