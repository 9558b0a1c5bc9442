package dev.processsync.handshake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * How many handshakes a node takes part in. Each has it call the other instance and wait for it:
 * one that does not answer must not use up the threads that serve everybody else.
 */
@Component
class HandshakeLimit {

  private static final int PER_MINUTE = 20;
  private static final int PER_CALLER = 2;
  private static final int AT_ONCE = 6;

  private final Map<String, Integer> running = new HashMap<>();
  private final Cache<String, AtomicInteger> lately =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  /**
   * Has one call back.
   *
   * @param caller the user who asks for it
   * @throws TooManyHandshakes if it would be one too many
   */
  void during(String remoteSystem, String caller, Runnable callBack) {
    AtomicInteger asked =
        Objects.requireNonNull(lately.get(remoteSystem, key -> new AtomicInteger()));
    if (asked.incrementAndGet() > PER_MINUTE) {
      throw new TooManyHandshakes(
          "More than %d handshakes a minute are too many.".formatted(PER_MINUTE), 60);
    }
    begin(caller);
    try {
      callBack.run();
    } finally {
      end(caller);
    }
  }

  private synchronized void begin(String caller) {
    int all = running.values().stream().mapToInt(Integer::intValue).sum();
    if (running.getOrDefault(caller, 0) >= PER_CALLER || all >= AT_ONCE) {
      throw new TooManyHandshakes("Other handshakes are still running.", 10);
    }
    running.merge(caller, 1, Integer::sum);
  }

  private synchronized void end(String caller) {
    running.computeIfPresent(caller, (key, count) -> count == 1 ? null : count - 1);
  }
}
