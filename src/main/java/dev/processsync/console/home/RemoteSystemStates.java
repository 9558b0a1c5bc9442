package dev.processsync.console.home;

import dev.processsync.console.page.ListAddress;
import dev.processsync.console.page.RecordAddress;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.report.QueueCounts;
import dev.processsync.queue.report.ReceiptCounts;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How the remote systems are, those with errors first, and what went wrong in the queues. */
@Component
class RemoteSystemStates {

  private static final String TABLE = "ih_sync_remote_system";
  private static final Set<String> SHOWN =
      Set.of("sys_id", "name", "outbound_state", "inbound_state", "state_reason");
  private static final int READ = 200;
  private static final int MOST = 8;

  private final Records records;
  private final Dictionary dictionary;
  private final QueueCounts counts;
  private final ReceiptCounts receipts;

  RemoteSystemStates(
      Records records, Dictionary dictionary, QueueCounts counts, ReceiptCounts receipts) {
    this.records = records;
    this.dictionary = dictionary;
    this.counts = counts;
    this.receipts = receipts;
  }

  /**
   * @param more how many are not among the systems
   */
  record States(List<State> systems, int more, List<Errors> errors) {}

  /**
   * @param outbound as people read it, as is inbound
   */
  record State(
      String name,
      String href,
      String outboundState,
      String outbound,
      String inboundState,
      String inbound,
      String reason) {

    public boolean isFailing() {
      return outboundState.equals("error") || inboundState.equals("error");
    }
  }

  /** The entries of a queue that are in Error, or that come no further. */
  record Errors(String queue, String count, boolean isNone, String href) {}

  /** Empty for those who may not read them. */
  Optional<States> of(Actor actor) {
    Table table = dictionary.require(TABLE);
    if (!actor.hasAnyOf(table.access().read())) {
      return Optional.empty();
    }
    List<State> all =
        records.list(actor, TABLE, Query.parse("ORDERBYname"), 0, READ, SHOWN).stream()
            .map(record -> state(table, record))
            .sorted(Comparator.comparing(state -> !state.isFailing()))
            .toList();
    return Optional.of(
        new States(
            all.stream().limit(MOST).toList(),
            Math.max(0, all.size() - MOST),
            Stream.of(errors(Queue.OUTBOUND), receipts(), errors(Queue.INBOUND))
                .flatMap(each -> each)
                .toList()));
  }

  /** Told only if there are any. */
  private Stream<Errors> receipts() {
    return Stream.of(
            errors(
                "Outbound Queue: failed at the other side",
                receipts.failed(),
                Queue.OUTBOUND,
                ReceiptCounts.FAILED_QUERY),
            errors(
                "Outbound Queue: without a final receipt for long",
                receipts.overdue(),
                Queue.OUTBOUND,
                receipts.overdueQuery()))
        .filter(open -> !open.isNone());
  }

  private static State state(Table table, TableRecord record) {
    return new State(
        record.get("name"),
        RecordAddress.of(TABLE, record.sysId()),
        record.get("outbound_state"),
        label(table, record, "outbound_state"),
        record.get("inbound_state"),
        label(table, record, "inbound_state"),
        record.get("state_reason"));
  }

  private static String label(Table table, TableRecord record, String field) {
    return table.require(field).choiceLabel(record.get(field)).orElse(record.get(field));
  }

  /** What comes no further although it is Ready is told only if there is any. */
  private Stream<Errors> errors(Queue queue) {
    String label = queue == Queue.OUTBOUND ? "Outbound Queue" : "Inbound Queue";
    return Stream.concat(
        Stream.of(errors(label, counts.failed(queue), queue, "status=error")),
        Stream.of(
                errors(
                    label + ": Ready, tried in vain",
                    counts.stuck(queue),
                    queue,
                    QueueCounts.STUCK_QUERY))
            .filter(stuck -> !stuck.isNone()));
  }

  private static Errors errors(
      String label, Map<String, QueueCounts.Count> counted, Queue queue, String query) {
    long all = counted.values().stream().mapToLong(QueueCounts.Count::entries).sum();
    String shown = "%,d".formatted(all) + (all < QueueCounts.AT_MOST ? "" : "+");
    return new Errors(label, shown, all == 0, ListAddress.of(queue.table(), query));
  }
}
