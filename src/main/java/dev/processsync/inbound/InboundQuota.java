package dev.processsync.inbound;

import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.queue.report.InboundBacklog;
import dev.processsync.queue.report.InboundBacklog.Waiting;
import dev.processsync.record.Actor;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Bounds what waits of each sender. Estimated, so that it costs no statement per message: what
 * waited when it was last counted, and all that came to this node since. Counted again only when
 * that is much, and not more often than each second. While it is counted only those wait who may
 * have too much.
 */
@Component
class InboundQuota {

  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final IntFunction<Map<String, Waiting>> backlog;
  private final Supplier<Collection<RemoteSystem>> systems;
  private final InboundProperties properties;
  private final AtomicReference<Known> known = new AtomicReference<>(new Known(Map.of(), Map.of()));
  private final ReentrantLock counting = new ReentrantLock();
  private volatile long countedAt = System.nanoTime() - PAUSE_NANOS;

  /**
   * @param counted by remote system
   * @param came since, by sender
   */
  private record Known(Map<String, Waiting> counted, Map<String, Waiting> came) {

    Known with(String sender, Waiting more) {
      Map<String, Waiting> all = new HashMap<>(came);
      all.merge(sender, more, Waiting::and);
      return new Known(counted, all);
    }

    /** What came before it was counted is among it; what came meanwhile may be, too. */
    Known recounted(Map<String, Waiting> anew, Known before) {
      Map<String, Waiting> meanwhile = new HashMap<>();
      came.forEach(
          (sender, all) -> {
            Waiting already = before.came.getOrDefault(sender, Waiting.NOTHING);
            if (all.messages() > already.messages()) {
              meanwhile.put(sender, all.without(already));
            }
          });
      return new Known(anew, meanwhile);
    }
  }

  @Autowired
  InboundQuota(InboundBacklog backlog, SyncDefinitions definitions, InboundProperties properties) {
    this(backlog::waiting, definitions::remoteSystems, properties);
  }

  /**
   * @param backlog what waits by remote system, of each up to that many messages
   */
  InboundQuota(
      IntFunction<Map<String, Waiting>> backlog,
      Supplier<Collection<RemoteSystem>> systems,
      InboundProperties properties) {
    this.backlog = backlog;
    this.systems = systems;
    this.properties = properties;
  }

  /**
   * @throws TooManyRequests if as much of the sender waits as may
   */
  void require(Actor sender) {
    Waiting waiting = estimate(sender);
    if (isBeyond(waiting, 2)) {
      if (isBeyond(waiting, 1)) {
        counting.lock();
      }
      if (counting.isHeldByCurrentThread() || counting.tryLock()) {
        try {
          countAgain();
        } finally {
          counting.unlock();
        }
      }
      waiting = estimate(sender);
    }
    if (isBeyond(waiting, 1)) {
      throw TooManyRequests.waiting(
          sender.userName(),
          waiting.messages() >= properties.waitingMessages()
              ? properties.waitingMessages() + " messages"
              : "messages of " + properties.waitingSize());
    }
  }

  private Known known() {
    return Objects.requireNonNull(known.get());
  }

  private void countAgain() {
    if (System.nanoTime() - countedAt >= PAUSE_NANOS) {
      Known before = known();
      Map<String, Waiting> anew = backlog.apply(properties.waitingMessages() + 1);
      known.updateAndGet(now -> now.recounted(anew, before));
      countedAt = System.nanoTime();
    }
  }

  private boolean isBeyond(Waiting waiting, int part) {
    return waiting.messages() >= properties.waitingMessages() / part
        || waiting.characters() >= properties.waitingSize().toBytes() / part;
  }

  private Waiting estimate(Actor sender) {
    Known now = known();
    Waiting all = now.came().getOrDefault(sender.sysId(), Waiting.NOTHING);
    for (RemoteSystem system : systems.get()) {
      if (system.inboundApiUser().equals(sender.sysId())) {
        all = all.and(now.counted().getOrDefault(system.sysId(), Waiting.NOTHING));
      }
    }
    return all;
  }

  /** These came in. */
  void count(Actor sender, List<Message> messages) {
    long characters = messages.stream().mapToLong(Message::size).sum();
    Waiting more = new Waiting(messages.size(), characters);
    known.updateAndGet(now -> now.with(sender.sysId(), more));
  }
}
