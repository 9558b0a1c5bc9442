package dev.processsync.outbound;

import dev.processsync.dictionary.FieldValue;
import dev.processsync.queue.RemoteTrouble;
import dev.processsync.support.ShortText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A remote system's field Reason, as people read it. */
final class StateReason {

  private static final int LENGTH = 1_000;

  private StateReason() {}

  /** What is wrong, since when, how often it was tried, and when it is tried again. */
  static String of(String said, RemoteTrouble trouble) {
    // The other side may have said it: no NUL, which PostgreSQL keeps in no text, and one line.
    String reason = said.replaceAll("\\p{Cntrl}+", " ");
    String again =
        " Since %s UTC; failed tries: %d; next try: %s UTC."
            .formatted(time(trouble.since()), trouble.failures(), time(trouble.notBefore()));
    int room = LENGTH - again.length();
    return ShortText.of(reason, room) + again;
  }

  private static String time(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).format(FieldValue.DATE_TIME);
  }
}
