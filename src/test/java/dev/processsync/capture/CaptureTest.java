package dev.processsync.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.processsync.ApiClient;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.identity.Users;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Origin;
import dev.processsync.record.Records;
import dev.processsync.record.RemoteEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What is captured of a change, when, and for whom (docs/reference.md, "Capture"). */
@InstanceTest
class CaptureTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired private Records records;
  @Autowired private Users users;
  @Autowired private TransactionTemplate transaction;

  private SyncSetup setup;
  private TableRecord definition;
  private TableRecord event;
  private TableRecord vendor;
  private TableRecord group;
  private TableRecord runAs;
  private TableRecord capture;

  @BeforeEach
  void incidentsOfAGroupAreCapturedForTheVendor() {
    setup = new SyncSetup(records);
    definition = setup.definition();
    event = setup.event(definition, "Request Hardware");
    runAs = setup.user("run.as", "ih_process_sync_run_as", "incident_manager");
    vendor = remoteSystem(definition);
    setup.outboundFlow(event, vendor, "outbound-flow-template-basic");
    group = setup.insert("sys_user_group", Map.of("name", setup.unique("Group")));
    capture = capture(event, "assignment_group=" + group.sysId(), "100");
  }

  @AfterEach
  void nothingIsCapturedAnyMore() {
    records.update(
        Actor.system(), "ih_sync_capture_definition", capture.sysId(), Map.of("state", "draft"));
  }

  @Test
  void capturesAllTheIncludedFieldsInTheFormOfTheTutorial() throws Exception {
    TableRecord incident = incident("Broken laptop");

    TableRecord entry = onlyEntry(incident);
    JsonNode payload = JSON.readTree(entry.get("payload"));
    assertThat(payload.at("/capture_metadata/changed_by").asText()).isEqualTo("admin");
    assertThat(payload.at("/capture_metadata/timestamp").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(payload.at("/changed_fields").toString())
        .isEqualTo(
            """
            [{"display_value":"","value":"incident","key":"sys_class_name"},\
            {"display_value":"","value":"%s","key":"sys_id"},\
            {"display_value":"","value":"%s","key":"number"},\
            {"display_value":"","value":"Broken laptop","key":"short_description"},\
            {"display_value":"%s","value":"%s","key":"assignment_group"},\
            {"display_value":"","value":"3","key":"severity"},\
            {"display_value":"","value":"1","key":"state"}]"""
                .formatted(
                    incident.sysId(), incident.get("number"), group.get("name"), group.sysId()));
    assertThat(entry.get("operation")).isEqualTo("create");
    assertThat(entry.get("local_record")).isEqualTo(incident.sysId());
  }

  @Test
  void capturesAnUpdateOnlyIfAnIncludedFieldChanged() {
    TableRecord incident = incident("Broken laptop");

    records.update(admin(), "incident", incident.sysId(), Map.of("description", "It smokes"));
    assertThat(entries(incident)).hasSize(1);
    records.update(admin(), "incident", incident.sysId(), Map.of("short_description", "It burns"));

    assertThat(entries(incident))
        .extracting(e -> e.get("operation"))
        .containsExactly("create", "update");
  }

  @Test
  void saysOfEachFieldOfAnUpdateWhetherItChangedAndWhatItWasBefore() throws Exception {
    TableRecord other = setup.insert("sys_user_group", Map.of("name", setup.unique("Other")));
    TableRecord anyGroup = capture(event, "", "10");
    try {
      TableRecord incident = incident("Broken laptop");
      records.update(
          admin(),
          "incident",
          incident.sysId(),
          Map.of("short_description", "Burning laptop", "assignment_group", other.sysId()));

      JsonNode payload = JSON.readTree(entries(incident).get(1).get("payload"));
      assertThat(payload.at("/capture_metadata/version").asText()).isEqualTo("1");
      assertThat(payload.at("/capture_metadata/time").asText())
          .startsWith(payload.at("/capture_metadata/timestamp").asText())
          .matches(".*\\.\\d{3}");
      assertThat(payload.at("/capture_metadata/hybrid_time").asText())
          .matches("\\d+\\.\\d+@[0-9a-f]{8}");
      assertThat(field(payload, "short_description").toString())
          .isEqualTo(
              """
              {"display_value":"","value":"Burning laptop","key":"short_description",\
              "changed":true,"previous_value":"Broken laptop","previous_hybrid_time":"0.0@"}""");
      assertThat(field(payload, "severity").toString())
          .isEqualTo(
              """
              {"display_value":"","value":"3","key":"severity","changed":false}""");
      assertThat(field(payload, "assignment_group").path("previous_value").asText())
          .isEqualTo(group.sysId());
      assertThat(field(payload, "assignment_group").path("previous_display_value").asText())
          .isEqualTo(group.get("name"));
    } finally {
      records.delete(Actor.system(), "ih_sync_capture_definition", anyGroup.sysId());
    }
  }

  @Test
  void saysWhenAFieldWasChangedBefore() throws Exception {
    TableRecord incident = incident("Broken laptop");
    for (String now : List.of("Burning laptop", "Burnt laptop")) {
      records.update(admin(), "incident", incident.sysId(), Map.of("short_description", now));
    }

    JsonNode first = JSON.readTree(entries(incident).get(1).get("payload"));
    JsonNode second = JSON.readTree(entries(incident).get(2).get("payload"));
    assertThat(field(second, "short_description").path("previous_hybrid_time"))
        .isEqualTo(first.at("/capture_metadata/hybrid_time"));
  }

  @Test
  void sendsAllFieldsOfARecordThatHasJustComeToMeetTheFilterAsNewToTheOtherSide() throws Exception {
    TableRecord elsewhere = setup.insert("sys_user_group", Map.of("name", setup.unique("Else")));
    TableRecord incident = incident("Broken laptop");
    records.update(
        admin(), "incident", incident.sysId(), Map.of("assignment_group", elsewhere.sysId()));
    records.update(admin(), "incident", incident.sysId(), Map.of("short_description", "Unseen"));
    assertThat(entries(incident)).as("of what does not meet the filter").hasSize(1);
    records.update(
        admin(), "incident", incident.sysId(), Map.of("assignment_group", group.sysId()));

    JsonNode payload = JSON.readTree(entries(incident).get(1).get("payload"));
    JsonNode unseen = field(payload, "short_description");
    assertThat(unseen.path("changed").asBoolean()).isTrue();
    assertThat(unseen.has("previous_value")).isFalse();
    assertThat(unseen.path("hybrid_time").asText()).isNotEmpty();
  }

  @Test
  void capturesWhatHasJustComeToMeetAFilterEvenOfAFieldThatIsNotIncluded() {
    TableRecord smoke = capture(event, "descriptionLIKEsmoke", "10");
    try {
      TableRecord incident =
          records.insert(admin(), "incident", Map.of("short_description", "Broken laptop"));

      records.update(admin(), "incident", incident.sysId(), Map.of("description", "Some smoke"));
      records.update(admin(), "incident", incident.sysId(), Map.of("description", "More smoke"));

      assertThat(entries(incident)).extracting(e -> e.get("operation")).containsExactly("update");
    } finally {
      records.delete(Actor.system(), "ih_sync_capture_definition", smoke.sysId());
    }
  }

  private static JsonNode field(JsonNode payload, String key) {
    for (JsonNode field : payload.path("changed_fields")) {
      if (field.path("key").asText().equals(key)) {
        return field;
      }
    }
    throw new AssertionError("no field " + key + " in " + payload);
  }

  @Test
  void capturesWhatNobodyMadeInABrowserOnlyWhileThatIsSet() {
    Actor program = new Actor("admin", admin().sysId(), Set.of("admin"), false, null);
    TableRecord incident = incident("Broken laptop");
    setNonInteractive("false");
    try {
      records.update(
          program, "incident", incident.sysId(), Map.of("short_description", "Said a program"));
      records.update(
          admin(), "incident", incident.sysId(), Map.of("short_description", "Said a person"));
    } finally {
      setNonInteractive("true");
    }
    records.update(
        program, "incident", incident.sysId(), Map.of("short_description", "Said it again"));

    assertThat(entries(incident))
        .extracting(e -> e.get("operation"))
        .containsExactly("create", "update", "update");
  }

  @Test
  void takesWhoeverLogsInWithEachRequestForAProgram(@LocalServerPort int port) {
    setNonInteractive("false");
    try {
      String made =
          ApiClient.admin(port)
              .post(
                  "/api/now/table/incident",
                  "{\"short_description\":\"By HTTP Basic\",\"assignment_group\":\"%s\"}"
                      .formatted(group.sysId()))
              .result()
              .path("sys_id")
              .asText();

      assertThat(entries(records.get(Actor.system(), "incident", made))).isEmpty();
    } finally {
      setNonInteractive("true");
    }
  }

  private void setNonInteractive(String value) {
    TableRecord property =
        records
            .findBy(
                Actor.system(),
                "sys_properties",
                Map.of("name", "process_sync.capture.non_interactive"))
            .get(0);
    records.update(Actor.system(), "sys_properties", property.sysId(), Map.of("value", value));
  }

  @Test
  void capturesADelete() {
    TableRecord incident = incident("Broken laptop");

    records.delete(admin(), "incident", incident.sysId());

    assertThat(entries(incident))
        .extracting(e -> e.get("operation"))
        .containsExactly("create", "delete");
  }

  @Test
  void capturesThatARecordLeftTheFilterOnlyIfThatIsToBeSent() {
    TableRecord unheard = incident("Broken laptop");
    leave(unheard);
    tellOfLeaving(capture);
    TableRecord incident = incident("Broken laptop");

    leave(incident);
    records.update(admin(), "incident", incident.sysId(), Map.of("short_description", "Elsewhere"));

    assertThat(entries(unheard)).extracting(e -> e.get("operation")).containsExactly("create");
    assertThat(entries(incident))
        .extracting(e -> e.get("operation"))
        .containsExactly("create", "leave");
    assertThat(entries(incident).get(1).get("payload"))
        .contains("\"previous_value\":\"" + group.sysId() + "\"");
  }

  @Test
  void capturesThatARecordCameBackAsNewToTheOtherSide() {
    tellOfLeaving(capture);
    TableRecord incident = incident("Broken laptop");
    leave(incident);

    records.update(
        admin(), "incident", incident.sysId(), Map.of("assignment_group", group.sysId()));

    assertThat(entries(incident))
        .extracting(e -> e.get("operation"))
        .containsExactly("create", "leave", "update");
  }

  @Test
  void aRecordHasNotLeftWhileAnotherDefinitionOfTheEventMeansIt() {
    tellOfLeaving(capture);
    TableRecord other = capture(event, "short_description=Broken laptop", "200");
    try {
      TableRecord incident = incident("Broken laptop");

      leave(incident);

      assertThat(entries(incident)).extracting(e -> e.get("operation")).doesNotContain("leave");
    } finally {
      records.delete(Actor.system(), "ih_sync_capture_definition", other.sysId());
    }
  }

  @Test
  void aRecordThatIsDeletedHasNotLeft() {
    tellOfLeaving(capture);
    TableRecord incident = incident("Broken laptop");
    leave(incident);

    records.delete(admin(), "incident", incident.sysId());

    assertThat(entries(incident))
        .extracting(e -> e.get("operation"))
        .containsExactly("create", "leave");
  }

  private void leave(TableRecord incident) {
    records.update(admin(), "incident", incident.sysId(), Map.of("assignment_group", ""));
  }

  private void tellOfLeaving(TableRecord definition) {
    records.update(
        Actor.system(),
        "ih_sync_capture_definition",
        definition.sysId(),
        Map.of("on_leave", "send"));
  }

  @Test
  void capturesNothingThatTheFilterDoesNotMean() {
    TableRecord incident =
        records.insert(admin(), "incident", Map.of("short_description", "Somebody else's"));

    assertThat(entries(incident)).isEmpty();
  }

  @Test
  void capturesNothingOfADraft() {
    nothingIsCapturedAnyMore();

    assertThat(entries(incident("Broken laptop"))).isEmpty();
  }

  @Test
  void capturesNothingOfAChangeThatIsRefused() {
    TableRecord incident = incident("Broken laptop");

    assertThatThrownBy(
            () -> records.update(admin(), "incident", incident.sysId(), Map.of("state", "6")))
        .isInstanceOf(InvalidRecord.class);

    assertThat(entries(incident)).hasSize(1);
  }

  @Test
  void forgetsWhatATransactionCapturedThatIsRolledBack() {
    String unique = setup.unique("Undone");
    transaction.executeWithoutResult(
        status -> {
          incident(unique);
          status.setRollbackOnly();
        });

    assertThat(
            records.list(
                Actor.system(),
                "ih_sync_outbound_queue",
                Query.parse("payloadLIKE" + unique),
                0,
                1))
        .isEmpty();
  }

  @Test
  void sendsAChangeToEveryRemoteSystemButTheOneItCameFrom() {
    TableRecord other = remoteSystem(definition);
    setup.outboundFlow(event, other, "outbound-flow-template-basic");
    Actor applying =
        users
            .bySysId(runAs.sysId())
            .orElseThrow()
            .onBehalfOf(new RemoteEvent(vendor.sysId(), Origin.HERE));

    TableRecord incident =
        records.insert(applying, "incident", Map.of("assignment_group", group.sysId()));

    assertThat(entries(incident))
        .extracting(e -> e.get("remote_system"))
        .containsExactly(other.sysId());
  }

  @Test
  void sendsNothingBackToTheInstanceThatAChangeCameFromWhicheverRemoteSystemStandsForIt() {
    TableRecord sameInstance = standingFor("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    TableRecord whereItBegan = standingFor("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
    TableRecord elsewhere = standingFor("cccccccccccccccccccccccccccccccc");
    isInstance(vendor, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    Origin began = new Origin("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", 2);

    TableRecord incident =
        records.insert(
            users
                .bySysId(runAs.sysId())
                .orElseThrow()
                .onBehalfOf(new RemoteEvent(vendor.sysId(), began)),
            "incident",
            Map.of("assignment_group", group.sysId()));

    TableRecord entry = onlyEntry(incident);
    assertThat(entry.get("remote_system"))
        .isEqualTo(elsewhere.sysId())
        .isNotIn(sameInstance.sysId(), whereItBegan.sysId());
    assertThat(entry.get("origin_instance")).isEqualTo(began.instance());
    assertThat(entry.get("hops")).isEqualTo("2");
  }

  /** Another remote system of the same event. */
  private TableRecord standingFor(String instance) {
    TableRecord system = remoteSystem(definition);
    setup.outboundFlow(event, system, "outbound-flow-template-basic");
    isInstance(system, instance);
    return system;
  }

  private void isInstance(TableRecord system, String instance) {
    records.update(
        Actor.system(), "ih_sync_remote_system", system.sysId(), Map.of("instance_id", instance));
  }

  @Test
  void letsTheDefinitionOfLowestOrderSpeakForAnEvent() throws Exception {
    TableRecord first = capture(event, "", "10");
    try {
      TableRecord incident = incident("Broken laptop");

      assertThat(onlyEntry(incident).get("capture_definition")).isEqualTo(first.sysId());
    } finally {
      records.delete(Actor.system(), "ih_sync_capture_definition", first.sysId());
    }
  }

  private TableRecord remoteSystem(TableRecord in) {
    SyncSetup own = new SyncSetup(records);
    return own.activeRemoteSystem(
        in, own.alias("http://localhost:1/"), own.user("api", "ih_process_sync_api"), runAs);
  }

  private TableRecord capture(TableRecord of, String filter, String order) {
    return setup.insert(
        "ih_sync_capture_definition",
        Map.of(
            "definition",
            definition.sysId(),
            "process_event",
            of.sysId(),
            "state",
            "active",
            "order",
            order,
            "table",
            "incident",
            "filter",
            filter,
            "fields",
            "number,short_description,assignment_group,severity,state"));
  }

  private TableRecord incident(String shortDescription) {
    return records.insert(
        admin(),
        "incident",
        Map.of("short_description", shortDescription, "assignment_group", group.sysId()));
  }

  private Actor admin() {
    return users.byUserName("admin").orElseThrow();
  }

  private TableRecord onlyEntry(TableRecord record) {
    assertThat(entries(record)).hasSize(1);
    return entries(record).get(0);
  }

  private List<TableRecord> entries(TableRecord record) {
    return records.list(
        Actor.system(),
        "ih_sync_outbound_queue",
        Query.parse("local_record=" + record.sysId() + "^ORDERBYsequence"),
        0,
        10);
  }
}
