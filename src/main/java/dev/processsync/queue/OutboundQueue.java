package dev.processsync.queue;

import dev.processsync.queue.entry.EntryBatch;
import dev.processsync.queue.entry.EntrySelection;
import dev.processsync.queue.entry.EntryStore;
import dev.processsync.queue.entry.NewEntryRow;
import dev.processsync.queue.entry.NewOutboundEntry;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.lane.LaneSignals;
import dev.processsync.queue.lane.Lanes;
import dev.processsync.queue.receipt.DeliveryReceipt;
import dev.processsync.queue.receipt.OpenReceipts;
import dev.processsync.queue.receipt.ReceiptState;
import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was captured and is on its way. Every method belongs to the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OutboundQueue {

  private final SentEntries sent;
  private final OpenReceipts receipts;
  private final EntryStore entries;
  private final EntryBatch batch;
  private final EntrySelection selection;
  private final LaneSignals signals;
  private final Clock clock;

  OutboundQueue(
      SentEntries sent,
      OpenReceipts receipts,
      EntryStore entries,
      EntryBatch batch,
      EntrySelection selection,
      LaneSignals signals,
      Clock clock) {
    this.sent = sent;
    this.receipts = receipts;
    this.entries = entries;
    this.batch = batch;
    this.selection = selection;
    this.signals = signals;
    this.clock = clock;
  }

  /** Puts a captured change into the queue; its flow runs after the commit. */
  public void add(NewOutboundEntry entry) {
    int lane = Lanes.of(entry.remoteSystem(), entry.localRecord());
    batch.insert(Queue.OUTBOUND, List.of(row(entry, entry.entry(clock.millis()), lane)));
    signals.afterCommit(Queue.OUTBOUND, lane);
  }

  static Map<Field<?>, Object> row(NewOutboundEntry captured, QueueEntry entry, int lane) {
    Map<Field<?>, Object> row = NewEntryRow.of(Queue.OUTBOUND, entry, lane, captured.capturedBy());
    row.put(QueueColumns.CAPTURE_DEFINITION, captured.captureDefinition());
    row.put(QueueColumns.LOCAL_TABLE, captured.localTable());
    row.put(QueueColumns.LOCAL_RECORD, captured.localRecord());
    return row;
  }

  /**
   * The messages that may be sent to a remote system now, in order: of each record all that wait,
   * from the first on. Fewer than asked for if they are long.
   */
  public List<QueueEntry> sendable(String remoteSystem, int limit) {
    return selection.sendable(remoteSystem, limit);
  }

  /** Those among these remote systems that a message waits for. */
  @Transactional(readOnly = true)
  public List<String> waitedFor(List<String> remoteSystems) {
    return selection.waitedFor(remoteSystems);
  }

  /** The other side has these messages. What was skipped meanwhile stays skipped. */
  public void sent(List<Sent> messages, long startedMs) {
    if (messages.isEmpty()) {
      return;
    }
    sent.write(messages, startedMs);
    Map<QueueEntry, ReceiptState> open = new IdentityHashMap<>();
    for (Sent each : messages) {
      DeliveryReceipt receipt = each.receipt();
      if (receipt != null && receipt.state().isOpen()) {
        open.put(each.entry(), receipt.state());
      }
    }
    receipts.add(open);
  }

  /** The other side refused this message, and would again: the entry becomes Error. */
  public void refused(QueueEntry entry, String reason) {
    entries.failed(Queue.OUTBOUND, entry.sysId(), reason);
  }
}
