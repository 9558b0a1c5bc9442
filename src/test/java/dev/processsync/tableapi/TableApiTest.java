package dev.processsync.tableapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The Table API over real HTTP, as docs/table-api.md, tells it. */
@InstanceTest
class TableApiTest {

  private static final String PASSWORD = "long enough 1";

  private static final String INCIDENTS = "/api/now/table/incident";

  @Autowired private Records records;

  private final ApiClient admin;

  /** What marks the records of one test. */
  private final String mark = UUID.randomUUID().toString();

  TableApiTest(@LocalServerPort int port) {
    admin = ApiClient.admin(port);
  }

  private ApiClient manager = new ApiClient("", "", "");
  private String group = "";

  @BeforeEach
  void anIncidentManagerAndAGroup() {
    group = id(admin.get("/api/now/table/sys_user_group?name=Hardware&sysparm_fields=sys_id"));
    if (admin.get("/api/now/table/sys_user?user_name=api.manager").result().isEmpty()) {
      user("api.manager", "incident_manager");
      user("api.plain", "");
    }
    manager = admin.as("api.manager", PASSWORD);
  }

  @Test
  void createsReadsChangesAndDeletesARecord() {
    Answer created = manager.post(INCIDENTS, "{\"short_description\":\"No screen\",\"impact\":1}");
    assertThat(created.status()).isEqualTo(201);
    String url = created.header("Location");
    String sysId = created.result().path("sys_id").asText();
    assertThat(url).isEqualTo(admin.url() + INCIDENTS + "/" + sysId);
    assertThat(created.result().path("number").asText()).matches("INC\\d{7}");

    String path = url.substring(admin.url().length());
    Answer read = manager.get(path);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.result()).isEqualTo(created.result());
    read.result()
        .properties()
        .forEach(
            field ->
                assertThat(field.getValue().isTextual() || field.getValue().isObject())
                    .as(field.toString())
                    .isTrue());

