package dev.processsync.inbound;

import dev.processsync.record.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Bounds how many requests with messages are read into memory, and how many take connections to the
 * database. No sender has all the room, however slowly it sends.
 */
@Component
class InboundRoom {

  /** A request that declares more, or nothing, counts as large. */
  private static final long SMALL_BYTES = 512L * 1024;

  /** What a large request may need while it is read and stored. */
  private static final long LARGE_NEEDS_BYTES = 64L * 1024 * 1024;

  private static final int PATIENCE_SECONDS = 2;

  private final InboundProperties properties;
  private final Semaphore workplaces;
  private final Semaphore large;
  private final Map<String, Sender> senders = new HashMap<>();

  InboundRoom(InboundProperties properties) {
    this.properties = properties;
    this.workplaces = new Semaphore(properties.concurrentRequests(), true);
    this.large =
        new Semaphore(
            (int) Math.max(2, Runtime.getRuntime().maxMemory() / 2 / LARGE_NEEDS_BYTES), true);
  }

  private static final class Sender {
    private int requests;
    private boolean sendsLarge;
  }

  /**
   * @param declaredBytes of the body, less than 0 if it isn't said
   * @throws TooManyRequests if there is no room
   */
  Place enter(Actor sender, long declaredBytes) {
    boolean isLarge = declaredBytes < 0 || declaredBytes > SMALL_BYTES;
    takeShare(sender, isLarge);
    boolean entered = false;
    try {
      if (isLarge && !patiently(large)) {
        throw TooManyRequests.large();
      }
      entered = true;
    } finally {
      if (!entered) {
        leaveShare(sender, isLarge);
      }
    }
    return new Place(sender, isLarge);
  }

  private synchronized void takeShare(Actor actor, boolean isLarge) {
    Sender sender = senders.computeIfAbsent(actor.sysId(), id -> new Sender());
    if (sender.requests >= properties.requestsPerSender()) {
      throw TooManyRequests.ofSender(actor.userName(), properties.requestsPerSender());
    }
    if (isLarge && sender.sendsLarge) {
      throw TooManyRequests.ofSender(actor.userName(), 1);
    }
    sender.requests++;
    sender.sendsLarge |= isLarge;
  }

  private synchronized void leaveShare(Actor actor, boolean isLarge) {
    senders.computeIfPresent(
        actor.sysId(),
        (id, sender) -> {
          sender.requests--;
          sender.sendsLarge &= !isLarge;
          return sender.requests == 0 ? null : sender;
        });
  }

  private static boolean patiently(Semaphore room) {
    try {
      return room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A request that is read. */
  final class Place implements AutoCloseable {

    private final Actor sender;
    private final boolean isLarge;

    private Place(Actor sender, boolean isLarge) {
      this.sender = sender;
      this.isLarge = isLarge;
    }

    /** Works on what was read, when there is a workplace. */
    List<Receipt> work(Supplier<List<Receipt>> work) {
      if (!patiently(workplaces)) {
        throw TooManyRequests.ofAll(properties.concurrentRequests());
      }
      try {
        return work.get();
      } finally {
        workplaces.release();
      }
    }

    @Override
    public void close() {
      if (isLarge) {
        large.release();
      }
      leaveShare(sender, isLarge);
    }
  }
}
