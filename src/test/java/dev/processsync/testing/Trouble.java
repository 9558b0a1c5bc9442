package dev.processsync.testing;

import dev.processsync.dictionary.FieldValue;
import dev.processsync.testing.slice.InMemory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** Why an error subflow runs: a remote system can't be reached. */
final class Trouble {

  String remoteSystem = "";
  String message = "No answer.";
  Instant since = Instant.parse("2024-05-17T10:00:00Z");
  int tries = 4;
  int waiting = 1;

  Map<String, Object> inputs() {
    return Map.of(
        "remote_system",
        InMemory.REMOTE,
        "remote_system_name",
        remoteSystem,
        "error_message",
        message,
        "failed_since",
        LocalDateTime.ofInstant(since, ZoneOffset.UTC).format(FieldValue.DATE_TIME),
        "tries",
        tries,
        "waiting",
        waiting);
  }
}
