package dev.processsync.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.outbound.OtherSide.Answer;
import dev.processsync.queue.RemoteTroubles;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What runs, and how often, when a remote system can't be reached. */
@InstanceTest
@TestPropertySource(
    properties = {
      "process-sync.outbound.connection-interval=0s",
      "process-sync.outbound.connection-tries=2",
      "process-sync.outbound.poll-interval=50ms"
    })
class ErrorFlowTest {

  private static final String SYSTEM = "ih_sync_remote_system";

  @Autowired private Records records;
  @Autowired private OutboundState state;
  @Autowired private RemoteTroubles troubles;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;

  private final OtherSide other = new OtherSide();
  private TableRecord group = new TableRecord("", Map.of());
  private TableRecord remoteSystem = new TableRecord("", Map.of());
  private TableRecord capture = new TableRecord("", Map.of());

  @BeforeEach
  void incidentsOfAGroupAreSentToTheOtherSide() {
    SyncSetup setup = new SyncSetup(records);
    TableRecord definition = setup.definition();
    TableRecord event = setup.event(definition, "Request Hardware");
    remoteSystem =
        setup.activeRemoteSystem(
            definition,
            setup.alias(other.url()),
            setup.user("api", "ih_process_sync_api"),
            setup.user("run.as", "ih_process_sync_run_as", "incident_manager"));
    change(Map.of("error_subflow", "error-flow-template-basic"));
    setup.outboundFlow(event, remoteSystem, "outbound-flow-template-basic");
    group = setup.insert("sys_user_group", Map.of("name", setup.unique("Group")));
    capture =
        setup.activeCapture(event, "assignment_group=" + group.sysId(), "number,short_description");
  }

  @AfterEach
  void theOtherSideIsGone() {
    records.update(
        Actor.system(), "ih_sync_capture_definition", capture.sysId(), Map.of("state", "draft"));
    change(Map.of("outbound_state", "disabled"));
    other.close();
  }

  @Test
  void anIncidentIsCreatedOnceForEachTimeThatItCanNotBeReached() {
    fail();
    TableRecord told = awaitIncidents(1).get(0);
    assertThat(told.get("description"))
        .startsWith("The remote system answered HTTP 500.")
        .contains("tried 3 times in a row. Messages that wait for it: 1.");

    recover();
    assertThat(incidents()).hasSize(1);

    fail();
    awaitIncidents(2);
    recover();
    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void whenItAnswersNothingOfTheTroubleIsLeft() {
    fail();
    assertThat(system().get("state_reason"))
        .startsWith("The remote system answered HTTP 500. Since ")
        .contains("; failed tries: 3; next try: ");

    recover();

    assertThat(system().get("state_reason")).isEmpty();
    assertThat(troubles.find(remoteSystem.sysId())).isEmpty();
  }

  @Test
  void theErrorFlowsIncidentIsNotSentToTheSystemThatItIsAbout() {
    records.update(
        Actor.system(),
        "ih_sync_capture_definition",
        capture.sysId(),
        Map.of("filter", "short_descriptionLIKE" + remoteSystem.get("name")));
    failByHand();

    awaitIncidents(1);

    assertThat(other.requests()).isEmpty();
    assertThat(
            records.findBy(
                Actor.system(),
                "ih_sync_outbound_queue",
                Map.of("remote_system", remoteSystem.sysId())))
        .isEmpty();
  }

  @Test
  void withoutAnErrorSubflowNothingRuns() {
    change(Map.of("error_subflow", ""));

    failByHand();

    assertThat(system().get("outbound_state")).isEqualTo("error");
    assertThat(runs()).isZero();
  }

  @Test
  void nodesThatFailAtTheSameTimeStartItOnce() {
    CyclicBarrier together = new CyclicBarrier(8);
    CompletableFuture<?>[] nodes =
        IntStream.range(0, 8)
            .mapToObj(node -> CompletableFuture.runAsync(() -> failWith(together)))
            .toArray(CompletableFuture<?>[]::new);

    CompletableFuture.allOf(nodes).join();
    awaitIncidents(1);

    assertThat(system().get("outbound_state")).isEqualTo("error");
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void aMessageThatIsRefusedForNowPutsNothingIntoError() {
    for (int answer = 1; answer <= 5; answer++) {
      state.busy(remoteSystem.sysId(), "Too many requests.", Duration.ZERO);
    }

    assertThat(system().get("outbound_state")).isEqualTo("active");
    assertThat(system().get("state_reason")).startsWith("Too many requests. Since ");
    assertThat(runs()).isZero();
  }

  @Test
  void validatingOneThatStillCountsAsActiveStartsAfresh() {
    state.busy(remoteSystem.sysId(), "Too many requests.", Duration.ofHours(1));

    change(Map.of("outbound_state", "active", "inbound_state", "active", "state_reason", ""));

    assertThat(troubles.find(remoteSystem.sysId())).isEmpty();
  }

  @Test
  void aFailureSaysNothingAboutASystemThatWasDisabledMeanwhile() {
    change(Map.of("outbound_state", "disabled", "state_reason", "Disabled by admin."));

    failByHand();
    state.works(remoteSystem.sysId());

    assertThat(system().get("outbound_state")).isEqualTo("disabled");
    assertThat(system().get("state_reason")).isEqualTo("Disabled by admin.");
  }

  private void failByHand() {
    for (int failure = 1; failure <= 3; failure++) {
      state.trouble(remoteSystem.sysId(), "Nobody answers.", Duration.ZERO);
    }
  }

  private void failWith(CyclicBarrier together) {
    try {
      together.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    for (int failure = 1; failure <= 5; failure++) {
      state.trouble(remoteSystem.sysId(), "Nobody answers.", Duration.ZERO);
    }
  }

  private void fail() {
    other.behaves(messages -> new Answer(500, "{}"));
    records.insert(
        Actor.system(),
        "incident",
        Map.of("short_description", "Broken laptop", "assignment_group", group.sysId()));
    await().untilAsserted(() -> assertThat(system().get("outbound_state")).isEqualTo("error"));
  }

  private void recover() {
    other.behaves(OtherSide::acceptsAll);
    await().untilAsserted(() -> assertThat(system().get("outbound_state")).isEqualTo("active"));
  }

  private List<TableRecord> awaitIncidents(int count) {
    await().untilAsserted(() -> assertThat(incidents()).hasSize(count));
    await().untilAsserted(() -> assertThat(running()).isZero());
    return incidents();
  }

  private List<TableRecord> incidents() {
    return records.findBy(
        Actor.system(),
        "incident",
        Map.of(
            "short_description",
            "Remote system " + remoteSystem.get("name") + " can't be reached"));
  }

  private long running() {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(remoteSystem.get("name"))
        .count();
  }

  /** How often the error flow was started. */
  private long runs() {
    return history
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey("remote-system-error")
        .processInstanceBusinessKey(remoteSystem.get("name"))
        .count();
  }

  private TableRecord system() {
    return records.get(Actor.system(), SYSTEM, remoteSystem.sysId());
  }

  private void change(Map<String, String> values) {
    records.update(Actor.system(), SYSTEM, remoteSystem.sysId(), values);
  }
}
