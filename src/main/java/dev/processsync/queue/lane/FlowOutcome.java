package dev.processsync.queue.lane;

import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.Stage;
import dev.processsync.queue.entry.UnprocessableEntry;
import dev.processsync.support.Lists;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a flow has said about its entry so far. If it says nothing the entry is Processed. Written
 * with those of the whole turn when all its flows have run.
 */
public final class FlowOutcome {

  private final Queue queue;
  private boolean skipped;
  private @Nullable String info;
  private @Nullable String flowContext;
  private @Nullable Message message;
  private @Nullable Target target;
  private List<Conflict> conflicts = List.of();

  FlowOutcome(Queue queue) {
    this.queue = queue;
  }

  /** A message that the flow left to be sent. */
  public record Message(String localCorrelationId, String remoteCorrelationId, String payload) {}

  /**
   * The local record that the flow wrote.
   *
   * @param number empty if records of its table have none
   */
  public record Target(String table, String record, String number) {}

  /**
   * A field of the record that both sides had changed.
   *
   * @param outcome {@code local}, {@code remote} or {@code open}: whose value counts
   */
  public record Conflict(String field, String outcome) {

    /** As an entry keeps several: {@code urgency=local, state=open}. */
    public static String text(List<Conflict> conflicts) {
      return conflicts.stream()
          .map(each -> each.field + "=" + each.outcome)
          .collect(Collectors.joining(", "));
    }

    /** What {@link #text} has written. */
    public static List<Conflict> read(String text) {
      return text.isEmpty()
          ? List.of()
          : Arrays.stream(text.split(", ", -1)).map(Conflict::readOne).toList();
    }

    private static Conflict readOne(String text) {
      int end = text.indexOf('=');
      return end < 0
          ? new Conflict(text, "open")
          : new Conflict(text.substring(0, end), text.substring(end + 1));
    }
  }

  public static UnprocessableEntry nothingToSend() {
    return new UnprocessableEntry(
        "Only outbound flows send: this entry was received. Take the send action out of the flow.");
  }

  /** A flow may say it once more when it ends. */
  public void skip(String reason) {
    if (!skipped || info == null || !info.endsWith(reason)) {
      warn(reason);
    }
    skipped = true;
  }

  public void warn(String text) {
    info = info == null ? text : info + "\n" + text;
  }

  public void address(Message left) {
    if (queue != Queue.OUTBOUND) {
      throw nothingToSend();
    }
    message = left;
  }

  public void applied(Target written) {
    target = written;
  }

  public void conflict(Conflict found) {
    conflicts = Lists.with(conflicts, found);
  }

  public void ranAs(String processInstance) {
    flowContext = processInstance;
  }

  public boolean isSkipped() {
    return skipped;
  }

  /** Why it was skipped, and what a person should know; null if nothing. */
  public @Nullable String info() {
    return info;
  }

  @Nullable String flowContext() {
    return flowContext;
  }

  public @Nullable Message message() {
    return message;
  }

  public @Nullable Target target() {
    return target;
  }

  public List<Conflict> conflicts() {
    return conflicts;
  }

  /** A skipped entry sends nothing, whatever its flow wrote before. */
  public boolean waitsToBeSent() {
    return message != null && !skipped;
  }

  String status() {
    if (skipped) {
      return "skipped";
    }
    return waitsToBeSent() ? "ready" : "processed";
  }

  String stage() {
    return (waitsToBeSent() ? Stage.TRANSMIT : Stage.DONE).value();
  }
}
