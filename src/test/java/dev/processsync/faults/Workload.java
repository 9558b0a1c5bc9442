package dev.processsync.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Changes made to incidents on A by several people at once, to each record one after the other.
 * They are spread over the time that the faults take; what an outage kept back is made up for at
 * once, which is a load of its own.
 */
final class Workload implements AutoCloseable {

  private static final int PEOPLE = 6;
  private static final int RECORDS_AT_A_TIME = 5;
  private static final int TICK_MILLIS = 100;

  private final Settings settings;
  private final People people;
  private final Journal journal;
  private final IntConsumer whenFinished;
  private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
  private final Semaphore due = new Semaphore(0);

  /**
   * @param whenFinished told the number of each record that has had all its changes
   */
  Workload(Settings settings, People people, Journal journal, IntConsumer whenFinished) {
    this.settings = settings;
    this.people = people;
    this.journal = journal;
    this.whenFinished = whenFinished;
  }

  CompletableFuture<Void> run() {
    long ticks = Math.max(1, settings.length().toMillis() / TICK_MILLIS);
    int perTick = (int) ((settings.changes() + ticks - 1) / ticks);
    pace.scheduleAtFixedRate(() -> due.release(perTick), 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    return CompletableFuture.allOf(
        IntStream.range(0, PEOPLE)
            .mapToObj(person -> CompletableFuture.runAsync(() -> work(person), threads))
            .toArray(CompletableFuture[]::new));
  }

  private void work(int person) {
    Iterator<Integer> mine =
        IntStream.rangeClosed(1, settings.records())
            .filter(record -> record % PEOPLE == person)
            .iterator();
    List<Integer> open = new ArrayList<>();
    while (mine.hasNext() || !open.isEmpty()) {
      if (mine.hasNext() && open.size() < RECORDS_AT_A_TIME) {
        open.add(mine.next());
        continue;
      }
      int index = People.random().nextInt(open.size());
      int record = open.get(index);
      int number = journal.of(record).map(known -> known.last().number() + 1).orElse(1);
      due.acquireUninterruptibly();
      make(Change.random(record, number, People.random()));
      if (number == changesOf(record)) {
        open.remove(index);
        whenFinished.accept(record);
      }
    }
  }

  private int changesOf(int record) {
    int share = settings.changes() / settings.records();
    return record <= settings.changes() % settings.records() ? share + 1 : share;
  }

  /** Until it is made: who gets no answer looks whether it has been, and tries again if not. */
  private void make(Change change) {
    Optional<JsonNode> made = attempt(change);
    while (made.isEmpty()) {
      made = people.find(change.shortDescription()).or(() -> attempt(change));
    }
    journal.made(change, made.get().path("sys_id").asText());
  }

  private Optional<JsonNode> attempt(Change change) {
    return people.request(
        admin ->
            change.creates()
                ? admin.post(People.INCIDENTS, change.json())
                : admin.patch(People.INCIDENTS + "/" + sysId(change), change.json()));
  }

  private String sysId(Change change) {
    return journal.of(change.record()).orElseThrow().sysId();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    pace.shutdownNow();
  }
}
