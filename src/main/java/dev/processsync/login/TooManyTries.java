package dev.processsync.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** The login was not looked at: from there, or at the moment, there are too many. */
public final class TooManyTries extends AuthenticationException {

  private static final long serialVersionUID = 1;

  private final Duration wait;

  TooManyTries(Duration wait) {
    super("Too many tries to log in");
    this.wait = wait;
  }

  /** In words for the caller. */
  public String advice() {
    return "Too many tries to log in: try again in %d seconds".formatted(seconds());
  }

  /** At least one. */
  public long seconds() {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
