package dev.processsync.outbound;

import dev.processsync.queue.LaneSignals;
import dev.processsync.queue.NamedThreads;
import dev.processsync.queue.OnePerKey;
import dev.processsync.queue.OutboundQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The threads that send: at once after a flow wrote a message on this node, and by polling. */
@Component
class Transmitter implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Transmitter.class);

  private final Transmission transmission;
  private final OutboundQueue queue;
  private final TransactionTemplate transaction;
  private final OutboundProperties properties;
  private final OnePerKey<String> running = new OnePerKey<>(this::drain);
  private volatile ExecutorService threads = Executors.newSingleThreadExecutor();
  private volatile ScheduledExecutorService poll = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean started;

  Transmitter(
      Transmission transmission,
      OutboundQueue queue,
      LaneSignals signals,
      PlatformTransactionManager transactions,
      OutboundProperties properties) {
    this.transmission = transmission;
    this.queue = queue;
    this.transaction = new TransactionTemplate(transactions);
    this.properties = properties;
    signals.listen(this::wake);
  }

  private void wake(String remoteSystem) {
    if (started) {
      running.run(remoteSystem, threads);
    }
  }

  private void drain(String remoteSystem) {
    try {
      transmission.drain(remoteSystem);
    } catch (RuntimeException e) {
      log.warn(
          "Sending to remote system {} stopped; polling will take it up again", remoteSystem, e);
    }
  }

  private void poll() {
    try {
      var waited = transaction.execute(status -> queue.remoteSystemsWaitedFor());
      if (waited != null) {
        waited.forEach(this::wake);
      }
    } catch (RuntimeException e) {
      log.warn("The outbound queue could not be polled: {}", e.getMessage());
    }
  }

  @Override
  public void start() {
    threads = Executors.newFixedThreadPool(properties.threads(), NamedThreads.of("transmit"));
    poll = Executors.newSingleThreadScheduledExecutor(NamedThreads.of("transmit-poll"));
    long millis = properties.pollInterval().toMillis();
    started = true;
    poll.scheduleWithFixedDelay(this::poll, 0, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    started = false;
    poll.shutdownNow();
    // A request that is under way is cut off: it is sent again after the next start, as a
    // duplicate.
    threads.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return started;
  }
}
