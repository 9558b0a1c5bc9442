package dev.processsync.change;

import dev.processsync.database.ThisInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Gives changes their {@link HybridTime}: later than every one that was seen before, and as fast as
 * the fastest clock that was heard of, so that it doesn't matter whose clock is minutes ahead.
 */
@Component
public final class HybridClock {

  /** A clock further ahead is broken: it counts for the records that it has changed, no others. */
  private static final long MOST_LEAD = Duration.ofDays(1).toMillis();

  private static final int PLACE_LENGTH = 8;

  /** A thousand microseconds fill the bits of the count. */
  private static final int MICROS_SHIFT = HybridTime.COUNT_BITS - 10;

  private final Clock clock;
  private final ThisInstance instance;
  private long last;
  private long lead;

  @Autowired
  public HybridClock(Clock clock, ThisInstance instance) {
    this.clock = clock;
    this.instance = instance;
  }

  /** Where changes of this instance are made. */
  public String here() {
    return place(instance.id());
  }

  /**
   * What stands for an instance in times: the end of its id, which begins with when it was made.
   */
  public static String place(String instanceId) {
    return instanceId.substring(Math.max(0, instanceId.length() - PLACE_LENGTH));
  }

  /** The time of a change that is made here now. */
  public HybridTime now() {
    return after(HybridTime.NONE);
  }

  /**
   * The time of a change that is made here now.
   *
   * @param known of what it comes after, which this node may not have seen
   */
  public synchronized HybridTime after(HybridTime known) {
    long ours = Math.max(wall(), last + 1);
    long later = Math.max(ours, known.ticks() + 1);
    last = isBroken(known) ? ours : later;
    return new HybridTime(later, here());
  }

  /**
   * Somebody else's change was heard of. Whose clock is broken, or no hybrid one, is not followed.
   */
  public synchronized void hear(HybridTime time) {
    if (!time.place().isEmpty() && !isBroken(time)) {
      last = Math.max(last, time.ticks());
      lead = Math.max(lead, time.millis() - clock.millis());
    }
  }

  /** The count begins with the microseconds, so that few changes have the same time. */
  private long wall() {
    Instant now = clock.instant();
    long micros = now.getNano() / 1_000 % 1_000;
    return ((now.toEpochMilli() + lead) << HybridTime.COUNT_BITS) + (micros << MICROS_SHIFT);
  }

  private boolean isBroken(HybridTime time) {
    return time.millis() - clock.millis() > MOST_LEAD;
  }
}
