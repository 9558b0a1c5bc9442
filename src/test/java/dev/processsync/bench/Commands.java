package dev.processsync.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What a side does when the benchmark asks it, a line at a time. */
final class Commands {

  /** Longer than the minute after which ours tries a remote system again that did not answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final Side side;
  private final Applied applied;
  private final Load load;

  Commands(Side side, Applied applied, Load load) {
    this.side = side;
    this.applied = applied;
    this.load = load;
  }

  String perform(String line) throws Exception {
    String[] words = line.split(" ");
    return switch (words[0]) {
      case "load" -> load(words);
      case "due" -> due(Path.of(words[1]));
      case "forget" -> forget();
      case "await" -> Long.toString(applied.await(Integer.parseInt(words[1]), PATIENCE));
      case "latencies" -> latencies(Path.of(words[1]));
      case "digest" -> RecordDigest.of(side.dataSource(), side.recordsSql(), words[1]);
      case "finish" -> finish();
      case "memory" -> Memory.now();
      default -> throw new IllegalArgumentException(line);
    };
  }

  private String load(String[] words) {
    Load.Span span =
        load.run(
            words[1],
            Integer.parseInt(words[2]),
            Integer.parseInt(words[3]),
            Double.parseDouble(words[4]));
    return span.firstMicros() + " " + span.lastMicros();
  }

  private String due(Path file) {
    load.writeDue(file);
    return "";
  }

  private String latencies(Path dueFile) throws IOException {
    Map<String, Long> due = new HashMap<>();
    for (String line : Files.readAllLines(dueFile)) {
      int space = line.indexOf(' ');
      due.put(line.substring(space + 1), Long.parseLong(line.substring(0, space)));
    }
    Latencies found = Latencies.between(due, applied.micros());
    return found.p50() + " " + found.p95() + " " + found.p99();
  }

  private String forget() {
    applied.clear();
    return "";
  }

  /** Waits until nothing is under way: what follows must not disturb it. */
  private String finish() throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long left;
    while ((left = RecordDigest.count(side.dataSource(), side.unfinishedSql())) > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(left + " events are not finished");
      }
      LockSupport.parkNanos(20_000_000);
    }
    return "";
  }
}
