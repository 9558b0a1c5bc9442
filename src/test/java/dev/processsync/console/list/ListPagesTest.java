package dev.processsync.console.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.EntryRows;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists over HTTP: pages, fragments, CSV, and who may have them. */
@InstanceTest
class ListPagesTest {

  private static final String INCIDENTS = "/console/list/incident";
  private static final String QUEUE = "ih_sync_outbound_queue";
  private static final Pattern CRUMB = Pattern.compile("<li><a [^>]*>([^<]*)</a></li>");

  @Autowired private Records records;
  @Autowired private DSLContext sql;

  private final int port;
  private final Browser admin;

  /** What the records of one test have in common. */
  private final String mark = SysId.next();

  ListPagesTest(@LocalServerPort int port) {
    this.port = port;
    this.admin = new Browser(port);
  }

  @BeforeEach
  void theAdministratorIsLoggedIn() {
    admin.logIn("admin", InstanceTest.ADMIN_PASSWORD);
  }

  @Test
  void showsReferencesAndChoicesAsPeopleReadThemAndLeadsToTheirRecords() {
    String incident =
        incident(Map.of("short_description", mark, "assignment_group", hardware(), "state", "2"));

    String page = list("short_description=" + mark);

    assertThat(page)
        .contains("href=\"/console/record/incident/" + incident + "\"")
        .contains("href=\"/console/record/sys_user_group/" + hardware() + "\">Hardware</a>")
        .contains("<span class=\"badge badge--in-progress\">In Progress</span>")
        .contains("1 to 1 of 1</span>");
  }

  @Test
  void namesARecordThatIsCalledLikeAnotherAsThatOne() {
    SyncSetup setup = new SyncSetup(records);
    TableRecord event = setup.event(setup.definition(), "Event " + mark);
    TableRecord capture =
        setup.insert(
            "ih_sync_capture_definition",
            Map.of(
                "definition", event.get("definition"),
                "process_event", event.sysId(),
                "table", "incident"));
    String entry =
        new EntryRows(sql, Clock.systemUTC())
            .insert(QUEUE, mark.substring(0, 30), "processed", "done", Duration.ZERO);
    sql.execute(
        "update process_sync.%s set capture_definition = ? where sys_id = ?".formatted(QUEUE),
        capture.sysId(),
        entry);
    TableRecord user = setup.user("queues", "ih_process_sync");
    setup.insert(
        "sys_user_preference",
        Map.of(
            "user",
            user.sysId(),
            "name",
            "list." + QUEUE + ".columns",
            "value",
            "sequence,capture_definition"));
    Browser browser = new Browser(port);
    browser.logIn(user.get("user_name"), SyncSetup.PASSWORD);
    String query = "?sysparm_query=capture_definition%3D" + capture.sysId();

    String page = browser.get("/console/list/" + QUEUE + query).body();

    assertThat(crumbs(page)).containsExactly("All", "Capture Definition is Event " + mark);
    assertThat(page)
        .contains(
            "href=\"/console/record/ih_sync_capture_definition/%s\">Event %s</a>"
                .formatted(capture.sysId(), mark));
    assertThat(browser.get("/console/list/" + QUEUE + ".csv" + query).body())
        .endsWith(",Event " + mark + "\r\n");
  }

