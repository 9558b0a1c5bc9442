package dev.processsync.bench.floor;

import dev.processsync.bench.plain.Change;
import dev.processsync.bench.plain.Outbox;
import dev.processsync.bench.plain.Outbox.Waiting;
import dev.processsync.bench.plain.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sends what waits in the outbox, fifty changes in a request, and then removes them. */
final class Sender implements AutoCloseable {

  /** Requests under way at the same time; those of one record stay in order. */
  static final int LANES = 4;

  private static final int BATCH = 50;

  private final Outbox outbox;
  private final Post post;
  private final List<Semaphore> signals = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private Sender(Outbox outbox, Post post) {
    this.outbox = outbox;
    this.post = post;
  }

  static Sender start(Outbox outbox, Post post) {
    Sender sender = new Sender(outbox, post);
    for (int lane = 0; lane < LANES; lane++) {
      int mine = lane;
      sender.signals.add(new Semaphore(0));
      Thread thread = new Thread(() -> sender.work(mine), "lane-" + lane);
      thread.setDaemon(true);
      sender.threads.add(thread);
      thread.start();
    }
    return sender;
  }

  void wake(Change change) {
    signals.get(outbox.laneOf(change)).release();
  }

  private void work(int lane) {
    Semaphore signal = signals.get(lane);
    try {
      while (!Thread.interrupted()) {
        if (signal.tryAcquire(1, TimeUnit.SECONDS)) {
          signal.drainPermits();
        }
        drain(lane);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void drain(int lane) {
    try {
      for (List<Waiting> batch = outbox.oldest(lane, BATCH);
          !batch.isEmpty();
          batch = outbox.oldest(lane, BATCH)) {
        post.send(Change.toJson(batch.stream().map(Waiting::change).toList()));
        outbox.remove(batch);
      }
    } catch (RuntimeException nextTime) {
      nextTime.printStackTrace();
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
