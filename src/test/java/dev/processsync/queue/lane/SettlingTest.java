package dev.processsync.queue.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.processsync.queue.OutboundQueue;
import dev.processsync.queue.QueueSlice;
import dev.processsync.queue.entry.EntrySelection;
import dev.processsync.queue.entry.EntryStore;
import dev.processsync.queue.entry.FlowNeedsEngine;
import dev.processsync.queue.entry.NewOutboundEntry;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntries;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.RetryMetadata;
import dev.processsync.queue.entry.UnprocessableEntry;
import dev.processsync.queue.report.QueueCounts;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens to an entry, it does not stay Ready for ever and hold up its lane. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettlingTest {

  private ConfigurableApplicationContext context;
  private DSLContext sql;
  private Flows flows = new Flows();

  /** Flows fail, and so does handing them over, as the test says for an entry's payload. */
  private static final class Flows implements FlowRunner {
    private final Map<String, RuntimeException> running = new HashMap<>();
    private final Map<String, RuntimeException> handingOver = new HashMap<>();

    @Override
    public void run(List<FlowRun> runs) {
      runs.forEach(run -> fail(running, run.entry()));
    }

    @Override
    public String handOver(FlowRun run) {
      fail(handingOver, run.entry());
      return "instance";
    }

    private static void fail(Map<String, RuntimeException> how, QueueEntry entry) {
      RuntimeException problem = how.get(entry.payload());
      if (problem != null) {
        throw problem;
      }
    }
  }

  /** Overridden for another database. */
  ConfigurableApplicationContext start() {
    return QueueSlice.onH2();
  }

  @BeforeAll
  void startQueue() {
    context = start();
    sql = context.getBean(DSLContext.class);
  }

  @AfterAll
  void stopQueue() {
    context.close();
  }

  @BeforeEach
  void nothingWaits() {
    QueueSlice.empty(sql);
    flows = new Flows();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new IllegalStateException("no engine"), "no engine"),
        Arguments.of(new IllegalStateException("quotes 'a\0b'"), "quotes 'a\uFFFDb'"),
        Arguments.of(new IllegalStateException("half \uD83D"), "half "),
        Arguments.of(new IllegalStateException("x".repeat(9_000)), "xxx…"),
        Arguments.of(new IllegalStateException("y" + "\uD83D\uDE00".repeat(4_000)), "…"),
        Arguments.of(new NullPointerException(), "without saying why"),
        Arguments.of(new UnprocessableEntry("There is no flow any more."), "no flow any more"),
        Arguments.of(
            new DataIntegrityViolationException(
                "INSERT INTO act_ru_execution …", new SQLException("too long", "22001")),
            "A value is longer than what it is written to can hold."),
        Arguments.of(
            new DataIntegrityViolationException(
                "INSERT INTO act_ru_execution …", new SQLException("0x00", "22021")),
            "characters, or is a number, that the database can't hold"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void anEntryThatCanNotBeHandedOverIsInErrorInWordsAndOthersGoOn(
      RuntimeException problem, String words) {
    flows.running.put("bad", new IllegalStateException("The flow failed"));
    flows.handingOver.put("bad", problem);
    add("bad", "good", "last");

    drain();

    assertThat(value("bad", "status")).isEqualTo("error");
    assertThat(value("bad", "error_info"))
        .startsWith("The flow failed\nThe engine could not take its flow over: ")
        .contains(words)
        .doesNotContain("INSERT", "Exception");
    assertThat(value("good", "status")).isEqualTo("processed");
    assertThat(value("last", "status")).isEqualTo("processed");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatAFlowFailedWithIsKeptInWords(RuntimeException problem, String words) {
    flows.running.put("bad", problem);
    add("bad", "good");

    drain();

    assertThat(value("bad", "error_info")).contains(words).doesNotContain("INSERT", "Exception");
    assertThat(value("good", "status")).isEqualTo("processed");
  }

  @Test
  void aFlowThatOnlyWaitsIsNotSaidToHaveFailed() {
    flows.running.put("bad", new FlowNeedsEngine("bad", "subflow"));
    flows.handingOver.put("bad", new IllegalStateException("no engine"));
    add("bad");

    drain();

    assertThat(value("bad", "error_info"))
        .isEqualTo("The engine could not take its flow over: no engine");
  }

  @Test
  void aDatabaseInTroubleIsTriedAgainAndTheEntrySaysSoUntilItGoesWell() {
    flows.running.put("bad", new IllegalStateException("The flow failed"));
    flows.handingOver.put("bad", new CannotAcquireLockException("busy", busy()));
    add("bad", "good");
    LaneTurn turn = turn();

    assertThatThrownBy(() -> drain(turn)).isInstanceOf(CannotAcquireLockException.class);

    assertThat(value("bad", "status")).isEqualTo("ready");
    assertThat(value("bad", "error_info"))
        .startsWith("Tried 1 times without getting further; it is tried again.");
    assertThat(context.getBean(QueueCounts.class).stuck(Queue.OUTBOUND).values())
        .singleElement()
        .satisfies(count -> assertThat(count.entries()).isEqualTo(1));
    flows.running.clear();
    drain(turn);
    assertThat(value("bad", "status")).isEqualTo("processed");
    assertThat(value("bad", "error_info")).isEmpty();
    assertThat(value("good", "status")).isEqualTo("processed");
    assertThat(context.getBean(QueueCounts.class).stuck(Queue.OUTBOUND)).isEmpty();
  }

  @Test
  void aDatabaseThatIsAlwaysInTroubleAtTheSameEntryHoldsUpNoOtherForEver() {
    flows.running.put("bad", new IllegalStateException("The flow failed"));
    flows.handingOver.put("bad", new CannotAcquireLockException("busy", busy()));
    add("bad", "good");
    LaneTurn turn = turn();

    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> drain(turn)).isInstanceOf(CannotAcquireLockException.class);
    }
    drain(turn);

    assertThat(value("bad", "status")).isEqualTo("error");
    assertThat(value("good", "status")).isEqualTo("processed");
  }

  @Test
  void anEntryThatIsAlwaysFoundThoughItIsTakenMakesNoThreadGoOnForEver() {
    flows.running.put("bad", new EntryTaken("bad"));
    add("bad", "good");

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThatThrownBy(this::drain).isInstanceOf(EntryTaken.class));

    assertThat(value("bad", "status")).isEqualTo("ready");
  }

  @Test
  void aRowThatIsNoEntryIsInErrorAndOthersGoOn() {
    add("bad", "good");
    sql.execute(
        "update process_sync.ih_sync_outbound_queue set operation = 'upsert' where payload = 'bad'");

    drain();

    assertThat(value("bad", "status")).isEqualTo("error");
    assertThat(value("bad", "error_info")).startsWith("This record can't be read: ");
    assertThat(value("good", "status")).isEqualTo("processed");
  }

  @Test
  void whatFailedLeavesAnEntryThatGoesWellInTheEngineAndWhatItWarnedOfStays() {
    flows.running.put("bad", new IllegalStateException("The flow failed"));
    add("bad", "also bad");
    flows.running.put("also bad", new IllegalStateException("The flow failed"));
    drain();
    assertThat(value("bad", "error_info")).isEqualTo("The flow failed");

    TransactionTemplate transaction =
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    QueueEntries entries = context.getBean(QueueEntries.class);
    transaction.executeWithoutResult(
        status -> {
          entries.flowCompleted(value("bad", "sys_id"));
          entries.warn(value("also bad", "sys_id"), "No such group");
          entries.warn(value("also bad", "sys_id"), "Nor such a user");
          entries.flowCompleted(value("also bad", "sys_id"));
        });

    assertThat(value("bad", "error_info")).isEmpty();
    assertThat(value("also bad", "error_info")).isEqualTo("No such group\nNor such a user");
  }

  @Test
  void aFailureOfTheEngineIsGoneWhenSomebodyHasItTriedAgain() {
    flows.running.put("bad", new IllegalStateException("The flow failed"));
    add("bad");
    drain();
    TransactionTemplate transaction =
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    QueueEntries entries = context.getBean(QueueEntries.class);
    String entry = value("bad", "sys_id");
    transaction.executeWithoutResult(
        status -> {
          entries.flowTried(entry, new RetryMetadata(3, 3, null, "a\0b", 3));
          entries.flowFailed(entry, "Send", "a\0b " + "\uD83D\uDE00".repeat(5_000));
        });
    assertThat(value("bad", "status")).isEqualTo("error");
    assertThat(value("bad", "retry_metadata")).contains("a b");

    transaction.executeWithoutResult(status -> entries.flowRetried(entry));

    assertThat(value("bad", "status")).isEqualTo("ready");
    assertThat(value("bad", "error_info")).isEmpty();
    assertThat(value("bad", "retry_metadata")).isEmpty();
  }

  private static SQLException busy() {
    return new SQLException("deadlock", "40001");
  }

  private void drain() {
    drain(turn());
  }

  private void drain(LaneTurn turn) {
    turn.drain(Set.of(Lanes.of("remote", "record")));
  }

  private LaneTurn turn() {
    return new LaneTurn(
        Queue.OUTBOUND,
        flows,
        context.getBean(Lanes.class),
        context.getBean(EntrySelection.class),
        new Settling(
            Queue.OUTBOUND,
            flows,
            context.getBean(Lanes.class),
            context.getBean(EntryStore.class),
            context.getBean(PlatformTransactionManager.class),
            context.getBean(Clock.class)),
        context.getBean(TurnEnd.class),
        context.getBean(LaneSignals.class),
        context.getBean(TimedTransaction.class),
        context.getBean(Clock.class),
        () -> 10);
  }

  /** Entries of different records that share a lane. */
  private void add(String... payloads) {
    new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(
            status ->
                Stream.of(payloads)
                    .forEach(
                        payload ->
                            context
                                .getBean(OutboundQueue.class)
                                .add(
                                    new NewOutboundEntry(
                                        "event",
                                        Operation.UPDATE,
                                        "remote",
                                        "capture",
                                        "incident",
                                        payload,
                                        payload,
                                        "admin",
                                        Origin.HERE))));
    sql.execute(
        "update process_sync.ih_sync_outbound_queue set lane = " + Lanes.of("remote", "record"));
  }

  private String value(String payload, String column) {
    Record row =
        Objects.requireNonNull(
            sql.fetchOne(
                "select * from process_sync.ih_sync_outbound_queue where payload = ?", payload));
    return Objects.requireNonNullElse(row.get(column, String.class), "");
  }
}