  @Test
  void readsNothingThatARecordHoldsAsMarkup() {
    incident(Map.of("short_description", mark + "<script>alert(1)</script>"));

    assertThat(list("short_descriptionLIKE" + mark))
        .contains(mark + "&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          state=1                                  | State is New
          state=1^ORstate=2                        | State is New or State is In Progress
          stateIN1,3^active=true                   | State is one of New, On Hold > Active is true
          assignment_group=HARDWARE                | Assignment group is Hardware
          assignment_group.nameSTARTSWITHHard      | Assignment group.Name starts with Hard
          short_descriptionISEMPTY                 | Short description is empty
          numberLIKEa^^b                           | Number contains a^b
          priorityBETWEEN1@3                       | Priority between 1 - Critical and 3 - Moderate
          sys_created_on>javascript:gs.daysAgo(7)  | Created after 7 days ago
          sys_created_onONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday() | Created on Today
          opened_bySAMEASclosed_by                 | Opened by is same as Closed by
          state=1^NQpriority=1^active=false        | State is New > or else Priority is 1 - Critical > Active is false
          """)
  void saysInWordsWhatIsShown(String query, String words) {
    assertThat(crumbs(list(query.replace("HARDWARE", hardware()))))
        .containsExactly(("All > " + words).split(" > "));
  }

  @Test
  void cutsTheFilterAtAConditionOfTheBreadcrumb() {
    String page = list("state=1^active=true^priority=1^ORDERBYnumber");

    assertThat(page)
        .contains("href=\"" + INCIDENTS + "?sysparm_query=" + encoded("state=1^ORDERBYnumber"))
        .contains(INCIDENTS + "?sysparm_query=" + encoded("state=1^active=true^ORDERBYnumber"));
  }

  @Test
  void turnsPagesWithoutMissingOrRepeatingARecord() {
    for (int i = 0; i < 45; i++) {
      incident(Map.of("short_description", mark));
    }
    List<String> seen = new ArrayList<>();
    String page = list("short_description=" + mark);
    assertThat(page).contains("1 to 20");
    seen.addAll(ids(page));
    String second = part(page, "Next page");
    assertThat(second).contains("21 to 40");
    seen.addAll(ids(second));
    seen.addAll(ids(part(second, "Next page")));

    assertThat(seen).hasSize(45).doesNotHaveDuplicates();
    assertThat(ids(part(part(second, "Next page"), "Previous page"))).isEqualTo(ids(second));
    assertThat(part(page, "Last page")).contains("26 to 45");
  }

  @Test
  void sortsByAColumnAndThenTheOtherWayRound() {
    String sorted = list("active=true^ORDERBYpriority");

    assertThat(sorted)
        .contains("aria-sort=\"ascending\"")
        .contains("/part?sysparm_query=" + encoded("active=true^ORDERBYDESCpriority"));
  }

  @ParameterizedTest
  @CsvSource({
    "'',        active=true^number LIKE x^OR short_description LIKE x",
    "category,  active=true^category=x",
    "due_date,  active=true^due_date ON x",
    "caller_id, active=true^caller_id LIKE x"
  })
  void searchesForATextWithinTheFilter(String column, String query) {
    HttpResponse<String> answer =
        admin.get(INCIDENTS + "?sysparm_query=active=true&text=x&column=" + column);

    String meant = query.replace(" ", "");
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .endsWith(INCIDENTS + "?sysparm_query=" + encoded(meant));
  }

  @Test
  void saysWhatIsWrongWithAFilterAndOffersTheWholeList() {
    HttpResponse<String> answer = admin.get(INCIDENTS + "?sysparm_query=no_such_field%3D1");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("no_such_field").contains("href=\"" + INCIDENTS + "\"");
    assertThat(admin.get(INCIDENTS + "?after=broken").statusCode()).isEqualTo(400);
    assertThat(admin.get(INCIDENTS + "?text=x&column=nowhere").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/console/list/nothing", "/console/list/nothing.csv"})
  void knowsWhichTablesThereAre(String path) {
    assertThat(admin.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void refusesTablesThatTheUserMayNotReadOnEveryWay() {
    Browser clerk = user("itil");
    String queue = "/console/list/" + QUEUE;

    for (String path : List.of(queue, queue + "/part", queue + ".csv")) {
      HttpResponse<String> answer = clerk.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(answer.body()).as(path).contains("ih_process_sync");
    }
    assertThat(clerk.get(INCIDENTS).statusCode()).isEqualTo(200);
  }

  @Test
  void offersNewToWhoMayMakeRecordsOnly() {
    assertThat(admin.get(INCIDENTS).body())
        .contains("/console/record/incident/new?from=" + encoded(INCIDENTS));
    assertThat(admin.get("/console/list/ih_sync_purge_run").body()).doesNotContain("/new?");
  }

  @Test
  void beginsANewRecordWithWhatTheFilterAsksForAndAPersonMaySet() {
    assertThat(
            list(
                "short_description=%s^severity=2^numberISNOTEMPTY^sys_created_by=me".formatted(mark)
                    + "^urgency=1^ORurgency=2^due_date=javascript:gs.beginningOfToday()"))
        .contains(
            "/console/record/incident/new?short_description=" + mark + "&amp;severity=2&amp;from=");
    assertThat(list("severity=2^NQseverity=3")).contains("/console/record/incident/new?from=");
  }

  @Test
  void saysThatNothingMeetsTheFilter() {
    assertThat(list("short_description=" + mark)).contains("No Incidents meet this filter");
  }

  @Test
  void sendsAnUnchangedListNoSecondTime() {
    String incident = incident(Map.of("short_description", mark));
    String path = INCIDENTS + "/part?sysparm_query=short_description%3D" + mark;
    HttpResponse<String> first = admin.get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow().replace("\"", "");

    assertThat(admin.getUnlessKnown(path, tag).statusCode()).isEqualTo(304);

    records.update(Actor.system(), "incident", incident, Map.of("state", "2"));
    assertThat(admin.getUnlessKnown(path, tag).body()).contains("In Progress");
  }

  @Test
  void listsWhatRefersToARecordWithoutNamingItInEachLine() {
    SyncSetup setup = new SyncSetup(records);
    String definition = setup.definition().sysId();
    String path = "/console/related/ih_sync_process_event/definition/" + definition;
    String from = "/console/record/ih_sync_definition/" + definition;

    String empty = admin.get(path).body();
    assertThat(empty)
        .contains("No Process Events yet")
        .contains("Choose New to make the first.")
        .doesNotContain("<html");
    records.insert(
        Actor.system(), "ih_sync_process_event", Map.of("definition", definition, "name", mark));

    assertThat(admin.get(path).body())
        .contains(mark)
        .contains("<span class=\"list__count\">(1)</span>")
        .doesNotContain(">Process Sync Definition<")
        .contains(
            "ih_sync_process_event/new?definition=" + definition + "&amp;from=" + encoded(from));
    assertThat(admin.get("/console/related/incident/number/x").statusCode()).isEqualTo(400);
  }

  @Test
  void handsOverTheFilterAsCsvThatSpreadsheetsReadAndDoNotRun() {
    incident(Map.of("short_description", mark + " \"quoted\", with\ncomma", "impact", "1"));
    incident(Map.of("short_description", "=cmd|' /C calc'!A0 " + mark));

    HttpResponse<String> csv =
        admin.get(INCIDENTS + ".csv?sysparm_query=short_descriptionLIKE" + mark);

    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
        .matches("attachment; filename=\"incident-\\d{4}-\\d\\d-\\d\\d.csv\"");
    assertThat(csv.body())
        .startsWith("\uFEFFNumber,Short description,Caller,Priority,State,")
        .contains(",\"" + mark + " \"\"quoted\"\", with\ncomma\",,3 - Moderate,New,")
        .contains(",'=cmd|' /C calc'!A0 " + mark + ",")
        .endsWith("\r\n");
  }

  private String list(String query) {
    HttpResponse<String> answer = admin.get(INCIDENTS + "?sysparm_query=" + encoded(query));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body().replaceAll("\\s+", " ");
  }

  private String part(String page, String label) {
    Matcher turn =
        Pattern.compile("hx-get=\"([^\"]*)\"[^>]*aria-label=\"" + label + "\"").matcher(page);
    assertThat(turn.find()).as(label).isTrue();
    return admin.get(turn.group(1).replace("&amp;", "&")).body();
  }

  private static List<String> crumbs(String page) {
    return CRUMB.matcher(page.replaceAll("\\s+", " ")).results().map(m -> m.group(1)).toList();
  }

  private static List<String> ids(String page) {
    return Pattern.compile("data-id=\"([0-9a-f]{32})\"")
        .matcher(page)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private String incident(Map<String, String> values) {
    return records.insert(Actor.system(), "incident", values).sysId();
  }

  private String hardware() {
    return records
        .findBy(Actor.system(), "sys_user_group", Map.of("name", "Hardware"))
        .get(0)
        .sysId();
  }

  private Browser user(String role) {
    Browser browser = new Browser(port);
    String login = new SyncSetup(records).user("list", role).get("user_name");
    browser.logIn(login, SyncSetup.PASSWORD);
    return browser;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
