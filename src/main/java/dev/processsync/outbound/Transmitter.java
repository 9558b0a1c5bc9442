package dev.processsync.outbound;

import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.queue.OutboundQueue;
import dev.processsync.queue.TransmitTurns;
import dev.processsync.queue.lane.LaneSignals;
import dev.processsync.support.OnePerKey;
import dev.processsync.support.PolledThreads;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends to each remote system: at once after a flow wrote a message on this node, and by polling.
 * Each has a thread of its own while there is something to send, so that one that does not answer
 * delays no other.
 */
@Component
class Transmitter implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Transmitter.class);

  private final Transmission transmission;
  private final SyncDefinitions definitions;
  private final OutboundQueue queue;
  private final TransmitTurns turnsTaken;
  private final Trouble trouble;
  private final TransactionTemplate transaction;
  private final OutboundProperties properties;
  private final OnePerKey<String> turns = new OnePerKey<>(this::drain);
  private volatile @Nullable PolledThreads threads;

  Transmitter(
      Transmission transmission,
      SyncDefinitions definitions,
      OutboundQueue queue,
      TransmitTurns turnsTaken,
      Trouble trouble,
      LaneSignals signals,
      PlatformTransactionManager transactions,
      OutboundProperties properties) {
    this.transmission = transmission;
    this.definitions = definitions;
    this.queue = queue;
    this.turnsTaken = turnsTaken;
    this.trouble = trouble;
    this.transaction = new TransactionTemplate(transactions);
    this.properties = properties;
    signals.listen(this::wake);
  }

  private void wake(String remoteSystem) {
    PolledThreads running = threads;
    if (running != null) {
      turns.run(remoteSystem, running);
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

  private void look() {
    List<String> open =
        definitions.remoteSystems().stream()
            .filter(system -> system.outboundState() != RemoteSystem.State.DISABLED)
            .map(RemoteSystem::sysId)
            .filter(trouble::mayTry)
            .toList();
    List<String> waitedFor =
        transaction.execute(
            status -> {
              if (turns.areRunning()) {
                turnsTaken.prolong();
              }
              return queue.waitedFor(open);
            });
    Objects.requireNonNull(waitedFor).forEach(this::wake);
  }

  @Override
  public void start() {
    threads = PolledThreads.asNeeded("transmit", properties.pollInterval(), this::look);
  }

  @Override
  public void stop() {
    PolledThreads running = threads;
    threads = null;
    if (running != null) {
      // A request that is under way is cut off: it is sent again after the next start, as a
      // duplicate.
      running.cut();
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }
}
