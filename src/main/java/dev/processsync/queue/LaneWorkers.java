package dev.processsync.queue;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The threads that give each lane its turns: at once after a commit on this node, and by polling.
 */
@Component
class LaneWorkers implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LaneWorkers.class);

  private final Map<Queue, LaneTurn> turns = new EnumMap<>(Queue.class);
  private final Map<Queue, OnePerKey<Integer>> running = new EnumMap<>(Queue.class);
  private final Lanes lanes;
  private final QueueProperties properties;
  private volatile ExecutorService threads = Executors.newSingleThreadExecutor();
  private volatile ScheduledExecutorService poll = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean started;

  LaneWorkers(
      List<LaneTask> tasks,
      Lanes lanes,
      EntryStore entries,
      LaneSignals signals,
      PlatformTransactionManager transactions,
      Clock clock,
      QueueProperties properties) {
    this.lanes = lanes;
    this.properties = properties;
    for (LaneTask task : tasks) {
      LaneTurn turn =
          new LaneTurn(task, lanes, entries, transactions, clock, properties.batchSize());
      turns.put(task.queue(), turn);
      running.put(task.queue(), new OnePerKey<>(lane -> drain(task.queue(), lane)));
    }
    signals.listen(this::wake);
  }

  private void wake(Queue queue, int lane) {
    OnePerKey<Integer> lanesOfQueue = running.get(queue);
    if (started && lanesOfQueue != null) {
      lanesOfQueue.run(lane, threads);
    }
  }

  private void drain(Queue queue, int lane) {
    LaneTurn turn = turns.get(queue);
    if (turn == null) {
      return;
    }
    try {
      turn.drain(lane);
    } catch (RuntimeException e) {
      log.warn("{} lane {} stopped; polling will take it up again", queue, lane, e);
    }
  }

  private void poll() {
    for (Queue queue : turns.keySet()) {
      try {
        lanes.waiting(queue).forEach(lane -> wake(queue, lane));
      } catch (RuntimeException e) {
        log.warn("{} queue could not be polled: {}", queue, e.getMessage());
      }
    }
  }

  @Override
  public void start() {
    threads = Executors.newFixedThreadPool(properties.threads(), NamedThreads.of("lane"));
    poll = Executors.newSingleThreadScheduledExecutor(NamedThreads.of("lane-poll"));
    long millis = properties.pollInterval().toMillis();
    started = true;
    poll.scheduleWithFixedDelay(this::poll, 0, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    started = false;
    poll.shutdownNow();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(properties.stopTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn(
            "Flows still ran after {}; their transactions end with the database",
            properties.stopTimeout());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return started;
  }
}
