package dev.processsync.queue;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.entry.EntrySelection;
import dev.processsync.queue.entry.EntryStore;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.QueueEntries;
import dev.processsync.queue.entry.RetryMetadata;
import dev.processsync.queue.entry.RetryNotes;
import dev.processsync.queue.lane.FlowOutcome;
import dev.processsync.queue.lane.LaneSignals;
import dev.processsync.queue.lane.TurnRuns;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Flows know their entry's id and not its queue: whichever queue has it answers. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Entries implements QueueEntries {

  private static final Logger log = LoggerFactory.getLogger(Entries.class);

  private final EntryStore entries;
  private final EntrySelection selection;
  private final RetryNotes notes;
  private final LaneSignals signals;
  private final Clock clock;

  Entries(
      EntryStore entries,
      EntrySelection selection,
      RetryNotes notes,
      LaneSignals signals,
      Clock clock) {
    this.entries = entries;
    this.selection = selection;
    this.notes = notes;
    this.signals = signals;
    this.clock = clock;
  }

  @Override
  public void flowCompleted(String entry) {
    long now = clock.millis();
    for (Queue queue : Queue.values()) {
      selection
          .workersOf(queue, entry)
          .ifPresent(
              workers -> {
                entries.flowEnded(queue, entry, now);
                notes.clear(queue, entry);
                // The entry is out of the way: those of its record that wait behind it may go on.
                signals.afterCommit(queue, workers.lane());
                if (queue == Queue.OUTBOUND) {
                  signals.afterCommit(workers.remoteSystem());
                }
              });
    }
  }

  @Override
  public void flowFailed(String entry, String activity, String message) {
    log.warn("Queue entry {} is in error at {}: {}", entry, activity, message);
    inItsQueue(queue -> entries.failed(queue, entry, activity + ": " + message));
  }

  @Override
  public void flowTried(String entry, RetryMetadata tried) {
    inItsQueue(queue -> notes.write(queue, entry, tried));
  }

  @Override
  public Optional<RetryMetadata> lastTry(String entry) {
    return Arrays.stream(Queue.values())
        .flatMap(queue -> notes.read(queue, entry).stream())
        .findFirst();
  }

  @Override
  public void flowRetried(String entry) {
    inItsQueue(
        queue -> {
          boolean retried = entries.retried(queue, entry);
          if (retried) {
            notes.clear(queue, entry);
          }
          return retried;
        });
  }

  @Override
  public void flowCancelled(String entry, String processInstance) {
    inItsQueue(queue -> entries.cancelled(queue, entry, processInstance));
  }

  @Override
  public void warn(String entry, String message) {
    TurnRuns.outcomeOf(entry)
        .ifPresentOrElse(
            outcome -> outcome.warn(message),
            () -> inItsQueue(queue -> entries.warned(queue, entry, message)));
  }

  @Override
  public void skip(String entry, String reason) {
    TurnRuns.outcomeOf(entry)
        .ifPresentOrElse(
            outcome -> outcome.skip(reason),
            () -> inItsQueue(queue -> entries.skippedByFlow(queue, entry, reason)));
  }

  @Override
  public void applied(String entry, TableRecord written) {
    TurnRuns.outcomeOf(entry)
        .ifPresentOrElse(
            outcome ->
                outcome.applied(
                    new FlowOutcome.Target(
                        written.table(), written.sysId(), written.get("number"))),
            () ->
                entries.set(
                    Queue.INBOUND,
                    entry,
                    Map.of(
                        QueueColumns.LOCAL_TABLE, written.table(),
                        QueueColumns.LOCAL_RECORD, written.sysId())));
  }

  @Override
  public void conflict(String entry, String field, String outcome) {
    FlowOutcome.Conflict found = new FlowOutcome.Conflict(field, outcome);
    TurnRuns.outcomeOf(entry)
        .ifPresentOrElse(
            said -> said.conflict(found),
            () -> entries.conflicted(entry, FlowOutcome.Conflict.text(List.of(found))));
  }

  @Override
  public void address(
      String entry, String localCorrelationId, String remoteCorrelationId, String payload) {
    FlowOutcome.Message message =
        new FlowOutcome.Message(localCorrelationId, remoteCorrelationId, payload);
    TurnRuns.outcomeOf(entry)
        .ifPresentOrElse(
            outcome -> outcome.address(message), () -> addressInEngine(entry, message));
  }

  private void addressInEngine(String entry, FlowOutcome.Message message) {
    boolean isOutbound =
        entries.set(
            Queue.OUTBOUND,
            entry,
            Map.of(
                QueueColumns.LOCAL_ID, message.localCorrelationId(),
                QueueColumns.REMOTE_ID, message.remoteCorrelationId(),
                QueueColumns.MESSAGE, message.payload()));
    if (!isOutbound) {
      throw FlowOutcome.nothingToSend();
    }
  }

  @Override
  public void ranAs(String entry, String processInstance) {
    TurnRuns.outcomeOf(entry).ifPresent(outcome -> outcome.ranAs(processInstance));
  }

  private static void inItsQueue(Predicate<Queue> change) {
    for (Queue queue : Queue.values()) {
      if (change.test(queue)) {
        return;
      }
    }
  }
}
