package dev.processsync.bench;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Ours while B is down: how fast A captures with an empty queue, and with very many entries that
 * wait; and how much memory that takes. PostgreSQL only.
 */
final class Waiting {

  static final String CAPTURE = "capture, B down";
  static final String CAPTURE_BESIDE_WAITING = "capture, many waiting";

  private static final String QUEUE = "ih_sync_outbound_queue";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Settings settings;
  private final Pair pair;
  private int runs;

  private Waiting(Settings settings, Pair pair) {
    this.settings = settings;
    this.pair = pair;
  }

  static List<Cell> measure(
      Settings settings, String database, DatabaseServer server, Path directory) {
    try (Pair pair = Pair.start(Contender.OURS, server, directory, "waiting")) {
      WarmUp warmUp = WarmUp.of(pair, settings);
      pair.b().close();
      Waiting waiting = new Waiting(settings, pair);
      Cell empty = new Cell(database, CAPTURE);
      Cell full = new Cell(database, CAPTURE_BESIDE_WAITING);
      empty.warmUp(warmUp);
      full.warmUp(warmUp);
      for (int run = 0; run < settings.runs(); run++) {
        empty.add(waiting.capture());
        pair.databaseOfA().run("truncate table process_sync." + QUEUE);
      }
      empty.remark(waiting.memory());
      waiting.fill();
      for (int run = 0; run < settings.runs(); run++) {
        full.add(waiting.capture());
      }
      full.remark("%,d waiting, %s".formatted(settings.waiting(), waiting.memory()));
      return List.of(empty, full);
    }
  }

  /** What A commits in a second; their flows run meanwhile and are waited for after it. */
  private Throughput capture() {
    int events = settings.events();
    ProcessorMeter meter = ProcessorMeter.start(pair);
    String run = "waiting" + ++runs;
    String[] span =
        pair.a().ask("load " + run + " " + settings.threads() + " " + events + " 0").split(" ");
    await().atMost(PATIENCE).until(() -> pair.databaseOfA().count("stage = 'flow'", QUEUE) == 0);
    Throughput found =
        new Throughput(
            events * 1_000_000.0 / (Long.parseLong(span[1]) - Long.parseLong(span[0])),
            meter.stop().dividedBy(events));
    System.out.println(run + ": " + found);
    return found;
  }

  /** Multiplies an entry whose flow has run and whose message can't be sent. */
  private void fill() {
    pair.a().ask("load template 1 2 0");
    await().atMost(PATIENCE).until(() -> pair.databaseOfA().count("stage = 'flow'", QUEUE) == 0);
    Filler.multiplyEntries(pair.databaseOfA(), QUEUE, settings.waiting());
  }

  private String memory() {
    String[] megabytes = pair.a().ask("memory").split(" ");
    return "heap in use %s MB, resident %s MB".formatted(megabytes[0], megabytes[1]);
  }
}
