package dev.processsync.tableapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What clients of ServiceNow write, and what it means here. */
@InstanceTest
class ClientHabitsTest {

  private static final String INCIDENTS = "/api/now/table/incident";
  private static final String USERS = "/api/now/table/sys_user";

  private final ApiClient admin;

  /** What marks the records of one test. */
  private final String mark = "habit " + UUID.randomUUID();

  ClientHabitsTest(@LocalServerPort int port) {
    admin = ApiClient.admin(port);
  }

  @ParameterizedTest
  @CsvSource({"False, 1", "TRUE, 1 - High", "All, ''"})
  void sysparmDisplayValueIsReadInAnyCase(String mode, String urgency) {
    JsonNode shown =
        admin.get(path(create("\"urgency\":\"1\"")) + "?sysparm_display_value=" + mode).result();

    assertThat(shown.path("urgency").asText()).isEqualTo(urgency);
    assertThat(shown.path("urgency").has("display_value")).isEqualTo(mode.equals("All"));
  }

  @ParameterizedTest
  @CsvSource({"\"True\", true", "\"TRUE\", true", "\"False\", false", "\" fALSE \", false"})
  void booleansAreReadInAnyCase(String given, String stored) {
    String name = mark.replace(' ', '.');
    Answer user = admin.post(USERS, "{\"user_name\":\"%s\",\"active\":%s}".formatted(name, given));

    assertThat(user.status()).as(user.detail()).isEqualTo(201);
    assertThat(user.result().path("active").asText()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short_description=%s ^active=true",
        "short_description=%s^ active=true",
        "active=true ^short_description=%s",
        "numberISNOTEMPTY ^short_description=%s ^ORDERBYnumber ^EQ",
        "short_description=%s ^ORDERBYDESCnumber ",
        "short_description=x ^OR short_description=%s ",
        "short_description=x ^NQ short_description=%s",
        "urgency=1 ^short_description=%s",
        "urgencyIN1,2 ^short_description=%s",
        "sys_created_on>=javascript:gs.daysAgo(1) ^short_description=%s",
        "sys_created_onONToday@javascript:gs.beginningOfLast7Days()@javascript:gs.endOfLast7Days()"
            + "^short_description=%s",
        "sys_created_on>javascript:gs.dateGenerate(\"2020-01-01 00:00:00\")^short_description=%s",
        "caller_id=javascript:gs.getUserID()^short_description=%s",
        "caller_idINx,javascript:gs.getUserID(); ^short_description=%s",
      })
  void blanksBesideTheHatAndScriptsForMomentsAndUsersAreUnderstood(String query) {
    create("\"urgency\":\"1\",\"caller_id\":\"System Administrator\"");

    Answer found = admin.get(list(query.formatted(mark)));

    assertThat(found.status()).as(found.detail()).isEqualTo(200);
    assertThat(found.result()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short_description=javascript:gs.now()",
        "short_descriptionLIKEjavascript:gs.getUserName()",
        "short_descriptionSTARTSWITH JavaScript:anything",
        "numberINjavascript:getIds(),INC1",
        "short_description!=javascript:gs.now()",
        "assignment_group=javascript:getMyGroups()",
        "caller_id.user_name=javascript:gs.getUserName()",
        "sys_created_on>javascript:new GlideDateTime()",
      })
  void aScriptThatNobodyRunsIsRefusedAlsoInAFilter(String query) {
    Answer found = admin.get(list(query));
    assertThat(found.status()).as(query).isEqualTo(400);
    assertThat(found.detail()).containsIgnoringCase("javascript:");

    Answer definition =
        admin.post("/api/now/table/ih_sync_definition", "{\"name\":\"%s\"}".formatted(mark));
    String parent = definition.result().path("sys_id").asText();
    Answer event =
        admin.post(
            "/api/now/table/ih_sync_process_event",
            "{\"name\":\"%s\",\"definition\":\"%s\"}".formatted(mark, parent));
    Answer capture =
        admin.post(
            "/api/now/table/ih_sync_capture_definition",
            """
            {"definition":"%s","process_event":"%s","state":"active","table":"incident",
             "filter":"%s","fields":"number"}"""
                .formatted(parent, event.result().path("sys_id").asText(), query));
    assertThat(capture.status()).isEqualTo(400);
    assertThat(capture.detail()).contains("Filter");
  }

  @Test
  void whoAsksIsNobodyInAFilterThatIsStored() {
    Answer nobody =
        admin.post(
            "/api/now/table/ih_sync_capture_definition",
            "{\"state\":\"active\",\"table\":\"incident\",\"filter\":\"caller_id=javascript:gs.getUserID()\"}");

    assertThat(nobody.status()).isEqualTo(400);
  }

