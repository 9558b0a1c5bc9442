package dev.processsync.connection;

import java.time.Duration;

/** What came back from another instance, or why nothing did. */
public sealed interface RemoteAnswer {

  /**
   * An HTTP answer, good or bad.
   *
   * @param body at most a few megabytes
   * @param retryAfter what the other side asks to wait, zero if nothing
   */
  record Answered(int status, String body, Duration retryAfter) implements RemoteAnswer {}

  /** The URL leads elsewhere: that must be said, not followed. */
  record Redirected(int status, String location) implements RemoteAnswer {}

  /**
   * No HTTP answer.
   *
   * @param reason a sentence: unknown host, refused, timed out, no trusted certificate …
   */
  record Unreachable(String reason) implements RemoteAnswer {}
}
