package dev.processsync.inbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.processsync.support.ShortText;
import java.time.Duration;
import java.util.List;

/**
 * Kinds of messages whose flows could not be run where they arrived: one failed, took long, or
 * waits for somebody. For a while the like is left to the lanes at once, so that nobody pays for
 * trying in vain again and again.
 */
final class FailedArrivals {

  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int LONGEST = 200;

  private record Kind(String remoteSystem, String processEvent) {}

  private final Cache<Kind, Boolean> failed =
      Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(10_000).build();

  void add(List<Message> messages) {
    messages.forEach(message -> failed.put(kind(message), true));
  }

  boolean haveNoneOf(List<Message> messages) {
    return messages.stream().noneMatch(message -> failed.asMap().containsKey(kind(message)));
  }

  /** Shortened: what nobody could have defined may be as long as a request. */
  private static Kind kind(Message message) {
    return new Kind(
        ShortText.of(String.valueOf(message.remoteSystem()), LONGEST),
        ShortText.of(String.valueOf(message.processEvent()), LONGEST));
  }
}
