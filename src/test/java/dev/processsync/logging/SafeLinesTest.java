package dev.processsync.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a line quotes, it is one line and bounded. */
class SafeLinesTest {

  private static final String FORGED = "2024-01-01 INFO Login of 'admin' succeeded";

  private final LoggerContext context = new LoggerContext();

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u000b", "\f"})
  void aMessageIsOneLine(String lineEnd) {
    String line = line("Login of '{}' failed", null, "somebody" + lineEnd + FORGED);

    assertThat(line.strip().lines()).hasSize(1);
    assertThat(line).contains("Login of 'somebody\\").contains(FORGED);
    assertThat(line.strip()).doesNotContain(lineEnd);
  }

  @Test
  void aMessageMovesNoCursorAndTurnsNoText() {
    assertThat(line("{}", null, "\u001b[2J\u0000\u202e\u2066\ta"))
        .startsWith("\\u001b[2J\\u0000\\u202e\\u2066 a");
  }

  @Test
  void aMessageOfMegabytesIsCutAndSaysSo() {
    String line = line("{}", null, "😀".repeat(1_500_000));

    assertThat(line).hasSizeLessThan(4_100).contains("… (3000000 characters)");
    assertThat(line.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
  }

  @Test
  void whatAnExceptionQuotesStaysInItsLineAndIsCut() {
    Exception cause = new IllegalStateException("cause\n" + FORGED);
    Exception problem = new IllegalArgumentException("x".repeat(3_000_000), cause);
    problem.addSuppressed(new IllegalStateException("suppressed\r\n" + FORGED));

    String line = line("It failed", problem);

    assertThat(line).hasSizeLessThan(SafeTrace.LONGEST + 1_000);
    assertThat(line.lines()).noneMatch(each -> each.startsWith(FORGED));
    assertThat(line)
        .contains("Caused by: java.lang.IllegalStateException: cause\\n" + FORGED)
        .contains("at dev.processsync.logging.SafeLinesTest");
  }

  @Test
  void whyTheInstanceDoesNotStartKeepsItsLines() {
    LoggingEvent event =
        event("org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "a\nb", null);

    assertThat(layout().doLayout(event)).startsWith("a\nb");
  }

  private String line(String message, @Nullable Exception problem, Object... arguments) {
    return layout().doLayout(event("a.logger", message, problem, arguments));
  }

  private LoggingEvent event(
      String name, String message, @Nullable Exception problem, Object... arguments) {
    Logger logger = context.getLogger(name);
    return new LoggingEvent("", logger, Level.WARN, message, problem, arguments);
  }

  private PatternLayout layout() {
    PatternLayout layout = new PatternLayout();
    layout.getInstanceConverterMap().put("m", SafeMessage::new);
    layout.getInstanceConverterMap().put("wEx", SafeTrace::new);
    layout.setContext(context);
    layout.setPattern("%m%n%wEx");
    layout.start();
    return layout;
  }
}
