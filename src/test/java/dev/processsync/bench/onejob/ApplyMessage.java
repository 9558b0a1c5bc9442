package dev.processsync.bench.onejob;

import dev.processsync.bench.Applied;
import dev.processsync.bench.plain.Captured;
import dev.processsync.bench.plain.Change;
import dev.processsync.bench.plain.Incidents;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Applies a message to B's incident. Nothing keeps messages in order here, so a change that a later
 * one has overtaken leaves the incident as it is.
 */
final class ApplyMessage implements JavaDelegate {

  private final JdbcTemplate sql;
  private final Incidents incidents;
  private final Applied applied;

  ApplyMessage(JdbcTemplate sql, Applied applied) {
    this.sql = sql;
    this.incidents = new Incidents(sql);
    this.applied = applied;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Change change = Change.fromJson((String) execution.getVariable(Engine.MESSAGE));
    Captured captured = Captured.read(change.payload());
    List<String> local =
        sql.queryForList(
            "select local_record from correlation where remote_record = ?",
            String.class,
            change.recordId());
    if (local.isEmpty()) {
      // Should another job create it at the same time, this one fails and is tried again.
      incidents.create(change, captured);
    } else if (isLatest(change)) {
      incidents.update(local.get(0), captured);
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            applied.add(captured.shortDescription());
          }
        });
  }

  private boolean isLatest(Change change) {
    return sql.update(
            "update correlation set version = ? where remote_record = ? and version < ?",
            change.version(),
            change.recordId(),
            change.version())
        == 1;
  }
}
