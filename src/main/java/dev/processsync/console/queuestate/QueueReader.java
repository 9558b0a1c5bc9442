package dev.processsync.console.queuestate;

import dev.processsync.console.page.Durations;
import dev.processsync.console.page.ListAddress;
import dev.processsync.console.queuestate.QueueState.Way;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.report.ProcessedEntries.InHour;
import dev.processsync.queue.report.QueueCounts;
import dev.processsync.queue.report.QueueCounts.Count;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of one queue, and each remote system's part of it. */
@Component
class QueueReader {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final QueueCounts counts;
  private final Throughput throughput;
  private final Dictionary dictionary;
  private final Clock clock;

  QueueReader(QueueCounts counts, Throughput throughput, Dictionary dictionary, Clock clock) {
    this.counts = counts;
    this.throughput = throughput;
    this.dictionary = dictionary;
    this.clock = clock;
  }

  /** All that is read of a queue; numbers by remote system. */
  record Read(
      Queue queue,
      boolean mayOpen,
      Map<String, Count> waiting,
      Map<String, Count> inError,
      Map<String, Count> stuck,
      Map<String, Long> lastMinute,
      Map<String, Long> lastHour,
      Map<LocalDateTime, List<InHour>> hours) {}

  Read read(Queue queue, boolean mayOpen) {
    return new Read(
        queue,
        mayOpen,
        counts.waiting(queue),
        counts.failed(queue),
        counts.stuck(queue),
        throughput.since(queue, MINUTE),
        throughput.since(queue, HOUR),
        throughput.lastHours(queue));
  }

  Way of(TableRecord system, String direction, String stateField, Read read) {
    String state = system.get(stateField);
    String label =
        dictionary.require(system.table()).require(stateField).choiceLabel(state).orElse(state);
    String id = system.sysId();
    Count waiting = read.waiting().get(id);
    List<InHour> day =
        read.hours().values().stream()
            .flatMap(List::stream)
            .filter(each -> each.remoteSystem().equals(id))
            .toList();
    long processed = day.stream().mapToLong(InHour::entries).sum();
    long took = day.stream().mapToLong(InHour::processingMs).sum();
    LocalDateTime first = read.hours().keySet().iterator().next();
    return new Way(
        direction,
        state,
        label,
        tally(waiting, href(read, id, "status=ready")),
        tally(read.inError().get(id), href(read, id, "status=error")),
        tally(read.stuck().get(id), href(read, id, QueueCounts.STUCK_QUERY)),
        waiting == null ? "" : Durations.of(clock.millis() - waiting.oldestMs()),
        since(read, id, read.lastMinute(), MINUTE),
        since(read, id, read.lastHour(), HOUR),
        Tally.of(processed, processedSince(read, id, first)),
        processed == 0 ? "" : Durations.of(took / processed));
  }

  private static Tally tally(@Nullable Count count, String href) {
    if (count == null) {
      return Tally.of(0, href);
    }
    Tally exact = Tally.of(count.entries(), href);
    return count.entries() < QueueCounts.AT_MOST
        ? exact
        : new Tally(exact.shown() + "+", href, false);
  }

  private Tally since(Read read, String id, Map<String, Long> counted, Duration ago) {
    LocalDateTime from = LocalDateTime.now(clock).minus(ago);
    return Tally.of(counted.getOrDefault(id, 0L), processedSince(read, id, from));
  }

  private static String processedSince(Read read, String id, LocalDateTime from) {
    return href(read, id, "status=processed^processed_at>=" + from.format(FieldValue.DATE_TIME));
  }

  private static String href(Read read, String id, String query) {
    return read.mayOpen()
        ? ListAddress.of(read.queue().table(), query + "^remote_system=" + id)
        : "";
  }
}
