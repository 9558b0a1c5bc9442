package dev.processsync.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes the changes of a run on A: each thread creates an incident, then changes one of those it
 * has created, and so on. As fast as it can, or by a timetable that waits for nobody.
 */
final class Load implements Loader {

  private final IncidentWrites writes;
  private final Map<String, Long> dueMicros = new ConcurrentHashMap<>();

  Load(IncidentWrites writes) {
    this.writes = writes;
  }

  /** By its timetable, or when it was begun. */
  @Override
  public void writeDue(Path file) {
    List<String> lines =
        dueMicros.entrySet().stream()
            .map(change -> change.getValue() + " " + change.getKey())
            .toList();
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Span run(String run, int threads, int events, double perSecond) {
    dueMicros.clear();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    long start = Micros.now();
    List<Future<?>> loaders = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int first = thread;
      loaders.add(pool.submit(() -> changes(run, first, threads, events, perSecond, start)));
    }
    try {
      for (Future<?> loader : loaders) {
        loader.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("Run " + run + " on A", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
    return new Span(start, Micros.now());
  }

  /** From the first change begun to the last one committed on A. */
  record Span(long firstMicros, long lastMicros) {}

  private void changes(
      String run, int thread, int threads, int events, double perSecond, long start) {
    Random random = new Random(thread);
    List<Created> mine = new ArrayList<>();
    boolean create = true;
    for (int event = thread; event < events; event += threads) {
      long due = perSecond == 0 ? Micros.now() : start + (long) (event * (1_000_000 / perSecond));
      waitUntil(due);
      if (create) {
        IncidentValues values = values(run, thread, mine.size(), 0);
        dueMicros.put(values.shortDescription(), due);
        mine.add(new Created(writes.create(values)));
      } else {
        int index = random.nextInt(mine.size());
        Created incident = mine.get(index);
        IncidentValues values = values(run, thread, index, ++incident.version);
        dueMicros.put(values.shortDescription(), due);
        writes.update(incident.sysId, values);
      }
      create = !create;
    }
  }

  private static IncidentValues values(String run, int thread, int index, int version) {
    String incident = run + "-" + thread + "-" + index;
    return new IncidentValues(
        "INC-" + incident,
        "Laptop for a new colleague, run " + incident + " version " + version,
        Integer.toString(1 + (index + version) % 3),
        version == 0 ? "1" : "2",
        version);
  }

  private static void waitUntil(long micros) {
    for (long left = micros - Micros.now(); left > 0; left = micros - Micros.now()) {
      LockSupport.parkNanos(left * 1_000);
    }
  }

  private static final class Created {
    private final String sysId;
    private int version;

    Created(String sysId) {
      this.sysId = sysId;
    }
  }
}
