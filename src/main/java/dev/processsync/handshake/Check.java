package dev.processsync.handshake;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What Validate and Activate looks at, on both sides. */
enum Check {
  /** The alias leads to an active connection with an allowed URL and a readable credential. */
  CONNECTION,
  /** Something answers at the URL. */
  REACHABILITY,
  /** What answers is another instance, not this one, and no redirect. */
  URL,
  /** The credential's user can log in on the other side. */
  CREDENTIALS,
  /** That user may call the sync API. */
  ROLE,
  /** That user is the one that the other side's record expects. */
  INBOUND_API_USER,
  /** The user that inbound flows run as may run them. */
  RUN_AS,
  /** Both records name each other. */
  EXTERNAL_ID,
  /** Everything else held, but a record could not be set to active. */
  ACTIVATION;

  /** As it is written on the wire. */
  String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Check> of(String value) {
    return Stream.of(values()).filter(check -> check.value().equals(value)).findFirst();
  }
}
