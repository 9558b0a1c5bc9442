package dev.processsync;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long every test waits for what must come, unless it says otherwise: no test may fail because
 * a machine is slow or busy. It looks often, since most comes in a few milliseconds. JUnit finds it
 * by itself.
 */
public final class Patience implements BeforeAllCallback {

  private static final Duration DEFAULT = Duration.ofMinutes(1);
  private static final Duration LOOKS_EVERY = Duration.ofMillis(20);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(DEFAULT);
    Awaitility.setDefaultPollDelay(LOOKS_EVERY);
    Awaitility.setDefaultPollInterval(LOOKS_EVERY);
  }
}
