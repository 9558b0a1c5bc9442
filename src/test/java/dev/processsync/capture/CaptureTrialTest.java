package dev.processsync.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whether a capture definition's filter meets for a record, over real HTTP. */
@InstanceTest
class CaptureTrialTest {

  @Autowired private Records records;

  private final ApiClient admin;
  private TableRecord definition = new TableRecord("", Map.of());
  private TableRecord incident = new TableRecord("", Map.of());

  CaptureTrialTest(@LocalServerPort int port) {
    this.admin = ApiClient.admin(port);
  }

  @BeforeEach
  void aDefinitionForUrgentIncidentsThatChangeTheirState() {
    SyncSetup setup = new SyncSetup(records);
    TableRecord event = setup.event(setup.definition(), "Request Hardware");
    definition =
        setup.activeCapture(event, "urgency=1^stateVALCHANGES", "number,short_description");
    incident =
        records.insert(
            Actor.system(), "incident", Map.of("short_description", "A laptop", "urgency", "1"));
  }

  @Test
  void saysOfEachConditionWhetherItMeetsAndShowsThePayload() {
    long queued = records.count(Actor.system(), "ih_sync_outbound_queue", Query.EVERYTHING);

    JsonNode trial = attempt("{\"record\":\"%s\",\"previously\":{\"state\":\"2\"}}").result();

    assertThat(trial.path("meets").asBoolean()).isTrue();
    assertThat(trial.path("active").asBoolean()).isTrue();
    assertThat(trial.path("conditions"))
        .extracting(c -> c.path("condition").asText(), c -> c.path("meets").asBoolean())
        .containsExactly(tuple("urgency=1", true), tuple("stateVALCHANGES", true));
    assertThat(trial.path("payload").asText()).contains("\"A laptop\"", incident.get("number"));
    assertThat(records.count(Actor.system(), "ih_sync_outbound_queue", Query.EVERYTHING))
        .isEqualTo(queued);
  }

  @Test
  void namesTheConditionThatDoesNotMeet() {
    JsonNode trial = attempt("{\"record\":\"%s\",\"previously\":{}}").result();

    assertThat(trial.path("meets").asBoolean()).isFalse();
    assertThat(trial.path("conditions"))
        .extracting(c -> c.path("meets").asBoolean())
        .containsExactly(true, false);
  }

  @Test
  void saysWhatIsNotThere() {
    assertThat(attempt("{}").status()).isEqualTo(404);
    assertThat(attempt("{\"record\":\"%s\",\"previously\":{\"colour\":\"red\"}}").detail())
        .contains("no field 'colour'");
    assertThat(
            admin
                .post(
                    "/api/process-sync/v1/capture-definitions/" + SysId.next() + "/try",
                    "{\"record\":\"x\"}")
                .status())
        .isEqualTo(404);
  }

  private Answer attempt(String body) {
    return admin.post(
        "/api/process-sync/v1/capture-definitions/" + definition.sysId() + "/try",
        body.formatted(incident.sysId()));
  }
}
