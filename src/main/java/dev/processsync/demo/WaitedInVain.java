package dev.processsync.demo;

import java.time.Duration;

/** What should have happened did not within its time. */
final class WaitedInVain extends RuntimeException {

  WaitedInVain(String what, Duration limit) {
    super("Waited %d seconds in vain for %s.".formatted(limit.toSeconds(), what));
  }
}
