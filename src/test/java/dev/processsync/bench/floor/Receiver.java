package dev.processsync.bench.floor;

import dev.processsync.bench.Applied;
import dev.processsync.bench.plain.Captured;
import dev.processsync.bench.plain.Change;
import dev.processsync.bench.plain.Incidents;
import dev.processsync.dictionary.SysId;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a request's changes in and applies them, all in one transaction and a few statements. */
final class Receiver {

  private final JdbcTemplate sql;
  private final TransactionTemplate transaction;
  private final Incidents incidents;
  private final Applied applied;

  Receiver(JdbcTemplate sql, PlatformTransactionManager transactions, Applied applied) {
    this.sql = sql;
    this.transaction = new TransactionTemplate(transactions);
    this.incidents = new Incidents(sql);
    this.applied = applied;
  }

  void receive(String json) {
    List<Change> changes = Change.listFromJson(json);
    List<String> done = new ArrayList<>();
    transaction.executeWithoutResult(status -> apply(fresh(changes), done));
    done.forEach(applied::add);
  }

  /** Those that have not arrived before, now taken in. */
  private List<Change> fresh(List<Change> changes) {
    Set<String> known =
        new HashSet<>(
            sql.queryForList(
                "select message_id from inbox where message_id in (" + marks(changes) + ")",
                String.class,
                changes.stream().map(Change::messageId).toArray()));
    List<Change> fresh = changes.stream().filter(c -> !known.contains(c.messageId())).toList();
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    sql.batchUpdate(
        "insert into inbox (message_id, received_on) values (?, ?)",
        fresh.stream().map(change -> new Object[] {change.messageId(), now}).toList());
    return fresh;
  }

  private void apply(List<Change> changes, List<String> done) {
    Map<String, String> locals = locals(changes);
    List<Object[]> inserts = new ArrayList<>();
    List<Object[]> correlations = new ArrayList<>();
    List<Object[]> updates = new ArrayList<>();
    for (Change change : changes) {
      Captured captured = Captured.read(change.payload());
      String local = locals.get(change.recordId());
      if (local == null) {
        String sysId = SysId.next();
        locals.put(change.recordId(), sysId);
        inserts.add(incidents.valuesOfNew(captured, sysId));
        correlations.add(new Object[] {change.recordId(), sysId, change.version()});
      } else {
        updates.add(incidents.values(captured, local));
      }
      done.add(captured.shortDescription());
    }
    // Updates come last and in their order: they may be of incidents that are inserted here.
    sql.batchUpdate(Incidents.INSERT, inserts);
    sql.batchUpdate(Incidents.CORRELATE, correlations);
    sql.batchUpdate(Incidents.UPDATE, updates);
  }

  private Map<String, String> locals(List<Change> changes) {
    Map<String, String> locals = new HashMap<>();
    if (changes.isEmpty()) {
      return locals;
    }
    sql.query(
        "select remote_record, local_record from correlation where remote_record in ("
            + marks(changes)
            + ")",
        row -> {
          locals.put(row.getString(1), row.getString(2));
        },
        changes.stream().map(Change::recordId).toArray());
    return locals;
  }

  private static String marks(List<Change> changes) {
    return String.join(",", changes.stream().map(change -> "?").toList());
  }
}