    assertThat(manager.patch(path, "{\"urgency\":\"1\"}").result().path("priority").asText())
        .isEqualTo("1");
    Answer put = manager.send("PUT", path, "{\"state\":2}", "Content-Type", "application/json");
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.result().path("incident_state").asText()).isEqualTo("2");
    assertThat(put.result().path("short_description").asText()).isEqualTo("No screen");

    Answer deleted = manager.delete(path);
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.response().body()).isEmpty();
    assertNotFound(manager.get(path));
    assertNotFound(manager.patch(path, "{}"));
    assertNotFound(manager.delete(path));
    assertNotFound(manager.get(INCIDENTS + "/no-id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/now/table", "/api/now/v1/table", "/api/now/v2/table"})
  void speaksEveryVersionOfTheAddress(String api) {
    Answer created = manager.post(api + "/incident", "{\"assignment_group\":\"" + group + "\"}");

    assertThat(created.header("Location")).startsWith(admin.url() + api + "/incident/");
    JsonNode reference = created.result().path("assignment_group");
    assertThat(reference.path("value").asText()).isEqualTo(group);
    assertThat(reference.path("link").asText())
        .isEqualTo(admin.url() + api + "/sys_user_group/" + group);
    String linked = reference.path("link").asText().substring(admin.url().length());
    assertThat(manager.get(linked).result().path("name").asText()).isEqualTo("Hardware");
  }

  @Test
  void showsReferencesAndChoicesAsAsked() {
    String path = path(create("\"assignment_group\":\"Hardware\",\"state\":\"2\""));

    JsonNode stored = manager.get(path).result();
    assertThat(stored.path("state").asText()).isEqualTo("2");
    assertThat(stored.path("assignment_group").path("value").asText()).isEqualTo(group);
    assertThat(stored.path("assigned_to").asText("?")).isEmpty();

    JsonNode shown = manager.get(path + "?sysparm_display_value=true").result();
    assertThat(shown.path("state").asText()).isEqualTo("In Progress");
    assertThat(names(shown.path("assignment_group"))).containsExactly("display_value", "link");
    assertThat(shown.path("assignment_group").path("display_value").asText()).isEqualTo("Hardware");
    assertThat(shown.path("assigned_to").asText("?")).isEmpty();

    JsonNode all = manager.get(path + "?sysparm_display_value=all").result();
    assertThat(all.path("state").toString())
        .isEqualTo("{\"display_value\":\"In Progress\",\"value\":\"2\"}");
    assertThat(names(all.path("assignment_group")))
        .containsExactly("display_value", "value", "link");
    assertThat(all.path("assigned_to").toString())
        .isEqualTo("{\"display_value\":\"\",\"value\":\"\"}");

    String without = "sysparm_exclude_reference_link=true";
    assertThat(manager.get(path + "?" + without).result().path("assignment_group").asText())
        .isEqualTo(group);
    assertThat(
            manager
                .get(path + "?sysparm_display_value=true&" + without)
                .result()
                .path("assignment_group")
                .asText())
        .isEqualTo("Hardware");
    assertThat(manager.get(path + "?sysparm_display_value=maybe").status()).isEqualTo(400);
  }

  @Test
  void showsTheFieldsThatWereAskedForAlsoThoseOfARecordReferredTo() {
    String path = path(create("\"assignment_group\":\"Hardware\""));

    JsonNode shown =
        manager
            .get(
                path
                    + "?sysparm_fields=number,assignment_group.name,assigned_to.name,nonsense,assignment_group.nonsense,number.name,opened_by.user_name")
            .result();

    assertThat(names(shown))
        .containsExactly(
            "number", "assignment_group.name", "assigned_to.name", "opened_by.user_name");
    assertThat(shown.path("assignment_group.name").asText()).isEqualTo("Hardware");
    assertThat(shown.path("assigned_to.name").asText("?")).isEmpty();
    assertThat(shown.path("opened_by.user_name").asText()).isEqualTo("api.manager");
    String listed = INCIDENTS + "?sysparm_fields=sys_id,opened_by.name&sysparm_limit=1";
    assertThat(names(manager.get(listed).result().path(0)))
        .containsExactly("sys_id", "opened_by.name");
  }

  @Test
  void leavesOutWhatTheCallerMayNotReadOfAnotherTable() {
    String visible = "/api/now/table/http_connection?sysparm_fields=name,credential.user_name";
    String alias = id(admin.post("/api/now/table/sys_alias", "{\"name\":\"Alias " + mark + "\"}"));
    String credential =
        id(
            admin.post(
                "/api/now/table/basic_auth_credentials",
                "{\"name\":\"" + mark + "\",\"user_name\":\"u\",\"password\":\"secret-7\"}"));
    Answer connection =
        admin.post(
            "/api/now/table/http_connection",
            "{\"name\":\"%s\",\"credential\":\"%s\",\"connection_alias\":\"%s\",\"connection_url\":\"https://b.example\"}"
                .formatted(mark, credential, alias));
    assertThat(connection.status()).isEqualTo(201);
    user("api.sync." + mark.substring(0, 8), "ih_process_sync");
    ApiClient sync = admin.as("api.sync." + mark.substring(0, 8), PASSWORD);

    assertThat(names(admin.get(visible + "&name=" + mark).result().path(0)))
        .containsExactly("name", "credential.user_name");
    assertThat(names(sync.get(visible + "&name=" + mark).result().path(0))).containsExactly("name");
    Answer walked = sync.get("/api/now/table/http_connection?sysparm_query=credential.user_name=u");
    assertThat(walked.status()).isEqualTo(403);
    assertThat(walked.detail()).contains("basic_auth_credentials");
    JsonNode read = admin.get("/api/now/table/basic_auth_credentials/" + credential).result();
    assertThat(read.path("password").asText("?")).isEmpty();
    assertThat(
            admin
                .get("/api/now/table/basic_auth_credentials?sysparm_query=passwordSTARTSWITHs")
                .status())
        .isEqualTo(400);
    assertThat(admin.delete("/api/now/table/basic_auth_credentials/" + credential).status())
        .isEqualTo(409);
  }

  @Test
  void findsByEncodedQueryAndByPlainPairs() {
    create("\"impact\":\"1\",\"urgency\":\"1\"");
    create("\"impact\":\"2\",\"assignment_group\":\"Hardware\"");
    create("\"state\":\"2\"");

    assertThat(found("ORDERBYDESCimpact", "")).containsExactly("3", "2", "1");
    assertThat(found("impact<3^ORstate=2^ORDERBYimpact", "")).containsExactly("1", "2", "3");
    assertThat(found("assignment_group.name=Hardware", "")).containsExactly("2");
    assertThat(found("impact=1^NQstate=2^ORDERBYimpact", "")).containsExactly("1", "3");
    assertThat(found("", "&impact=2&active=true")).containsExactly("2");
    assertThat(found("impact<3", "&impact=3")).isEmpty();
  }

  @Test
  void takesAQueryAsClientsSendItUnescaped() throws IOException {
    create("\"impact\":\"1\"");
    String request =
        "GET %s?sysparm_query=short_description=%s^impact<2^NQnumber={none}|\"[`]\\&sysparm_fields=impact HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nConnection: close\r\n\r\n"
            .formatted(INCIDENTS, mark, admin.basic());
    try (Socket socket = new Socket("localhost", port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream answer = socket.getInputStream();
      assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200")
          .contains("[{\"impact\":\"1\"}]");
    }
  }

  @Test
  void pagesWithACountAndLinks() {
    for (int i = 0; i < 5; i++) {
      create("\"urgency\":\"2\"");
    }
    String list =
        INCIDENTS
            + "?sysparm_fields=number&sysparm_query="
            + ApiClient.encoded("short_description=" + mark + "^ORDERBYnumber");
    List<String> numbers = new ArrayList<>();
    String next = list + "&sysparm_limit=2";
    int pages = 0;
    while (!next.isEmpty()) {
      Answer page = manager.get(next);
      assertThat(page.header("X-Total-Count")).isEqualTo("5");
      assertThat(link(page, "first")).contains("sysparm_offset=0");
      assertThat(link(page, "last")).contains("sysparm_offset=4").contains("sysparm_limit=2");
      assertThat(link(page, "prev").isEmpty()).isEqualTo(pages == 0);
      page.result().forEach(record -> numbers.add(record.path("number").asText()));
      next = link(page, "next");
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(numbers).hasSize(5).isSorted().doesNotHaveDuplicates();

    Answer uncounted = manager.get(list + "&sysparm_limit=2&sysparm_no_count=true");
    assertThat(uncounted.header("X-Total-Count")).isEmpty();
    assertThat(link(uncounted, "next")).contains("sysparm_offset=2");
    assertThat(link(uncounted, "last")).isEmpty();
    assertThat(manager.get(list + "&sysparm_suppress_pagination_header=true").header("Link"))
        .isEmpty();
    Answer beyond = manager.get(list + "&sysparm_offset=100");
    assertThat(beyond.result()).isEmpty();
    assertThat(link(beyond, "next")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sysparm_limit=many, from 0 to 999999999",
    "sysparm_limit=-1, from 0 to 999999999",
    "sysparm_offset=1e3, from 0 to 999999999",
    "sysparm_query=state=abc, no whole number",
    "sysparm_query=statesLIKE1, no field 'states'",
    "sysparm_query=stateVALCHANGES, only triggers know one",
    "colour=red, no field 'colour'"
  })
  void refusesWhatItCanNotUnderstandOfAQuery(String parameters, String reason) {
    Answer refused = manager.get(INCIDENTS + "?" + parameters);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).isEqualTo("Invalid query");
    assertThat(refused.detail()).contains(reason);
    assertThat(refused.json().path("status").asText()).isEqualTo("failure");
  }

  @Test
  void takesBackWhatItGave() {
    String path = path(create("\"assignment_group\":\"Hardware\",\"state\":\"2\""));
    for (String form : List.of("", "?sysparm_display_value=all")) {
      JsonNode given = manager.get(path + form).result();

      Answer put = manager.send("PUT", path, given.toString(), "Content-Type", "application/json");

      assertThat(put.status()).as(put.detail()).isEqualTo(200);
      assertThat(put.result().path("sys_mod_count").asText()).isEqualTo("0");
    }
  }

  @Test
  void takesLabelsWhenTheValuesAreDisplayValues() {
    String body = "{\"state\":\"In Progress\",\"assignment_group\":\"Hardware\",\"active\":true}";

    assertThat(manager.post(INCIDENTS, body).status()).isEqualTo(400);
    Answer created = manager.post(INCIDENTS + "?sysparm_input_display_value=true", body);

    assertThat(created.result().path("state").asText()).isEqualTo("2");
    assertThat(created.result().path("assignment_group").path("value").asText()).isEqualTo(group);
  }

  @Test
  void nullEmptiesAField() {
    String path = path(create("\"assignment_group\":\"Hardware\""));

    assertThat(
            manager
                .patch(path, "{\"assignment_group\":null}")
                .result()
                .path("assignment_group")
                .asText("?"))
        .isEmpty();
  }

  @Test
  void changesOnlyTheVersionThatWasRead() {
    String path = path(create("\"state\":\"1\""));
    String version = manager.get(path).header("ETag");
    assertThat(version).isEqualTo("\"0\"");

    Answer first = manager.patch(path, "{\"state\":2}", "If-Match", version);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("ETag")).isEqualTo("\"1\"");
    Answer late = manager.patch(path, "{\"state\":3}", "If-Match", version);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.detail()).contains("was changed meanwhile, by 'api.manager'");
    assertThat(manager.get(path).result().path("state").asText()).isEqualTo("2");
    assertThat(manager.patch(path, "{\"state\":3}", "If-Match", "*").status()).isEqualTo(200);
    assertThat(manager.patch(path, "{\"state\":1}").status()).isEqualTo(200);
    assertThat(manager.patch(path, "{\"state\":2}", "If-Match", "soon").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"short_description\":               | it is no JSON, at line 1",
        "[]                                   | it must be a JSON object",
        "\"text\"                             | it must be a JSON object",
        "{} {}                                | it is no JSON",
        "{\"state\":1,\"state\":2}            | Duplicate field",
        "{\"caller_id\":[\"a\"]}              | caller_id must be a string",
        "{\"caller_id\":{\"name\":\"a\"}}     | caller_id must be a string",
        "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{}}}}}} | nesting depth",
        "{\"colour\":\"red\"}                 | has no field 'colour'",
        "{\"impact\":\"high\"}                | Impact (incident.impact) is 'high'; it must be a whole number",
        "{\"caller_id\":\"Nobody At All\"}    | no record of sys_user has this sys_id or name",
        "{\"state\":\"6\"}                    | Resolving an incident needs",
      })
  void refusesABodyThatIsNoRecordAndCreatesNothing(String body, String reason) {
    String before = manager.get(INCIDENTS + "?sysparm_limit=0").header("X-Total-Count");

    Answer refused = manager.post(INCIDENTS, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).contains(reason);
    assertThat(refused.json().path("status").asText()).isEqualTo("failure");
    assertThat(manager.get(INCIDENTS + "?sysparm_limit=0").header("X-Total-Count"))
        .isEqualTo(before);
  }

  @Test
  void namesTheFieldToBlame() {
    assertBlamed(manager.post(INCIDENTS, "{\"impact\":\"high\"}"), 400, "impact");
    assertBlamed(manager.post(INCIDENTS, "{\"caller_id\":\"Nobody At All\"}"), 400, "caller_id");
    assertBlamed(manager.post(INCIDENTS, "{\"colour\":\"red\"}"), 400, "colour");
    assertBlamed(admin.post("/api/now/table/sys_alias", "{}"), 400, "name");
    assertBlamed(
        admin.post("/api/now/table/sys_user_group", "{\"name\":\"Hardware\"}"), 409, "name");
  }

  @Test
  void leavesTheFieldOutWhereNoneIsToBlame() {
    TableRecord alias = new SyncSetup(records).alias("http://localhost:1/");

    Answer inUse = admin.delete("/api/now/table/sys_alias/" + alias.sysId());

    assertThat(inUse.status()).isEqualTo(409);
    assertThat(names(inUse.json().path("error"))).containsExactly("message", "detail");
  }

  @Test
  void keepsTheSysIdThatTheCallerChoseSoThatTheSameRequestCreatesOneRecord() {
    String sysId = mark.replace("-", "");
    String body =
        "{\"sys_id\":\"" + sysId + "\",\"short_description\":\"" + mark + "\",\"impact\":2}";

    Answer created = manager.post(INCIDENTS, body);
    assertThat(created.status()).as(created.detail()).isEqualTo(201);
    assertThat(created.result().path("sys_id").asText()).isEqualTo(sysId);
    assertThat(created.header("Location")).endsWith(INCIDENTS + "/" + sysId);

    assertBlamed(manager.post(INCIDENTS, body), 409, "sys_id");
    assertThat(found("", "")).containsExactly("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "0123456789ABCDEF0123456789ABCDEF", "0123456789abcdef0123456789abcde", " "})
  void refusesASysIdThatIsNone(String sysId) {
    Answer refused =
        manager.post(
            INCIDENTS, "{\"sys_id\":\"" + sysId + "\",\"short_description\":\"" + mark + "\"}");

    assertBlamed(refused, 400, "sys_id");
    assertThat(refused.detail()).contains("it must be 32 lower-case hexadecimal digits");
    assertThat(found("", "")).isEmpty();
  }

  @Test
  void makesASysIdWhereTheCallerLeavesItEmpty() {
    assertThat(create("\"sys_id\":\"\"").result().path("sys_id").asText()).matches("[0-9a-f]{32}");
    assertThat(create("\"sys_id\":null").result().path("sys_id").asText()).matches("[0-9a-f]{32}");
  }

  @ParameterizedTest
  @CsvSource({
    "sys_user, user_name",
    "sys_user_group, name",
    "sys_user_role, name",
  })
  void usersGroupsAndRolesKeepTheirChosenSysIdToo(String table, String name) {
    String path = "/api/now/table/" + table;
    String sysId = UUID.randomUUID().toString().replace("-", "");
    String chosen = "chosen." + sysId.substring(0, 8);
    String body = "{\"sys_id\":\"%s\",\"%s\":\"%s\"}".formatted(sysId, name, chosen);

    Answer created = admin.post(path, body);
    assertThat(created.status()).as(created.detail()).isEqualTo(201);

    assertThat(admin.get(path + "/" + sysId).result().path(name).asText()).isEqualTo(chosen);
    assertBlamed(admin.post(path, body), 409, "sys_id");
    assertThat(admin.delete(path + "/" + sysId).status()).isEqualTo(204);
  }

  @Test
  void refusesABodyThatIsNoText() throws Exception {
    byte[] body = {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'};
    HttpResponse<String> refused =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(admin.url() + INCIDENTS))
                    .header("Authorization", manager.basic())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body))
                    .build(),
                BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Invalid body");
  }

  @Test
  void refusesABodyThatIsTooLargeOrMissing() {
    Answer large = manager.post(INCIDENTS, "{\"description\":\"" + "x".repeat(1_100_000) + "\"}");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.detail()).contains("at most 1048576 bytes");

    assertThat(manager.send("POST", INCIDENTS, "", "Content-Type", "application/json").status())
        .isEqualTo(400);
  }

  @Test
  void refusesOtherMethodsOtherMediaTypesAndOtherTables() {
    Answer method = manager.send("DELETE", INCIDENTS, "");
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.header("Allow")).contains("GET").contains("POST");
    assertThat(method.detail()).contains("DELETE");
    Answer type = manager.send("POST", INCIDENTS, "<a/>", "Content-Type", "application/xml");
    assertThat(type.status()).isEqualTo(415);
    assertThat(type.json().path("status").asText()).isEqualTo("failure");
    assertThat(manager.send("GET", INCIDENTS, "", "Accept", "application/xml").status())
        .isEqualTo(406);
    Answer table = manager.get("/api/now/table/accident");
    assertThat(table.status()).isEqualTo(400);
    assertThat(table.message()).isEqualTo("Invalid table");
    assertThat(table.detail()).contains("'accident'");
    Answer path = manager.get("/api/now/nothing/here");
    assertThat(path.status()).isEqualTo(404);
    assertThat(path.json().path("status").asText()).isEqualTo("failure");
  }

  @Test
  void tellsWhoMayNot() {
    assertThat(admin.as("api.manager", "wrong").get(INCIDENTS).status()).isEqualTo(401);
    ApiClient plain = admin.as("api.plain", PASSWORD);
    for (Answer refused :
        List.of(
            plain.get(INCIDENTS),
            plain.post(INCIDENTS, "{}"),
            manager.get("/api/now/table/basic_auth_credentials"),
            manager.post("/api/now/table/sys_user", "{\"user_name\":\"mallory\"}"))) {
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.message()).isEqualTo("User Not Authorized");
      assertThat(refused.detail()).contains("it takes the role");
    }
  }

  @Test
  void tellsTheTablesAndFieldsThatTheCallerMayRead() {
    List<String> tables = new ArrayList<>();
    manager
        .get("/api/process-sync/v1/dictionary")
        .result()
        .forEach(table -> tables.add(table.path("name").asText()));
    assertThat(tables).contains("incident", "sys_user").doesNotContain("basic_auth_credentials");

    JsonNode incident = manager.get("/api/process-sync/v1/dictionary/incident").result();
    assertThat(incident.path("number").asText()).isEqualTo("number");
    assertThat(incident.path("write").asBoolean()).isTrue();
    JsonNode group = field(incident, "assignment_group");
    assertThat(group.path("type").asText()).isEqualTo("reference");
    assertThat(group.path("reference").asText()).isEqualTo("sys_user_group");
    assertThat(field(incident, "state").path("choices").path("6").asText()).isEqualTo("Resolved");
    assertThat(manager.get("/api/process-sync/v1/dictionary/basic_auth_credentials").status())
        .isEqualTo(400);
  }

  @Test
  void describesItself() {
    JsonNode api = admin.get("/api/docs").json();

    assertThat(api.path("info").path("title").asText()).isEqualTo("Remote Process Sync");
    JsonNode list = api.path("paths").path("/api/now/table/{table}").path("get");
    assertThat(list.path("summary").asText()).contains("query means");
    assertThat(list.path("parameters").findValuesAsText("name"))
        .contains("table", "sysparm_query", "sysparm_limit", "sysparm_fields")
        .doesNotContain("parameters");
    JsonNode create = api.path("paths").path("/api/now/table/{table}").path("post");
    assertThat(create.path("requestBody").path("description").asText()).contains("Values by field");
    assertThat(api.path("paths").has("/api/now/v2/table/{table}")).isFalse();
    Answer page = admin.send("GET", "/api/docs/ui", "", "Accept", "text/html");
    assertThat(page.status()).isEqualTo(HttpURLConnection.HTTP_MOVED_TEMP);
  }

  private int port() {
    return Integer.parseInt(admin.url().substring(admin.url().lastIndexOf(':') + 1));
  }

  private List<String> found(String query, String pairs) {
    List<String> impacts = new ArrayList<>();
    manager
        .get(
            INCIDENTS
                + "?sysparm_fields=impact&short_description="
                + mark
                + pairs
                + "&sysparm_query="
                + ApiClient.encoded(query))
        .result()
        .forEach(record -> impacts.add(record.path("impact").asText()));
    return impacts;
  }

  private Answer create(String fields) {
    Answer created =
        manager.post(INCIDENTS, "{\"short_description\":\"" + mark + "\"," + fields + "}");
    assertThat(created.status()).as(created.detail()).isEqualTo(201);
    return created;
  }

  private String path(Answer created) {
    return created.header("Location").substring(admin.url().length());
  }

  private String id(Answer answer) {
    JsonNode result = answer.result();
    return (result.isArray() ? result.path(0) : result).path("sys_id").asText();
  }

  private void user(String name, String role) {
    String user =
        id(
            admin.post(
                "/api/now/table/sys_user",
                "{\"user_name\":\"%s\",\"user_password\":\"%s\"}".formatted(name, PASSWORD)));
    if (!role.isEmpty()) {
      assertThat(
              admin
                  .post(
                      "/api/now/table/sys_user_has_role",
                      "{\"user\":\"%s\",\"role\":\"%s\"}".formatted(user, role))
                  .status())
          .isEqualTo(201);
    }
  }

  private static JsonNode field(JsonNode table, String name) {
    for (JsonNode field : table.path("fields")) {
      if (field.path("name").asText().equals(name)) {
        return field;
      }
    }
    throw new AssertionError("no field " + name + " in " + table);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The path of a page, empty if there is no such link. */
  private String link(Answer answer, String relation) {
    for (String link : answer.header("Link").split(",", -1)) {
      if (link.endsWith(";rel=\"" + relation + "\"")) {
        return link.substring(1 + admin.url().length(), link.indexOf('>'));
      }
    }
    return "";
  }

  private static void assertBlamed(Answer refused, int status, String field) {
    assertThat(refused.status()).as(refused.detail()).isEqualTo(status);
    assertThat(refused.json().path("error").path("field").asText()).isEqualTo(field);
  }

  private static void assertNotFound(Answer answer) {
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.message()).isEqualTo("No Record found");
    assertThat(answer.detail())
        .isEqualTo("Record doesn't exist or ACL restricts the record retrieval");
  }
}
