package dev.processsync.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the processes of a PostgreSQL server have used of the processors since they began.
 *
 * @param live each by its process id
 * @param others the postmaster, and its children that have ended
 */
record ServerTime(Map<Long, Used> live, Duration others) {

  /** For what belongs to no single database: the log's writer, the checkpointer, the vacuum. */
  static final String EVERYBODY = "";

  private static final Pattern BACKEND =
      Pattern.compile("postgres: \\S+ (\\S+) (?:\\[local]|\\S+\\(\\d+\\)).*");

  /**
   * @param database whom a process works for
   */
  record Used(String database, Duration time) {}

  /** A server inside the sides' own processes. */
  static ServerTime none() {
    return new ServerTime(Map.of(), Duration.ZERO);
  }

  static ServerTime of(long postmaster) {
    ProcessHandle parent = ProcessHandle.of(postmaster).orElseThrow();
    Map<Long, Used> live = new HashMap<>();
    parent
        .children()
        .forEach(
            child -> live.put(child.pid(), new Used(database(title(child.pid())), used(child))));
    return new ServerTime(live, used(parent).plus(ProcStat.of(postmaster).deadChildren()));
  }

  /** By database, and for {@link #EVERYBODY}. */
  Map<String, Duration> since(ServerTime before) {
    Map<String, Duration> used = new HashMap<>();
    live.forEach(
        (pid, now) -> {
          Used earlier = before.live.getOrDefault(pid, new Used(now.database, Duration.ZERO));
          used.merge(now.database, now.time.minus(earlier.time), Duration::plus);
        });
    used.merge(EVERYBODY, others.minus(before.others), Duration::plus);
    // Who has ended since is counted among the others, with what was used before.
    before.live.forEach(
        (pid, ended) -> {
          if (!live.containsKey(pid)) {
            used.merge(EVERYBODY, ended.time.negated(), Duration::plus);
          }
        });
    return used;
  }

  /** The database that a process's title names. */
  static String database(String title) {
    Matcher backend = BACKEND.matcher(title);
    return backend.matches() ? backend.group(1) : EVERYBODY;
  }

  private static Duration used(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static String title(long pid) {
    try {
      return Files.readString(
              Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1)
          .replace('\0', ' ')
          .strip();
    } catch (IOException gone) {
      return "";
    }
  }
}
