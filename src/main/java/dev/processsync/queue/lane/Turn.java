package dev.processsync.queue.lane;

import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.Stage;
import dev.processsync.queue.entry.UnprocessableEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One transaction's turn in a lane: what the flows say about their entries is gathered here and
 * written in one go when all have run. Belongs to the thread that works the lane.
 */
public final class Turn implements AutoCloseable {

  private final Queue queue;
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

  private Turn(Queue queue) {
    this.queue = queue;
  }

  /** Opens a turn on this thread; close it before the transaction ends. */
  static Turn open(Queue queue) {
    Turn turn = new Turn(queue);
    TransactionSynchronizationManager.bindResource(Turn.class, turn);
    return turn;
  }

  /** What is being said about an entry whose flow runs in this thread's turn. */
  public static Optional<Outcome> outcomeOf(String entry) {
    return TransactionSynchronizationManager.getResource(Turn.class) instanceof Turn turn
        ? Optional.ofNullable(turn.outcomes.get(entry))
        : Optional.empty();
  }

  void begin(QueueEntry entry, long startedMs) {
    outcomes.put(entry.sysId(), new Outcome(queue, entry, startedMs));
  }

  Collection<Outcome> outcomes() {
    return outcomes.values();
  }

  public static UnprocessableEntry nothingToSend() {
    return new UnprocessableEntry(
        "Only outbound flows send: this entry was received. Take the send action out of the flow.");
  }

  @Override
  public void close() {
    TransactionSynchronizationManager.unbindResource(Turn.class);
  }

  /** What a flow has said about its entry so far. If it says nothing the entry is Processed. */
  public static final class Outcome {

    private final Queue queue;
    private final QueueEntry entry;
    private final long startedMs;
    private boolean skipped;
    private @Nullable String info;
    private @Nullable String flowContext;
    private @Nullable Message message;
    private @Nullable Target target;

    private Outcome(Queue queue, QueueEntry entry, long startedMs) {
      this.queue = queue;
      this.entry = entry;
      this.startedMs = startedMs;
    }

    /** A message that the flow left to be sent. */
    public record Message(String localCorrelationId, String remoteCorrelationId, String payload) {}

    /** The local record that the flow wrote. */
    public record Target(String table, String record) {}

    public void skip(String reason) {
      skipped = true;
      warn(reason);
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

    public void ranAs(String processInstance) {
      flowContext = processInstance;
    }

    QueueEntry entry() {
      return entry;
    }

    long startedMs() {
      return startedMs;
    }

    @Nullable String info() {
      return info;
    }

    @Nullable String flowContext() {
      return flowContext;
    }

    @Nullable Message message() {
      return message;
    }

    @Nullable Target target() {
      return target;
    }

    /** A skipped entry sends nothing, whatever its flow wrote before. */
    boolean waitsToBeSent() {
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
}
