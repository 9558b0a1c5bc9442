package dev.processsync.storage;

import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.support.FixedStatement;
import dev.processsync.transaction.UnitOfWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows that the current transaction is yet to write, and rows that it has locked and not yet used:
 * the flows of a turn write many records, and one round trip for all of them is enough. They are
 * written before the commit, and before anything is read that they could be a part of; what fails
 * then fails all of them, so this is for work that is done again, one by one, if it fails.
 */
final class PendingRows implements UnitOfWork.Part {

  private static final UnitOfWork.Key<PendingRows> KEY = new UnitOfWork.Key<>();

  private final Map<FixedStatement, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
  private final Map<String, Set<String>> changed = new HashMap<>();
  private final Map<String, Map<String, TableRecord>> locked = new HashMap<>();

  private PendingRows() {}

  /** The current transaction's, empty if it writes as it goes. */
  static Optional<PendingRows> current() {
    return UnitOfWork.find(KEY);
  }

  static PendingRows begin() {
    return UnitOfWork.required().part(KEY, PendingRows::new);
  }

  /** Nothing of the table is yet to be written, so that all of it is found. */
  static void settle(Table table) {
    current().filter(rows -> rows.isPending(table)).ifPresent(PendingRows::write);
  }

  static void settle(Table table, String sysId) {
    current().filter(rows -> rows.isPending(table, sysId)).ifPresent(PendingRows::write);
  }

  static void settleAll() {
    current().ifPresent(PendingRows::write);
  }

  /** The table's rows are about to be changed by other statements. */
  static void forget(Table table) {
    settle(table);
    current().ifPresent(rows -> rows.locked.remove(table.name()));
  }

  /** A row to be written, of a record that has none yet. */
  void add(Table table, String sysId, FixedStatement statement, @Nullable Object[] values) {
    if (isPending(table, sysId)) {
      write(); // Statements of one kind run together, which may change the order of a record's.
    }
    rows.computeIfAbsent(statement, kind -> new ArrayList<>()).add(values);
    changed.computeIfAbsent(table.name(), name -> new HashSet<>()).add(sysId);
    locked.getOrDefault(table.name(), new HashMap<>()).remove(sysId);
  }

  private boolean isPending(Table table, String sysId) {
    return changed.getOrDefault(table.name(), Set.of()).contains(sysId);
  }

  private boolean isPending(Table table) {
    return changed.containsKey(table.name());
  }

  /** Locked for this transaction, as nobody has changed it since. */
  void lock(TableRecord record) {
    locked.computeIfAbsent(record.table(), name -> new HashMap<>()).put(record.sysId(), record);
  }

  Optional<TableRecord> locked(Table table, String sysId) {
    return Optional.ofNullable(locked.getOrDefault(table.name(), Map.of()).get(sysId));
  }

  @Override
  public void write() {
    if (!rows.isEmpty()) {
      Map<FixedStatement, List<@Nullable Object[]>> now = new LinkedHashMap<>(rows);
      rows.clear();
      changed.clear();
      now.forEach(FixedStatement::executeAll);
    }
  }
}
