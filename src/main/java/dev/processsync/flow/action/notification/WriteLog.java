package dev.processsync.flow.action.notification;

import dev.processsync.flow.action.FlowNotes;
import dev.processsync.flow.action.MissingInput;
import dev.processsync.flow.action.Step;
import dev.processsync.support.ShortText;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/**
 * Log: {@code level} (info, warning or error) and {@code message} in. Writes a line that carries
 * the flow's ids. A warning or an error is also noted on the queue entry, where an administrator
 * looks; the flow goes on.
 */
@Component("writeLog")
class WriteLog implements JavaDelegate {

  private static final Logger log = LoggerFactory.getLogger(WriteLog.class);
  private static final int LONGEST = 2_000;

  private final FlowNotes notes;

  WriteLog(FlowNotes notes) {
    this.notes = notes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    Level level =
        switch (step.text("level")) {
          case "info" -> Level.INFO;
          case "warning" -> Level.WARN;
          case "error" -> Level.ERROR;
          default -> throw new MissingInput("level", "info, warning or error");
        };
    String message = bounded(step.text("message"));
    log.atLevel(level)
        .log("{}, queue entry {}: {}", step.title(), step.optional("queue_entry"), message);
    if (level != Level.INFO && step.hasQueueEntry()) {
      notes.warn(step, message);
    }
  }

  /** What another instance sent can't forge a log line, nor fill the log. */
  private static String bounded(String message) {
    String line = message.strip().replaceAll("\\p{Cntrl}+", " ");
    return ShortText.of(line, LONGEST);
  }
}
