package dev.processsync.definition;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * All definitions as they were at one moment, laid out by what is asked.
 *
 * @param eventNames by the event's sys_id
 * @param events sys_id by definition and name
 * @param activeCaptures by table, lowest order first
 * @param outboundFlows by process event
 * @param inboundFlows by remote system
 */
public record Snapshot(
    Map<String, RemoteSystem> remoteSystems,
    Map<String, String> eventNames,
    Map<String, Map<String, String>> events,
    Map<String, List<CaptureDefinition>> activeCaptures,
    Map<String, List<FlowBinding>> outboundFlows,
    Map<String, List<FlowBinding>> inboundFlows) {

  static Snapshot read(Records records) {
    List<TableRecord> events = all(records, SyncTables.PROCESS_EVENT);
    return new Snapshot(
        all(records, SyncTables.REMOTE_SYSTEM).stream()
            .map(Mapping::remoteSystem)
            .collect(toMap(RemoteSystem::sysId, Function.identity())),
        events.stream().collect(toMap(TableRecord::sysId, event -> event.get("name"))),
        events.stream()
            .collect(
                groupingBy(
                    event -> event.get("definition"),
                    toMap(event -> event.get("name"), TableRecord::sysId))),
        all(records, SyncTables.CAPTURE).stream()
            .filter(capture -> "active".equals(capture.get("state")))
            .map(Mapping::capture)
            .sorted(Comparator.comparingLong(CaptureDefinition::order))
            .collect(grouped(CaptureDefinition::table)),
        flows(records, SyncTables.OUTBOUND_FLOW).collect(grouped(FlowBinding::processEvent)),
        flows(records, SyncTables.INBOUND_FLOW).collect(grouped(FlowBinding::remoteSystem)));
  }

  private static <T> Collector<T, ?, Map<String, List<T>>> grouped(Function<T, String> key) {
    return groupingBy(key, collectingAndThen(toList(), List::copyOf));
  }

  private static Stream<FlowBinding> flows(Records records, String table) {
    return all(records, table).stream().map(Mapping::flow);
  }

  private static List<TableRecord> all(Records records, String table) {
    return records.findBy(Actor.system(), table, Map.of());
  }
}
