package dev.processsync.support;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** Keeps what fails again every second from filling the log: each is said once a minute. */
public final class Repeats {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Cache<String, Object> said;

  public Repeats() {
    this(Ticker.systemTicker());
  }

  public Repeats(Ticker ticker) {
    said = Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(1_000).ticker(ticker).build();
  }

  /** Whether this is to be said now: it was not in the last minute. */
  public boolean isDue(String what) {
    Object now = new Object();
    return said.get(what, first -> now) == now;
  }
}
