package dev.processsync.handshake;

import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncTables;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.handshake.Offer.Captured;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what remote systems offered at their activation. */
@Component
@Transactional
class RemoteCaptures implements OfferedFields {

  private static final String REMOTE_SYSTEM = "remote_system";
  private static final String PROCESS_EVENT = "process_event";

  /** More than anybody defines; the other side says whatever it likes. */
  private static final int MOST = 1_000;

  /** Every payload brings these, included or not. */
  private static final List<String> ALWAYS = List.of("sys_class_name", "sys_id");

  private final Records records;

  RemoteCaptures(Records records) {
    this.records = records;
  }

  /** Forgets what the remote system offered before. */
  void replace(RemoteSystem system, Offer offer) {
    records
        .findBy(Actor.system(), SyncTables.REMOTE_CAPTURE, Map.of(REMOTE_SYSTEM, system.sysId()))
        .forEach(old -> records.delete(Actor.system(), SyncTables.REMOTE_CAPTURE, old.sysId()));
    offer.captures().stream()
        .filter(RemoteCaptures::fits)
        .limit(MOST)
        .forEach(captured -> insert(system, captured));
  }

  /** As our own definitions do: another product's, which don't, stay unknown. */
  private static boolean fits(Captured captured) {
    return !captured.event().isEmpty()
        && captured.event().length() <= 100
        && captured.table().length() <= 60
        && String.join(",", captured.fields()).length() <= 4_000;
  }

  private void insert(RemoteSystem system, Captured captured) {
    records.insert(
        Actor.system(),
        SyncTables.REMOTE_CAPTURE,
        Map.of(
            REMOTE_SYSTEM,
            system.sysId(),
            PROCESS_EVENT,
            captured.event(),
            "table",
            captured.table(),
            "fields",
            String.join(",", captured.fields())));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Offered> to(String subflow) {
    return records
        .findBy(Actor.system(), SyncTables.INBOUND_FLOW, Map.of("subflow", subflow))
        .stream()
        .map(this::offered)
        .toList();
  }

  private Offered offered(TableRecord flow) {
    String system = flow.get(REMOTE_SYSTEM);
    String event = name(SyncTables.PROCESS_EVENT, flow.get(PROCESS_EVENT));
    List<TableRecord> captures =
        records.findBy(
            Actor.system(),
            SyncTables.REMOTE_CAPTURE,
            Map.of(REMOTE_SYSTEM, system, PROCESS_EVENT, event));
    return new Offered(
        name(SyncTables.REMOTE_SYSTEM, system),
        event,
        captures.isEmpty() ? Optional.empty() : Optional.of(fields(captures)));
  }

  private static Set<String> fields(List<TableRecord> captures) {
    Set<String> fields = new LinkedHashSet<>(ALWAYS);
    captures.forEach(capture -> fields.addAll(List.of(capture.get("fields").split(",", -1))));
    fields.remove("");
    return fields;
  }

  private String name(String table, String sysId) {
    return records.get(Actor.system(), table, sysId).get("name");
  }
}
