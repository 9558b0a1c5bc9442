package dev.processsync.console.follow;

import dev.processsync.SyncSetup;
import dev.processsync.correlation.Correlation;
import dev.processsync.correlation.Correlations;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.EntryRows;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;

/** An incident that is correlated with a remote system, and entries that are about it. */
final class Exchanged {

  static final String OUTBOUND = "ih_sync_outbound_queue";
  static final String INBOUND = "ih_sync_inbound_queue";

  private final DSLContext sql;
  private final EntryRows rows;
  final SyncSetup setup;
  final TableRecord vendor;
  final TableRecord event;
  final TableRecord incident;
  final Correlation correlation;

  Exchanged(Records records, Correlations correlations, DSLContext sql, Clock clock) {
    this.sql = sql;
    this.rows = new EntryRows(sql, clock);
    this.setup = new SyncSetup(records);
    this.vendor = setup.activeRemoteSystem();
    TableRecord definition =
        records.get(Actor.system(), "ih_sync_definition", vendor.get("definition"));
    this.event = setup.event(definition, "Request Hardware");
    this.incident = setup.insert("incident", Map.of("short_description", "A broken mouse"));
    this.correlation = correlations.mint(vendor.sysId(), "incident", incident.sysId());
  }

  String page() {
    return "/console/follow/incident/" + incident.sysId();
  }

  /** An entry of the correlation; its sys_id. */
  String entry(String queue, String status, String stage, Map<String, Object> different) {
    String record = queue.equals(OUTBOUND) ? incident.sysId() : correlation.localCorrelationId();
    String sysId = rows.insert(queue, record, status, stage, Duration.ofMinutes(1));
    set(queue, sysId, "remote_system", vendor.sysId());
    set(queue, sysId, "process_event", event.sysId());
    set(queue, sysId, "local_correlation_id", correlation.localCorrelationId());
    set(queue, sysId, "local_table", "incident");
    different.forEach((column, value) -> set(queue, sysId, column, value));
    return sysId;
  }

  private void set(String queue, String sysId, String column, Object value) {
    sql.execute(
        "update process_sync." + queue + " set " + column + " = ? where sys_id = ?", value, sysId);
  }

  static String payload(String description) {
    return """
        {"capture_metadata":{"changed_by":"abel","timestamp":"2024-01-02 03:04:05"},
         "changed_fields":[{"key":"short_description","value":"%s","display_value":""},
           {"key":"sys_id","value":"1","display_value":""}]}
        """
        .formatted(description);
  }
}