  @Test
  void aLimitOfZeroHasNoNextPage() {
    create("\"urgency\":\"1\"");
    Answer none = admin.get(INCIDENTS + "?sysparm_limit=0");

    assertThat(none.status()).isEqualTo(200);
    assertThat(none.header("X-Total-Count")).isNotEqualTo("0");
    assertThat(none.header("Link")).contains("rel=\"first\"").doesNotContain("rel=\"next\"");
    assertThat(admin.get(INCIDENTS + "?sysparm_limit=0&sysparm_no_count=true").header("Link"))
        .doesNotContain("rel=\"next\"");
  }

  @Test
  void aSlashAtTheEndOfAnAddressChangesNothing() {
    String record = path(create("\"urgency\":\"1\""));

    assertThat(admin.get(record + "/").result()).isEqualTo(admin.get(record).result());
    assertThat(admin.get(INCIDENTS + "/?sysparm_limit=1").status()).isEqualTo(200);
    assertThat(admin.post(INCIDENTS + "/", "{\"urgency\":2}").header("Location"))
        .contains(INCIDENTS + "/")
        .doesNotContain("incident//");
    assertThat(admin.patch(record + "/", "{\"urgency\":2}").status()).isEqualTo(200);
    assertThat(admin.delete(record + "/").status()).isEqualTo(204);
    assertThat(admin.get("/api/process-sync/v1/subflows/").status()).isEqualTo(200);
    assertThat(admin.get("/engine-rest/process-definition/").status()).isEqualTo(200);
  }

  @Test
  void aLongQueryIsAnsweredAndStillTellsTheNextPage() {
    create("\"urgency\":\"1\"");
    create("\"urgency\":\"1\"");
    String query = "short_description=" + mark + "^ORshort_description=" + "x<".repeat(1_200);

    Answer page = admin.get(list(query) + "&sysparm_limit=1");

    assertThat(page.status()).as(page.detail()).isEqualTo(200);
    assertThat(page.header("Link")).contains("rel=\"next\"");
  }

  @Test
  void deletesOnlyTheVersionThatWasRead() {
    String record = path(create("\"urgency\":\"1\""));
    String read = admin.get(record).header("ETag");
    admin.patch(record, "{\"urgency\":2}");

    Answer late = admin.send("DELETE", record, "", "If-Match", read);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.detail()).contains("was changed meanwhile");
    assertThat(admin.send("DELETE", record, "", "If-Match", "soon").status()).isEqualTo(400);
    assertThat(admin.get(record).status()).isEqualTo(200);
    assertThat(admin.send("DELETE", record, "", "If-Match", "\"1\"").status()).isEqualTo(204);
    assertThat(admin.get(record).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"short_description\":1e2 | short_description | 100",
        "\"short_description\":1.10 | short_description | 1.10",
        "\"urgency\":2.0 | urgency | 2",
        "\"urgency\":{\"value\":null,\"display_value\":\"1 - High\"} | urgency | ''",
        "\"urgency\":{\"display_value\":\"1 - High\"} | urgency | 1",
        "\"urgency\":{\"value\":\"2\",\"display_value\":\"1 - High\"} | urgency | 2",
        "\"assignment_group\":{\"display_value\":null} | assignment_group | ''",
      })
  void aValueHasOneMeaningHoweverItIsWritten(String given, String field, String stored) {
    Answer created =
        admin.post(INCIDENTS + "?sysparm_exclude_reference_link=true", "{" + given + "}");

    assertThat(created.status()).as(created.detail()).isEqualTo(201);
    assertThat(created.result().path(field).asText()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"short_description\":1e400",
        "\"short_description\":-1e-400",
        "\"urgency\":1e400",
        "\"short_description\":1e999999999",
        "\"urgency\":2.5",
        "\"urgency\":{}",
        "\"urgency\":{\"link\":\"x\"}",
        "\"urgency\":{\"value\":\"2\",\"display\":\"1 - High\"}",
        "\"urgency\":{\"value\":[2]}",
      })
  void whatHasNoMeaningIsRefused(String given) {
    Answer created = admin.post(INCIDENTS, "{" + given + "}");

    assertThat(created.status()).isEqualTo(400);
    assertThat(created.detail()).containsAnyOf("urgency", "short_description", "JSON");
  }

  private String create(String fields) {
    Answer created =
        admin.post(INCIDENTS, "{\"short_description\":\"%s\",%s}".formatted(mark, fields));
    assertThat(created.status()).as(created.detail()).isEqualTo(201);
    return created.result().path("sys_id").asText();
  }

  private static String path(String sysId) {
    return INCIDENTS + "/" + sysId;
  }

  private static String list(String query) {
    return INCIDENTS + "?sysparm_fields=number&sysparm_query=" + ApiClient.encoded(query);
  }
}
