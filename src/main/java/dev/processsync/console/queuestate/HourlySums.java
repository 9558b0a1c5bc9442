package dev.processsync.console.queuestate;

import dev.processsync.console.queuestate.QueueState.Hours;
import dev.processsync.queue.report.ProcessedEntries.InHour;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All remote systems together, hour by hour, as the charts draw them. */
final class HourlySums {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  private HourlySums() {}

  static Hours of(Map<LocalDateTime, List<InHour>> out, Map<LocalDateTime, List<InHour>> in) {
    LocalDateTime last = new TreeMap<>(out).lastKey();
    List<String> labels = new ArrayList<>();
    List<@Nullable Long> sent = new ArrayList<>();
    List<@Nullable Long> received = new ArrayList<>();
    List<@Nullable Long> sentMs = new ArrayList<>();
    List<@Nullable Long> receivedMs = new ArrayList<>();
    for (int ago = Throughput.HOURS - 1; ago >= 0; ago--) {
      LocalDateTime hour = last.minusHours(ago);
      labels.add(hour.format(HOUR));
      sent.add(entries(out.get(hour)));
      received.add(entries(in.get(hour)));
      sentMs.add(average(out.get(hour)));
      receivedMs.add(average(in.get(hour)));
    }
    return new Hours(labels, sent, received, sentMs, receivedMs);
  }

  private static @Nullable Long entries(@Nullable List<InHour> hour) {
    return hour == null ? null : hour.stream().mapToLong(InHour::entries).sum();
  }

  private static @Nullable Long average(@Nullable List<InHour> hour) {
    long entries = Objects.requireNonNullElse(entries(hour), 0L);
    if (hour == null || entries == 0) {
      return null;
    }
    return hour.stream().mapToLong(InHour::processingMs).sum() / entries;
  }
}
