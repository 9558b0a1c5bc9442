package dev.processsync.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** A line's message. Why the instance does not start is said in several lines, by nobody but us. */
public final class SafeMessage extends MessageConverter {

  private static final String START_FAILURE = "org.springframework.boot.diagnostics.";

  @Override
  public String convert(ILoggingEvent event) {
    String message = super.convert(event);
    return event.getLoggerName().startsWith(START_FAILURE) ? message : LogText.safe(message);
  }
}
