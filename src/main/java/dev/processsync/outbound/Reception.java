package dev.processsync.outbound;

import dev.processsync.connection.RemoteAnswer;
import dev.processsync.connection.RemoteAnswer.Answered;
import dev.processsync.connection.RemoteAnswer.Redirected;
import dev.processsync.connection.RemoteAnswer.Unreachable;
import java.time.Duration;

/**
 * How the other side took a request as a whole: what is the message's fault, and what the
 * connection's.
 */
sealed interface Reception {

  /** The request was taken; the body tells about each message. */
  record Understood(String body) implements Reception {}

  /** The request can't be read by the other side, and never will be. */
  record Refused(String reason) implements Reception {}

  /** Nobody's fault: the other side is well, and asks to come back later (RFC 6585, 4). */
  record Busy(String reason, Duration retryAfter) implements Reception {}

  /** The connection's fault: the same request may pass later. */
  record Trouble(String reason, Duration retryAfter) implements Reception {}

  static Reception of(RemoteAnswer answer) {
    if (answer instanceof Answered answered) {
      return of(answered);
    }
    if (answer instanceof Redirected redirected) {
      return new Trouble(
          "The connection URL is answered with a redirect (HTTP %d) to %s: give the URL that it leads to."
              .formatted(redirected.status(), redirected.location()),
          Duration.ZERO);
    }
    return new Trouble(((Unreachable) answer).reason(), Duration.ZERO);
  }

  private static Reception of(Answered answer) {
    return switch (answer.status()) {
      case 200 -> new Understood(answer.body());
      case 400, 413, 422 ->
          new Refused(
              "The remote system can't take this message (HTTP %d).".formatted(answer.status()));
      case 401 ->
          trouble(
              answer,
              "The remote system refuses the credential's user name or password (HTTP 401).");
      case 403 ->
          trouble(
              answer,
              "The credential's user may not deliver messages there (HTTP 403): it needs the role ih_process_sync_api.");
      case 404 ->
          trouble(answer, "There is no Remote Process Sync at the connection URL (HTTP 404).");
      case 429 ->
          new Busy("The remote system takes no more for now (HTTP 429).", answer.retryAfter());
      case 503 -> trouble(answer, "The remote system is busy (HTTP 503)." + words(answer));
      default -> trouble(answer, "The remote system answered HTTP %d.".formatted(answer.status()));
    };
  }

  /** What the other side says of it, if it is one of ours. */
  private static String words(Answered answer) {
    String said = WireReceipts.refusal(answer.body());
    return said.isEmpty() ? "" : " It says: " + said;
  }

  private static Trouble trouble(Answered answer, String reason) {
    return new Trouble(reason, answer.retryAfter());
  }
}
