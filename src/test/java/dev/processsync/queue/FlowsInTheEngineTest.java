package dev.processsync.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.queue.History.Flow;
import dev.processsync.queue.History.Misfortune;
import dev.processsync.queue.entry.EntrySelection;
import dev.processsync.queue.entry.NewInboundEntry;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntries;
import dev.processsync.queue.entry.UnprocessableEntry;
import dev.processsync.queue.lane.Lanes;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An entry stays with the engine until its flow has ended, whatever the flow has written before.
 */
class FlowsInTheEngineTest {

  private static ConfigurableApplicationContext context;

  private Cluster cluster;

  @BeforeAll
  static void startOnH2() {
    context = QueueSlice.onH2();
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @BeforeEach
  void aFlowWaitsInTheEngineAndALaterEntryOfItsRecordBehindIt() {
    cluster = new Cluster(context);
    cluster.happen(
        List.of(
            new Step.Capture(0, 0, Flow.SENDS, Misfortune.WAITS, false),
            new Step.Capture(0, 0, Flow.SENDS, Misfortune.NONE, false),
            turn()));
    assertThat(states()).containsExactly("ready engine", "ready flow");
  }

  @Test
  void aMessageWaitsUntilItsFlowHasEnded() {
    happens(Step.Deed.SAYS_ITS_OUTCOME_AND_WAITS);
    cluster.happen(List.of(turn(), request()));

    assertThat(states()).containsExactly("ready engine", "ready flow");
    assertThat(cluster.receiver().received()).isEmpty();

    happens(Step.Deed.COMPLETES);
    assertThat(states()).containsExactly("ready transmit", "ready flow");
    cluster.happen(List.of(turn(), request(), post(), new Step.Settle(0, false)));

    assertThat(states()).containsExactly("processed done", "processed done");
    assertThat(cluster.receiver().received()).containsExactly("change 1", "change 2");
  }

  @Test
  void aFlowThatGivesUpAfterItWroteItsMessageShowsInTheQueue() {
    happens(Step.Deed.SAYS_ITS_OUTCOME_AND_WAITS);
    happens(Step.Deed.GIVES_UP);

    assertThat(states()).containsExactly("error engine", "ready flow");
  }

  @Test
  void skippingAnEntryEndsItsFlowAlsoAfterItWroteItsMessage() {
    happens(Step.Deed.SAYS_ITS_OUTCOME_AND_WAITS);
    cluster.skip(0);
    cluster.happen(List.of(turn(), request(), post(), new Step.Settle(0, false)));

    assertThat(cluster.engine().instances()).isEmpty();
    assertThat(states()).containsExactly("skipped done", "processed done");
    assertThat(cluster.receiver().received()).containsExactly("change 2");
  }

  @Test
  void aFlowThatSkipsItsEntryAndThenWaitsKeepsItsPlaceUntilItHasEnded() {
    cluster = new Cluster(context);
    cluster.happen(
        List.of(
            new Step.Capture(0, 0, Flow.SKIPS, Misfortune.WAITS, false),
            new Step.Capture(0, 0, Flow.SENDS, Misfortune.NONE, false),
            turn()));
    happens(Step.Deed.SAYS_ITS_OUTCOME_AND_WAITS);
    cluster.happen(List.of(turn()));

    assertThat(states()).containsExactly("ready engine", "ready flow");

    happens(Step.Deed.COMPLETES);
    cluster.happen(List.of(turn(), request(), post(), new Step.Settle(0, false)));

    assertThat(states()).containsExactly("skipped done", "processed done");
    assertThat(cluster.receiver().received()).containsExactly("change 2");
  }

  @Test
  void aCancelledFlowIsInErrorAndBeginsAnewWithWhatWasCaptured() {
    happens(Step.Deed.SAYS_ITS_OUTCOME_AND_WAITS);
    happens(Step.Deed.IS_CANCELLED);

    assertThat(states()).containsExactly("error flow", "ready flow");

    cluster.setReady(0, true);
    cluster.happen(List.of(turn(), request(), post(), new Step.Settle(0, false)));

    assertThat(states()).containsExactly("processed done", "processed done");
    assertThat(cluster.receiver().received()).containsExactly("change 1", "change 2");
  }

  @Test
  void nothingIsSentForAnEntryThatWasReceived() {
    TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
    NewInboundEntry message =
        new NewInboundEntry(
            "message",
            "event",
            Operation.UPDATE,
            "remote",
            "ours",
            "theirs",
            1,
            "{}",
            "api",
            Origin.HERE);
    transaction.executeWithoutResult(
        status -> context.getBean(InboundQueue.class).add(List.of(message)));
    String entry =
        context
            .getBean(EntrySelection.class)
            .claim(Queue.INBOUND, List.of(Lanes.of("remote", "ours")), 1)
            .get(0)
            .sysId();
    QueueEntries entries = context.getBean(QueueEntries.class);

    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> entries.address(entry, "ours", "theirs", "{}")))
        .isInstanceOf(UnprocessableEntry.class)
        .hasMessageStartingWith("Only outbound flows send");
  }

  private void happens(Step.Deed deed) {
    cluster.happen(List.of(new Step.Engine(0, deed, false)));
  }

  private Step turn() {
    return new Step.Turn(0, 4, Crash.Moment.NEVER, List.of(), List.of());
  }

  private static Step request() {
    return new Step.Read(0, 0, 4);
  }

  private static Step post() {
    return new Step.Post(0, 4);
  }

  private List<String> states() {
    return cluster.stored().stream().map(row -> row.status() + " " + row.stage()).toList();
  }
}
