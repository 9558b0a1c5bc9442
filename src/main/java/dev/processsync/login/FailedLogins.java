package dev.processsync.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says in the log whose password was wrong and where it came from, but not more often than anybody
 * reads.
 */
@Component
class FailedLogins {

  private static final Logger log = LoggerFactory.getLogger(FailedLogins.class);
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int LINES = 60;
  private static final int LONGEST_NAME = 64;

  private final Clock clock;
  private Instant windowEnds = Instant.MIN;
  private long inWindow;

  FailedLogins(Clock clock) {
    this.clock = clock;
  }

  void wrong(String user, LoginDetails from) {
    if (mayBeSaid()) {
      log.warn("{} of '{}' from {} failed ({})", asked(from), cut(user), from.source(), from.way());
    }
  }

  void notLookedAt(String user, LoginDetails from, TooManyTries problem) {
    if (mayBeSaid()) {
      log.warn(
          "{} of '{}' from {} was not looked at ({}): too many tries, the next in {} s",
          asked(from),
          cut(user),
          from.source(),
          from.way(),
          problem.seconds());
    }
  }

  private static String asked(LoginDetails from) {
    return from.way().isLogin() ? "Login" : "Password check";
  }

  private synchronized boolean mayBeSaid() {
    Instant now = clock.instant();
    if (!now.isBefore(windowEnds)) {
      if (inWindow > LINES) {
        log.warn("{} more logins failed and were not logged", inWindow - LINES);
      }
      windowEnds = now.plus(WINDOW);
      inWindow = 0;
    }
    inWindow++;
    return inWindow <= LINES;
  }

  private static String cut(String user) {
    return user.length() <= LONGEST_NAME ? user : user.substring(0, LONGEST_NAME) + "…";
  }
}
