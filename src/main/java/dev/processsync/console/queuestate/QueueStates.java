package dev.processsync.console.queuestate;

import dev.processsync.console.page.ListAddress;
import dev.processsync.console.page.RecordAddress;
import dev.processsync.console.queuestate.QueueState.SystemState;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.identity.Role;
import dev.processsync.problem.AccessDenied;
import dev.processsync.query.Query;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.report.QueueCounts;
import dev.processsync.queue.report.ReceiptCounts;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The state of all remote systems, for those who may see the page. */
@Component
class QueueStates {

  private static final Set<String> READERS = Set.of(Role.INTEGRATION_ADMIN, Role.PROCESS_SYNC);
  private static final String REMOTE_SYSTEM = "ih_sync_remote_system";
  private static final String WITH_ERRORS = "outbound_state=error^ORinbound_state=error";
  private static final Set<String> SHOWN =
      Set.of("sys_id", "name", "outbound_state", "inbound_state", "state_reason");

  /** More remote systems than a page can show; nobody has as many. */
  private static final int MOST = 200;

  private final Records records;
  private final Dictionary dictionary;
  private final QueueReader reader;
  private final ReceiptCounts receipts;

  QueueStates(Records records, Dictionary dictionary, QueueReader reader, ReceiptCounts receipts) {
    this.records = records;
    this.dictionary = dictionary;
    this.reader = reader;
    this.receipts = receipts;
  }

  /**
   * @throws AccessDenied naming the roles that it takes
   */
  QueueState of(Actor actor) {
    if (!actor.hasAnyOf(READERS)) {
      throw new AccessDenied(
          "User '%s' may not see the state of the queues: it takes the role %s or %s."
              .formatted(actor.userName(), Role.INTEGRATION_ADMIN, Role.PROCESS_SYNC));
    }
    boolean mayReadRemote = actor.hasAnyOf(dictionary.require(REMOTE_SYSTEM).access().read());
    boolean mayReadQueues =
        actor.hasAnyOf(dictionary.require(Queue.OUTBOUND.table()).access().read());
    List<TableRecord> systems =
        records.list(Actor.system(), REMOTE_SYSTEM, Query.parse("ORDERBYname"), 0, MOST, SHOWN);
    QueueReader.Read outbound = reader.read(Queue.OUTBOUND, mayReadQueues);
    QueueReader.Read inbound = reader.read(Queue.INBOUND, mayReadQueues);
    long failing = systems.stream().filter(QueueStates::isFailing).count();
    return new QueueState(
        Tally.of(failing, mayReadRemote ? ListAddress.of(REMOTE_SYSTEM, WITH_ERRORS) : ""),
        sum(outbound.waiting(), inbound.waiting(), link(mayReadQueues, "status=ready")),
        sum(outbound.inError(), inbound.inError(), link(mayReadQueues, "status=error")),
        sum(outbound.stuck(), inbound.stuck(), link(mayReadQueues, QueueCounts.STUCK_QUERY)),
        sum(receipts.failed(), Map.of(), link(mayReadQueues, ReceiptCounts.FAILED_QUERY)),
        sum(receipts.overdue(), Map.of(), link(mayReadQueues, receipts.overdueQuery())),
        Tally.of(total(outbound.lastHour()) + total(inbound.lastHour()), ""),
        systems.stream().map(each -> state(each, mayReadRemote, outbound, inbound)).toList(),
        HourlySums.of(outbound.hours(), inbound.hours()));
  }

  private SystemState state(
      TableRecord system, boolean mayRead, QueueReader.Read outbound, QueueReader.Read inbound) {
    return new SystemState(
        system.get("name"),
        mayRead ? RecordAddress.of(REMOTE_SYSTEM, system.sysId()) : "",
        system.get("state_reason"),
        List.of(
            reader.of(system, "Outbound", "outbound_state", outbound),
            reader.of(system, "Inbound", "inbound_state", inbound)));
  }

  private static boolean isFailing(TableRecord system) {
    return system.get("outbound_state").equals("error")
        || system.get("inbound_state").equals("error");
  }

  /** Mostly it is the outbound queue that something waits in. */
  private static String link(boolean mayRead, String query) {
    return mayRead ? ListAddress.of(Queue.OUTBOUND.table(), query) : "";
  }

  private static Tally sum(
      Map<String, QueueCounts.Count> out, Map<String, QueueCounts.Count> in, String href) {
    long all = out.values().stream().mapToLong(QueueCounts.Count::entries).sum();
    return Tally.of(all + in.values().stream().mapToLong(QueueCounts.Count::entries).sum(), href);
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
