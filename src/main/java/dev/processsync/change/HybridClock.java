package dev.processsync.change;

import dev.processsync.database.ThisInstance;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Gives changes their {@link HybridTime}: later than every one that was seen before, and as fast as
 * the fastest clock that was heard of, so that it doesn't matter whose clock is minutes ahead.
 */
@Component
public final class HybridClock {

  /** A clock further ahead is broken: what it says is respected, but not followed. */
  private static final long MOST_LEAD = Duration.ofDays(1).toMillis();

  private static final int PLACE_LENGTH = 8;

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
    long wall = (clock.millis() + lead) << HybridTime.COUNT_BITS;
    last = Math.max(wall, Math.max(last, known.ticks()) + 1);
    return new HybridTime(last, here());
  }

  /** Somebody else's change was heard of. Whose clock is no hybrid one is not followed. */
  public synchronized void hear(HybridTime time) {
    if (time.place().isEmpty()) {
      return;
    }
    last = Math.max(last, time.ticks());
    long ahead = time.millis() - clock.millis();
    if (ahead <= MOST_LEAD) {
      lead = Math.max(lead, ahead);
    }
  }
}
