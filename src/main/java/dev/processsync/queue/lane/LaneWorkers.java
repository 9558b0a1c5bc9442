package dev.processsync.queue.lane;

import dev.processsync.queue.entry.EntrySelection;
import dev.processsync.queue.entry.EntryStore;
import dev.processsync.queue.entry.Queue;
import dev.processsync.settings.Settings;
import dev.processsync.support.PolledThreads;
import dev.processsync.support.Repeats;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Gives each lane its turns: at once after a commit on this node, and by polling. */
@Component
public class LaneWorkers implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LaneWorkers.class);

  private final Map<Queue, Work> work = new EnumMap<>(Queue.class);
  private final Lanes lanes;
  private final QueueProperties properties;
  private final Repeats repeats = new Repeats();
  private volatile @Nullable PolledThreads threads;

  LaneWorkers(
      FlowRunner runner,
      Lanes lanes,
      EntrySelection selection,
      EntryStore entries,
      TurnEnd end,
      LaneSignals signals,
      TimedTransaction timed,
      PlatformTransactionManager transactions,
      Clock clock,
      QueueProperties properties,
      Settings settings) {
    this.lanes = lanes;
    this.properties = properties;
    for (Queue queue : Queue.values()) {
      LaneTurn turn =
          new LaneTurn(
              queue,
              runner,
              lanes,
              selection,
              new Settling(queue, runner, lanes, entries, transactions, clock),
              end,
              signals,
              timed,
              clock,
              () -> settings.current().batchSize());
      work.put(queue, new Work(turn, new LaneSchedule(properties.turnsAtOnce())));
    }
    signals.listen(this::wake);
  }

  private record Work(LaneTurn turn, LaneSchedule schedule) {}

  private void wake(Queue queue, int lane) {
    PolledThreads running = threads;
    Work of = work.get(queue);
    if (running != null && of != null && of.schedule().signal(lane)) {
      join(running, queue, of);
    }
  }

  private void join(PolledThreads running, Queue queue, Work of) {
    try {
      running.execute(() -> workAll(queue, of));
    } catch (RejectedExecutionException stopping) {
      of.schedule().left();
    }
  }

  private void workAll(Queue queue, Work of) {
    LaneSchedule schedule = of.schedule();
    for (Set<Integer> next = schedule.next(); !next.isEmpty(); next = schedule.next()) {
      try {
        if (!of.turn().drain(next)) {
          schedule.divide(next);
        }
      } catch (RuntimeException e) {
        if (repeats.isDue(queue + " " + e.getClass().getName())) {
          log.warn(
              "{} lanes {} stopped; polling will take them up again. The like is not logged for a minute",
              queue,
              next,
              e);
        }
      } finally {
        schedule.done(next);
      }
    }
  }

  private void look() {
    work.forEach(
        (queue, of) -> {
          lanes.waiting(queue).forEach(lane -> wake(queue, lane));
          PolledThreads running = threads;
          if (running != null && of.schedule().needsHelp()) {
            join(running, queue, of);
          }
        });
  }

  @Override
  public void start() {
    threads =
        new PolledThreads("lane", properties.turnsAtOnce(), properties.pollInterval(), this::look);
  }

  @Override
  public void stop() {
    PolledThreads running = threads;
    threads = null;
    if (running != null) {
      running.finish(properties.stopTimeout());
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }
}
