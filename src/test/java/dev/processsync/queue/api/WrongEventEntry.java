package dev.processsync.queue.api;

import dev.processsync.SyncSetup;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.EntryRows;
import dev.processsync.record.Records;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;

/**
 * A message of an event that has no flow, in Error; another event of its definition has one.
 *
 * @param sysId of the entry
 */
record WrongEventEntry(String sysId, TableRecord system, TableRecord wrong, TableRecord right) {

  static final String INBOUND = "ih_sync_inbound_queue";

  static WrongEventEntry in(Records records, DSLContext sql) {
    SyncSetup setup = new SyncSetup(records);
    TableRecord definition = setup.definition();
    TableRecord system =
        setup.activeRemoteSystem(
            definition,
            setup.alias("http://localhost:1/"),
            setup.user("api", "ih_process_sync_api", "snc_external"),
            setup.user("run.as", "ih_process_sync_run_as", "incident_manager"));
    TableRecord wrong = setup.event(definition, "Wrong");
    TableRecord right = setup.event(definition, "Right");
    setup.inboundFlow(right, system, "inbound-flow-template-basic");
    String entry =
        new EntryRows(sql, Clock.systemUTC())
            .insert(INBOUND, system.sysId(), "error", "flow", Duration.ZERO);
    sql.execute(
        "update process_sync."
            + INBOUND
            + " set process_event = ?, remote_system = ?, operation = 'create',"
            + " remote_correlation_id = ?, payload = ?, error_info = 'There is no inbound flow'"
            + " where sys_id = ?",
        wrong.sysId(),
        system.sysId(),
        system.sysId(),
        "{\"changed_fields\":[{\"key\":\"sys_id\",\"value\":\"%s\",\"display_value\":\"\"}]}"
            .formatted(system.sysId()),
        entry);
    return new WrongEventEntry(entry, system, wrong, right);
  }
}
