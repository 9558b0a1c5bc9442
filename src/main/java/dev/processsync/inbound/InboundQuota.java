package dev.processsync.inbound;

import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.queue.report.InboundBacklog;
import dev.processsync.record.Actor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Bounds what waits of each sender. Estimated, so that it costs no statement per message: what
 * waited when it was last counted, and all that came to this node since. Counted again only when
 * that is much, and not more often than each second.
 */
@Component
class InboundQuota {

  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final InboundBacklog backlog;
  private final SyncDefinitions definitions;
  private final InboundProperties properties;
  private final Map<String, InboundBacklog.Waiting> came = new HashMap<>();
  private Map<String, InboundBacklog.Waiting> counted = Map.of();
  private long countedAt = System.nanoTime() - PAUSE_NANOS;

  InboundQuota(InboundBacklog backlog, SyncDefinitions definitions, InboundProperties properties) {
    this.backlog = backlog;
    this.definitions = definitions;
    this.properties = properties;
  }

  /**
   * @throws TooManyRequests if as much of the sender waits as may
   */
  synchronized void require(Actor sender) {
    InboundBacklog.Waiting waiting = estimate(sender);
    if (isBeyond(waiting, 2) && System.nanoTime() - countedAt >= PAUSE_NANOS) {
      counted = backlog.waiting(properties.waitingMessages() + 1);
      countedAt = System.nanoTime();
      came.clear();
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

  private boolean isBeyond(InboundBacklog.Waiting waiting, int part) {
    return waiting.messages() >= properties.waitingMessages() / part
        || waiting.characters() >= properties.waitingSize().toBytes() / part;
  }

  private InboundBacklog.Waiting estimate(Actor sender) {
    InboundBacklog.Waiting all = came.getOrDefault(sender.sysId(), InboundBacklog.Waiting.NOTHING);
    for (RemoteSystem system : definitions.remoteSystems()) {
      if (system.inboundApiUser().equals(sender.sysId())) {
        all = all.and(counted.getOrDefault(system.sysId(), InboundBacklog.Waiting.NOTHING));
      }
    }
    return all;
  }

  /** These came in. */
  synchronized void count(Actor sender, List<Message> messages) {
    long characters = messages.stream().mapToLong(Message::size).sum();
    came.merge(
        sender.sysId(),
        new InboundBacklog.Waiting(messages.size(), characters),
        InboundBacklog.Waiting::and);
  }
}
