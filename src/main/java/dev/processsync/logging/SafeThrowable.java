package dev.processsync.logging;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exception whose messages may stand in a log.
 *
 * @param depth how many exceptions it is the cause of
 */
record SafeThrowable(IThrowableProxy of, int depth) implements IThrowableProxy {

  private static final int DEEPEST = 20;

  @Override
  public @Nullable String getMessage() {
    return safe(of.getMessage());
  }

  @Override
  public @Nullable String getOverridingMessage() {
    return safe(of.getOverridingMessage());
  }

  private static @Nullable String safe(@Nullable String message) {
    return message == null ? null : LogText.safe(message);
  }

  @Override
  public String getClassName() {
    return of.getClassName();
  }

  @Override
  public StackTraceElementProxy[] getStackTraceElementProxyArray() {
    return of.getStackTraceElementProxyArray();
  }

  @Override
  public int getCommonFrames() {
    return of.getCommonFrames();
  }

  @Override
  public @Nullable IThrowableProxy getCause() {
    IThrowableProxy cause = of.getCause();
    return cause == null || depth == DEEPEST ? null : new SafeThrowable(cause, depth + 1);
  }

  @Override
  public IThrowableProxy[] getSuppressed() {
    return depth == DEEPEST
        ? new IThrowableProxy[0]
        : Stream.of(of.getSuppressed())
            .map(each -> new SafeThrowable(each, depth + 1))
            .toArray(IThrowableProxy[]::new);
  }

  @Override
  public boolean isCyclic() {
    return of.isCyclic();
  }
}
