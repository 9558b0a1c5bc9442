package dev.processsync.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Steps 1–51 by number over HTTP on two instances, and what the tutorial promises then. Step 27 is
 * done to the letter here; {@link DemoPairIT} and {@link DocumentedScript} do it as it is meant.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TutorialTest {

  private final LinkedPair pair = LinkedPair.shared();
  private final Instance a = pair.a();
  private final Instance b = pair.b();
  private final Tutorial tutorial = new Tutorial(a, b, Tutorial.Reading.TO_THE_LETTER);

  @BeforeAll
  void performTheTutorial() {
    tutorial.steps().forEach(Step::perform);
  }

  @Test
  void hasFiftyOneStepsInOrder() {
    assertThat(tutorial.steps())
        .extracting(Step::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 51).boxed().toList());
    assertThat(tutorial.isPerformed()).isTrue();
  }

  @Test
  void performedAgainItKeepsWhatItFinds() {
    tutorial.steps().forEach(Step::perform);

    String events = "INRequest Hardware,Hardware Request Fulfilled";
    for (Instance instance : List.of(a, b)) {
      String here = "definition=" + instance.definitionRecord().sysId();
      String ofThese = here + "^process_event.name" + events;
      assertThat(instance.admin().find("ih_sync_process_event", here + "^name" + events))
          .hasSize(2);
      assertThat(instance.admin().find("ih_sync_outbound_definition", ofThese)).hasSize(1);
      assertThat(instance.admin().find("ih_sync_inbound_definition", ofThese)).hasSize(1);
    }
  }

  @Test
  void bothRemoteSystemsAreActive() {
    for (Instance instance : List.of(a, b)) {
      Row remote = instance.remoteSystemRecord();
      assertThat(remote.get("outbound_state")).as(instance.label()).isEqualTo("active");
      assertThat(remote.get("inbound_state")).as(instance.label()).isEqualTo("active");
    }
    assertThat(a.remoteSystemRecord().get("external_id")).isEqualTo(b.remoteSystemRecord().sysId());
    assertThat(b.remoteSystemRecord().get("external_id")).isEqualTo(a.remoteSystemRecord().sysId());
  }

  @Test
  void aRequestArrivesWithTheMappedFields() {
    Row copy = pair.copyOf(pair.request("Laptop for a new colleague", "1"));

    assertThat(copy.get("short_description")).isEqualTo("Laptop for a new colleague");
    assertThat(copy.get("description")).isEqualTo("Laptop for a new colleague");
    assertThat(copy.get("urgency")).isEqualTo("1");
    assertThat(copy.get("severity")).as("is not mapped").isEqualTo("3");
    assertThat(copy.get("state")).isEqualTo("1");
  }

  @Test
  void theAssignmentGroupIsFoundByItsName() {
    Row copy = pair.copyOf(pair.request("A chair", "2"));

    assertThat(LinkedPair.hardware(a)).isNotEqualTo(LinkedPair.hardware(b));
    assertThat(copy.get("assignment_group")).isEqualTo(LinkedPair.hardware(b));
  }

  @Test
  void inboundFlowsRunAsTheUserOfTheRemoteSystem() {
    Row copy = pair.copyOf(pair.request("A desk", "2"));

    assertThat(copy.get("sys_created_by")).isEqualTo("rps.run.as");
  }

  @Test
  void bothSidesKeepMirroredCorrelationIds() {
    Row request = pair.request("A lamp", "3");
    Row here = pair.correlation(a, request);
    Row there = pair.correlation(b, pair.copyOf(request));

    assertThat(there.get("local_correlation_id")).isEqualTo(here.get("remote_correlation_id"));
    assertThat(there.get("remote_correlation_id")).isEqualTo(here.get("local_correlation_id"));
    assertThat(here.get("local_correlation_id")).isNotEqualTo(request.sysId());
  }

  @Test
  void fulfilmentResolvesTheRequestAndEndsAfterOneEventEachWay() {
    Row request = pair.request("A phone", "1");
    Row copy = pair.copyOf(request);
    pair.resolve(copy, "Solution provided", "On its way");

    Row resolved = pair.resolved(request);
    assertThat(resolved.get("close_code")).isEqualTo("Solution provided");
    assertThat(resolved.get("close_notes")).isEqualTo("On its way");
    assertThat(resolved.get("sys_updated_by")).isEqualTo("rps.run.as");
    assertThat(LinkedPair.shown(a, request).get("resolved_by")).isEqualTo("System Administrator");
    assertOneEntry(a, "outbound", request, Instance.REQUEST_HARDWARE, "create");
    assertOneEntry(b, "inbound", copy, Instance.REQUEST_HARDWARE, "create");
    assertOneEntry(b, "outbound", copy, Instance.HARDWARE_REQUEST_FULFILLED, "update");
    assertOneEntry(a, "inbound", request, Instance.HARDWARE_REQUEST_FULFILLED, "update");
    assertThat(pair.sent(a, request)).as("no echo").hasSize(1);
    assertThat(pair.sent(b, copy)).as("no echo").hasSize(1);
  }

  private void assertOneEntry(
      Instance instance, String queue, Row record, String event, String operation) {
    List<Row> entries = pair.settled(instance, queue, record);
    assertThat(entries).as("%s queue of %s", queue, instance.label()).hasSize(1);
    Row entry = entries.get(0);
    assertThat(entry.get("status")).as(entry.get("error_info")).isEqualTo("processed");
    assertThat(entry.get("process_event")).isEqualTo(instance.event(event).sysId());
    assertThat(entry.get("operation")).isEqualTo(operation);
  }

  @Test
  void aLaterChangeOfTheRequestReachesTheCopy() {
    Row request = pair.request("A keyboard", "3");
    Row copy = pair.copyOf(request);

    a.admin()
        .update(
            "incident",
            request.sysId(),
            Map.of("short_description", "A quiet keyboard", "severity", "2"));

    List<Row> entries =
        await().until(() -> pair.settled(b, "inbound", copy), settled -> settled.size() == 2);
    assertThat(entries).extracting(entry -> entry.get("status")).containsOnly("processed");
    Row updated = LinkedPair.incident(b, copy.sysId());
    assertThat(updated.get("short_description")).isEqualTo("A quiet keyboard");
    assertThat(updated.get("urgency")).isEqualTo("2");
    assertThat(updated.get("sys_updated_by")).isEqualTo("rps.run.as");
  }

  @Test
  void anIncidentOfAnotherGroupStaysHere() {
    Row other = a.admin().create("incident", Map.of("short_description", "Not for the vendor"));

    assertThat(pair.sent(a, other)).isEmpty();
  }

  @Test
  void theFirstSampleCreatesAnIncidentOnInstanceB() {
    LinkedPair.Ids ids = newIds();

    JsonNode answer = pair.post(b, requestSample(newId(), "create", ids));

    assertThat(answer.path("status").asText()).isEqualTo("accepted");
    Row created = createdFor(ids);
    assertThat(created.get("short_description")).isEmpty();
    assertThat(created.get("description")).isEmpty();
    assertThat(created.get("assignment_group")).isEqualTo(LinkedPair.hardware(b));
    assertThat(created.get("urgency")).isEqualTo("1");
    assertThat(created.get("state")).isEqualTo("2");
  }

  @Test
  void theSecondSampleUpdatesTheRequestOnInstanceA() {
    Row request = pair.request("A monitor", "2");
    pair.copyOf(request);
    Row correlation = pair.correlation(a, request);
    LinkedPair.Ids ids =
        new LinkedPair.Ids(
            correlation.get("local_correlation_id"), correlation.get("remote_correlation_id"));

    pair.post(
        a,
        pair.message(
            a,
            newId(),
            Instance.HARDWARE_REQUEST_FULFILLED,
            "update",
            ids,
            "hardware-request-fulfilled.json"));

    assertThat(pair.settled(a, "inbound", request))
        .extracting(entry -> entry.get("status"))
        .containsExactly("processed");
    Row updated = LinkedPair.incident(a, request.sysId());
    assertThat(updated.get("state")).as("stored as it came").isEqualTo("101");
    assertThat(updated.get("close_code")).isEqualTo("Resolved by caller");
    assertThat(updated.get("close_notes")).isEmpty();
    assertThat(LinkedPair.shown(a, request).get("resolved_by")).isEqualTo("System Administrator");
  }

  @Test
  void aMessageThatComesTwiceIsAppliedOnce() {
    LinkedPair.Ids ids = newIds();
    Map<String, Object> message = requestSample(newId(), "create", ids);

    assertThat(pair.post(b, message).path("status").asText()).isEqualTo("accepted");
    assertThat(pair.post(b, message).path("status").asText()).isEqualTo("duplicate");

    Row created = createdFor(ids);
    assertThat(pair.settled(b, "inbound", created)).hasSize(1);
    assertThat(b.admin().find("ih_sync_correlation", "local_correlation_id=" + ids.receivers()))
        .hasSize(1);
  }

  private Map<String, Object> requestSample(String id, String operation, LinkedPair.Ids ids) {
    return pair.message(b, id, Instance.REQUEST_HARDWARE, operation, ids, "request-hardware.json");
  }

  private Row createdFor(LinkedPair.Ids ids) {
    Row correlation =
        await()
            .until(
                () ->
                    b.admin()
                        .first("ih_sync_correlation", "local_correlation_id=" + ids.receivers()),
                Optional::isPresent)
            .orElseThrow();
    return LinkedPair.incident(b, correlation.get("local_record"));
  }

  private static LinkedPair.Ids newIds() {
    return new LinkedPair.Ids(newId(), newId());
  }

  private static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
