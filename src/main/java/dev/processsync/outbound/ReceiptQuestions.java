package dev.processsync.outbound;

import dev.processsync.connection.ConnectionProblem;
import dev.processsync.connection.Connections;
import dev.processsync.connection.RemoteAnswer;
import dev.processsync.connection.RemoteAnswer.Answered;
import dev.processsync.connection.RemoteClient;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.queue.receipt.DeliveryReceipt;
import dev.processsync.queue.receipt.OpenReceipts;
import dev.processsync.support.OnePerKey;
import dev.processsync.support.PolledThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks remote systems what has become of messages that they did not apply at once. What goes wrong
 * is no trouble of the remote system's: messages are sent to it all the same.
 */
@Component
class ReceiptQuestions implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ReceiptQuestions.class);

  /** In one request; its answer is far below what is read of one. */
  private static final int MOST = 200;

  /** After no answer at all: the other side may be starting. */
  private static final Duration SHORT_PAUSE = Duration.ofSeconds(10);

  /** After a refusal. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** After an answer that says that the other side doesn't understand the question. */
  private static final Duration LONG_PAUSE = Duration.ofHours(1);

  private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 404, 405, 406, 413, 415, 422, 501);

  private final OpenReceipts receipts;
  private final SyncDefinitions definitions;
  private final Trouble trouble;
  private final Connections connections;
  private final RemoteClient client;
  private final WireReceipts wire;
  private final OutboundProperties properties;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final OnePerKey<String> questions = new OnePerKey<>(this::askUnlessStopped);

  /** By remote system: when it may be asked again. Each node finds out for itself. */
  private final Map<String, Instant> pauses = new ConcurrentHashMap<>();

  private volatile @Nullable PolledThreads threads;

  ReceiptQuestions(
      OpenReceipts receipts,
      SyncDefinitions definitions,
      Trouble trouble,
      Connections connections,
      RemoteClient client,
      WireReceipts wire,
      OutboundProperties properties,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.receipts = receipts;
    this.definitions = definitions;
    this.trouble = trouble;
    this.connections = connections;
    this.client = client;
    this.wire = wire;
    this.properties = properties;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  private void look() {
    PolledThreads running = threads;
    List<String> due = Objects.requireNonNull(transaction.execute(status -> receipts.due()));
    if (running != null) {
      due.stream()
          .filter(this::mayAsk)
          .forEach(remoteSystem -> questions.run(remoteSystem, running));
    }
  }

  private boolean mayAsk(String remoteSystem) {
    Instant notBefore = pauses.get(remoteSystem);
    return (notBefore == null || !clock.instant().isBefore(notBefore))
        && definitions
            .remoteSystem(remoteSystem)
            .filter(system -> system.outboundState() == RemoteSystem.State.ACTIVE)
            .isPresent()
        && trouble.mayTry(remoteSystem);
  }

  private void askUnlessStopped(String remoteSystem) {
    try {
      definitions.remoteSystem(remoteSystem).ifPresent(this::ask);
    } catch (RuntimeException e) {
      log.warn("Remote system {} can't be asked for receipts; polling will do so", remoteSystem, e);
    }
  }

  /** No transaction is open while the other side answers. */
  private void ask(RemoteSystem system) {
    List<String> entries =
        Objects.requireNonNull(transaction.execute(status -> receipts.take(system.sysId(), MOST)));
    if (entries.isEmpty()) {
      return;
    }
    RemoteAnswer answer;
    try {
      answer =
          client.post(
              connections.resolve(system.connectionAlias()),
              WireReceipts.PATH,
              wire.question(system, entries));
    } catch (ConnectionProblem e) {
      pause(system, PAUSE, String.valueOf(e.getMessage()));
      return;
    }
    if (answer instanceof Answered answered && answered.status() == 200) {
      pauses.remove(system.sysId());
      note(wire.answers(answered.body(), Set.copyOf(entries)));
    } else if (answer instanceof Answered answered) {
      pause(system, pauseAfter(answered), "HTTP " + answered.status());
    } else {
      pause(system, SHORT_PAUSE, "there is no answer");
    }
  }

  private static Duration pauseAfter(Answered refusal) {
    if (NOT_UNDERSTOOD.contains(refusal.status())) {
      return LONG_PAUSE;
    }
    Duration asked = refusal.retryAfter();
    Duration bounded = asked.compareTo(LONG_PAUSE) > 0 ? LONG_PAUSE : asked;
    return bounded.compareTo(PAUSE) > 0 ? bounded : PAUSE;
  }

  private void note(Map<String, DeliveryReceipt> answers) {
    if (!answers.isEmpty()) {
      transaction.executeWithoutResult(status -> receipts.note(answers));
    }
  }

  /** The first of several in a row is told. */
  private void pause(RemoteSystem system, Duration pause, String why) {
    if (pauses.put(system.sysId(), clock.instant().plus(pause)) == null) {
      log.info(
          "Remote system {} does not say what has become of messages ({}); it is asked again later",
          system.sysId(),
          why);
    }
  }

  @Override
  public void start() {
    threads = PolledThreads.asNeeded("receipts", properties.pollInterval(), this::look);
  }

  @Override
  public void stop() {
    PolledThreads running = threads;
    threads = null;
    if (running != null) {
      running.cut(); // A question that is under way is asked again after the next start.
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }
}
