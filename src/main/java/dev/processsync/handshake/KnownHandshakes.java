package dev.processsync.handshake;

import dev.processsync.database.Tickets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Proves who asks. Whoever begins a handshake mints a token for it; the side that is asked takes
 * the token to the address that it has for the other instance, and only who minted it confirms it
 * there. A copy of an instance at another address knows all its secrets, but not that token. Kept
 * in the database, because a call back may reach any node of a cluster.
 */
@Component
class KnownHandshakes {

  private static final String BEGUN = "handshake begun";
  private static final String CONFIRMED = "handshake confirmed";

  /** A handshake is some calls long, each of which may take as long as a connection may. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final Tickets tickets;

  KnownHandshakes(Tickets tickets) {
    this.tickets = tickets;
  }

  /** A handshake that this instance begins now, for this record of its own. */
  String begin(String remoteSystem) {
    return tickets.issue(BEGUN, remoteSystem, LIFE);
  }

  /** Whether this instance began it, for this record of its own. */
  boolean isBegun(String token, String remoteSystem) {
    return tickets.holds(token, BEGUN, remoteSystem);
  }

  /** The instance that this record stands for has confirmed that it began the handshake. */
  void confirmed(String token, String remoteSystem) {
    tickets.keep(token, CONFIRMED, remoteSystem, LIFE);
  }

  boolean isConfirmed(String token, String remoteSystem) {
    return tickets.holds(token, CONFIRMED, remoteSystem);
  }
}
