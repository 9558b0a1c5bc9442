package dev.processsync.queue;

import dev.processsync.settings.Settings;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Gives each lane its turns: at once after a commit on this node, and by polling. */
@Component
class LaneWorkers implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(LaneWorkers.class);

  private final Map<Queue, OnePerKey<Integer>> turns = new EnumMap<>(Queue.class);
  private final Lanes lanes;
  private final QueueProperties properties;
  private volatile @Nullable PolledThreads threads;

  LaneWorkers(
      List<LaneTask> tasks,
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
    for (LaneTask task : tasks) {
      LaneTurn turn =
          new LaneTurn(
              task,
              lanes,
              selection,
              entries,
              timed,
              end,
              signals,
              transactions,
              clock,
              () -> settings.current().batchSize());
      turns.put(task.queue(), new OnePerKey<>(lane -> drain(task.queue(), turn, lane)));
    }
    signals.listen(this::wake);
  }

  private void wake(Queue queue, int lane) {
    PolledThreads running = threads;
    OnePerKey<Integer> turnsOfQueue = turns.get(queue);
    if (running != null && turnsOfQueue != null) {
      turnsOfQueue.run(lane, running);
    }
  }

  private static void drain(Queue queue, LaneTurn turn, int lane) {
    try {
      turn.drain(lane);
    } catch (RuntimeException e) {
      log.warn("{} lane {} stopped; polling will take it up again", queue, lane, e);
    }
  }

  private void look() {
    turns.keySet().forEach(queue -> lanes.waiting(queue).forEach(lane -> wake(queue, lane)));
  }

  @Override
  public void start() {
    threads =
        new PolledThreads("lane", properties.threads(), properties.pollInterval(), this::look);
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
