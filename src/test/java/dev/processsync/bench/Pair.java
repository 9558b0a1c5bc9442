package dev.processsync.bench;

import dev.processsync.bench.ours.OursSide;
import dev.processsync.bench.ours.RestWrites;
import dev.processsync.demo.TutorialPair;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Both sides of a contender, ready to work. */
final class Pair implements AutoCloseable {

  private final Contender contender;
  private final DatabaseServer server;
  private final Path directory;
  private final Database databaseOfA;
  private final Database databaseOfB;
  private final SideProcess b;
  private SideProcess a;
  private Loader loader;
  private int runs;

  private Pair(Contender contender, DatabaseServer server, Path directory, String name) {
    this.contender = contender;
    this.server = server;
    this.directory = directory;
    this.databaseOfA = server.create(name + "_a");
    this.databaseOfB = server.create(name + "_b");
    this.b = SideProcess.start(contender, "B", databaseOfB, "", directory);
    this.a = SideProcess.start(contender, "A", databaseOfA, b.url(), directory);
    this.loader = loader(contender, a);
  }

  private static Loader loader(Contender contender, SideProcess a) {
    return contender == Contender.REST ? new Load(new RestWrites(a.url())) : new LoaderInside(a);
  }

  /**
   * @param name of the databases, so that a contender may come twice
   */
  static Pair start(Contender contender, DatabaseServer server, Path directory, String name) {
    Pair pair = new Pair(contender, server, directory, name);
    if (contender.isOurs()) {
      TutorialPair.link(
          URI.create(pair.a.url()), URI.create(pair.b.url()), OursSide.ADMIN_PASSWORD);
    }
    return pair;
  }

  Contender contender() {
    return contender;
  }

  SideProcess a() {
    return a;
  }

  SideProcess b() {
    return b;
  }

  DatabaseServer server() {
    return server;
  }

  Database databaseOfA() {
    return databaseOfA;
  }

  Database databaseOfB() {
    return databaseOfB;
  }

  /** From the first change begun on A to the last one committed on B. */
  Throughput throughput(int threads, int events) {
    Run run = run(threads, events, 0);
    return new Throughput(
        events * 1_000_000.0 / (run.lastMicros - run.firstMicros),
        run.processorTime.dividedBy(events));
  }

  /** As {@link #throughput}, with changes that come by a timetable. */
  Latencies latencies(int threads, int events, double perSecond) {
    run(threads, events, perSecond);
    Path due = directory.resolve(contender.label() + "-due.txt").toAbsolutePath();
    loader.writeDue(due);
    String[] found = b.ask("latencies " + due).split(" ");
    return new Latencies(
        Double.parseDouble(found[0]), Double.parseDouble(found[1]), Double.parseDouble(found[2]));
  }

  /**
   * @param processorTime from before the first change until both sides have finished
   */
  private record Run(long firstMicros, long lastMicros, ProcessorTime processorTime) {}

  private Run run(int threads, int events, double perSecond) {
    String run = Integer.toString(++runs);
    b.ask("forget");
    ProcessorMeter meter = ProcessorMeter.start(this);
    Load.Span span = loader.run(run, threads, events, perSecond);
    long last = Long.parseLong(b.ask("await " + events));
    a.ask("finish");
    b.ask("finish");
    ProcessorTime used = meter.stop();
    requireSame(run, a.ask("digest " + run), b.ask("digest " + run));
    return new Run(span.firstMicros(), last, used);
  }

  /** Starts A again, on the database that it has filled, and tells how long until it was ready. */
  Duration restartA() {
    a.stop();
    a = SideProcess.start(contender, "A", databaseOfA, b.url(), directory);
    loader = loader(contender, a);
    return a.startToReady();
  }

  private void requireSame(String run, String digestOfA, String digestOfB) {
    if (!digestOfA.equals(digestOfB)) {
      throw new IllegalStateException(
          "%s, run %s: A has %s and B has %s"
              .formatted(contender.label(), run, digestOfA, digestOfB));
    }
  }

  @Override
  public void close() {
    a.close();
    b.close();
  }
}
