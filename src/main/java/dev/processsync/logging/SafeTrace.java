package dev.processsync.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** A stack trace: what the exceptions quote stays within their lines, and the whole is bounded. */
public final class SafeTrace extends ExtendedWhitespaceThrowableProxyConverter {

  static final int LONGEST = 64_000;

  @Override
  protected String throwableProxyToString(IThrowableProxy problem) {
    String trace = super.throwableProxyToString(new SafeThrowable(problem, 0));
    return trace.length() <= LONGEST
        ? trace
        : trace.substring(0, LONGEST) + "…" + System.lineSeparator();
  }
}
