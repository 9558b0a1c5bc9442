package dev.processsync.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code -Dbench.…} says.
 *
 * @param only the rows to measure, see {@link #ROWS}
 * @param databases {@code postgres}, {@code h2}
 * @param events changes in a measured run
 * @param runs measured runs of each row
 * @param threads loader threads on A
 * @param warmUp how long each pair works at most until its rate is steady and it is measured
 * @param paced how long a run by a timetable takes
 * @param rates events in a second at which all are timed
 * @param idle how long the row {@code idle} does nothing
 * @param filler correlations that the row {@code loaded} starts with; a tenth as many queue entries
 * @param waiting outbound entries that wait in the row {@code waiting}
 */
record Settings(
    Set<String> only,
    List<String> databases,
    int events,
    int runs,
    int threads,
    Duration warmUp,
    Duration paced,
    List<Integer> rates,
    Duration idle,
    int filler,
    int waiting) {

  /** Everything that can be measured. */
  static final String ROWS = "ours,loaded,rest,camel,one-job,floor,idle,waiting";

  static Settings given() {
    return new Settings(
        Set.copyOf(words("only", ROWS)),
        words("db", "postgres,h2"),
        number("events", 10_000),
        number("runs", 5),
        number("threads", 8),
        Duration.ofSeconds(number("warmup", 300)),
        Duration.ofSeconds(number("paced", 4)),
        words("rates", "50,100").stream().map(Integer::valueOf).toList(),
        Duration.ofSeconds(number("idle", 60)),
        number("filler", 1_000_000),
        number("waiting", 1_000_000));
  }

  /** The contenders to measure on a database, in the order of their turns. */
  List<Contender> contenders(String database) {
    return Arrays.stream(Contender.values())
        .filter(contender -> only.contains(contender.label()))
        .filter(contender -> contender != Contender.LOADED || database.equals("postgres"))
        .toList();
  }

  boolean measuresIdle() {
    return only.contains(Idle.ROW);
  }

  /** Whether the entries that wait for an unreachable remote system are measured there. */
  boolean measuresWaiting(String database) {
    return only.contains("waiting") && database.equals("postgres");
  }

  private static List<String> words(String name, String otherwise) {
    return Arrays.stream(System.getProperty("bench." + name, otherwise).split(","))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toList());
  }

  private static int number(String name, int otherwise) {
    return Integer.getInteger("bench." + name, otherwise);
  }
}
