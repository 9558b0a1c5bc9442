package dev.processsync.console.queuestate;

import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.report.ProcessedEntries;
import dev.processsync.queue.report.ProcessedEntries.InHour;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What was processed in each of the last hours. Hours that are over are counted once and
 * remembered: nothing is processed in them any more.
 */
@Component
class Throughput {

  static final int HOURS = 24;

  /** By then whoever processed something in an hour has committed it. */
  private static final Duration SETTLED = Duration.ofMinutes(2);

  /** A page that is looked at first after millions of entries fills up while it refreshes. */
  private static final long LONGEST_COUNTING_MS = 250;

  private final ProcessedEntries processed;
  private final Clock clock;
  private final Map<Queue, Map<LocalDateTime, List<InHour>>> over = new EnumMap<>(Queue.class);

  Throughput(ProcessedEntries processed, Clock clock) {
    this.processed = processed;
    this.clock = clock;
    for (Queue queue : Queue.values()) {
      over.put(queue, new ConcurrentHashMap<>());
    }
  }

  /** The hours, the current one last; one that is not counted yet is missing. */
  Map<LocalDateTime, List<InHour>> lastHours(Queue queue) {
    LocalDateTime now = LocalDateTime.now(clock);
    LocalDateTime current = now.truncatedTo(ChronoUnit.HOURS);
    Map<LocalDateTime, List<InHour>> remembered = over.getOrDefault(queue, Map.of());
    remembered.keySet().removeIf(hour -> hour.isBefore(current.minusHours(HOURS)));
    Map<LocalDateTime, List<InHour>> hours = new TreeMap<>();
    long until = clock.millis() + LONGEST_COUNTING_MS;
    for (int ago = 0; ago < HOURS; ago++) {
      LocalDateTime hour = current.minusHours(ago);
      List<InHour> known = remembered.get(hour);
      if (known == null && clock.millis() <= until) {
        known = processed.byHour(queue, hour, hour.plusHours(1));
        if (hour.plusHours(1).plus(SETTLED).isBefore(now)) {
          remembered.put(hour, known);
        }
      }
      if (known != null) {
        hours.put(hour, known);
      }
    }
    return hours;
  }

  /** What was processed since then, by remote system. */
  Map<String, Long> since(Queue queue, Duration ago) {
    LocalDateTime now = LocalDateTime.now(clock);
    Map<String, Long> counted = new TreeMap<>();
    processed
        .byHour(queue, now.minus(ago), now.plusSeconds(1))
        .forEach(each -> counted.merge(each.remoteSystem(), each.entries(), Long::sum));
    return counted;
  }
}
