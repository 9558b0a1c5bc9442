package dev.processsync.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.processsync.ApiClient;
import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.correlation.Correlation;
import dev.processsync.correlation.Correlations;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Cockpit's tab gets for a process instance, over HTTP in a person's session. */
@InstanceTest
class QueueEntryTabTest {

  private static final String PLUGIN = "/camunda/api/cockpit/plugin/process-sync/";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired private Records records;
  @Autowired private Correlations correlations;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @LocalServerPort private int port;

  private final List<TableRecord> captures = new ArrayList<>();
  private SyncSetup setup;
  private TableRecord apiUser;
  private TableRecord remoteSystem;
  private TableRecord event;

  @BeforeEach
  void aRemoteSystem() {
    setup = new SyncSetup(records);
    TableRecord definition = setup.definition();
    apiUser = setup.user("api", "ih_process_sync_api", "snc_external");
    remoteSystem =
        setup.activeRemoteSystem(
            definition,
            setup.alias("http://localhost:1/"),
            apiUser,
            setup.user("run.as", "ih_process_sync_run_as"));
    event = setup.event(definition, "Request Hardware");
  }

  @AfterEach
  void nothingIsCapturedAnyMoreOrLeftToDo() {
    captures.forEach(
        capture -> set("ih_sync_capture_definition", capture.sysId(), "state", "draft"));
    Query open = Query.parse("statusINready,error^remote_system=" + remoteSystem.sysId());
    for (String queue : List.of("ih_sync_outbound_queue", "ih_sync_inbound_queue")) {
      records
          .list(Actor.system(), queue, open, 0, 10)
          .forEach(entry -> set(queue, entry.sysId(), "status", "skipped"));
    }
  }

  private void set(String table, String sysId, String field, String value) {
    records.update(Actor.system(), table, sysId, Map.of(field, value));
  }

  @Test
  void cockpitsPageLoadsTheTab() {
    Browser operator = logIn("operator", "ih_process_sync");

    assertThat(operator.get("/camunda/app/cockpit/default/").body()).contains(PLUGIN + "static");
    HttpResponse<String> script = operator.get(PLUGIN + "static/app/plugin.js");
    assertThat(script.headers().firstValue("Content-Type")).get().asString().contains("javascript");
    assertThat(script.body()).contains("cockpit.processInstance.runtime.tab");
    assertThat(operator.get(PLUGIN + "static/app/plugin.css").body()).contains("process-sync");
  }

  @Test
  void showsTheEntryOfAnOutboundFlowThatFailed() throws Exception {
    TableRecord incident = captured(Flow.FAILING);
    TableRecord entry = awaited(outboundEntry(incident), "error");

    JsonNode view = view(logIn("operator", "ih_process_sync", "itil"), entry.get("flow_context"));

    assertThat(view.path("status").asText()).isEqualTo("error");
    assertThat(view.path("decisions").toString()).isEqualTo("[\"ready\",\"skipped\"]");
    assertThat(titles(view))
        .containsExactly("Outbound Queue", "Correlation", "Incident [incident]");
    assertThat(fact(view, 0, "status")).isEqualTo("Error");
    assertThat(fact(view, 0, "process_event")).isEqualTo("Request Hardware");
    assertThat(fact(view, 0, "operation")).isEqualTo("Create");
    assertThat(fact(view, 0, "remote_system")).isEqualTo(remoteSystem.get("name"));
    assertThat(fact(view, 0, "sequence")).isEqualTo(entry.get("sequence"));
    assertThat(fact(view, 0, "sys_created_on")).isEqualTo(entry.get("sys_created_on") + " UTC");
    assertThat(fact(view, 0, "error_info")).contains("The input 'local_correlation_id' is empty");
    assertThat(fact(view, 0, "retry_metadata")).isEqualTo("1 of 1");
    assertThat(fact(view, 0, "last_error")).as("said already").isEmpty();
    assertThat(fact(view, 0, "sys_id")).isEqualTo(entry.sysId());
    assertThat(note(view, 1)).isEqualTo("There is no correlation.");
    assertThat(fact(view, 2, "number")).isEqualTo(incident.get("number"));
    assertThat(fact(view, 2, "short_description")).isEqualTo(incident.get("short_description"));
    assertThat(fact(view, 2, "state")).isEqualTo("New");
  }

  @Test
  void saysWhenAFlowIsTriedAgain() throws Exception {
    TableRecord incident = captured(Flow.STUMBLING);
    patiently()
        .untilAsserted(
            () -> assertThat(entry(outboundEntry(incident)).has("retry_metadata")).isTrue());

    JsonNode view =
        view(
            logIn("operator", "ih_process_sync"),
            entry(outboundEntry(incident)).get("flow_context"));

    assertThat(fact(view, 0, "status")).isEqualTo("Ready");
    assertThat(fact(view, 0, "retry_metadata"))
        .matches("1 of 3, the next is at \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC");
    assertThat(view.path("decisions").toString()).isEqualTo("[\"skipped\"]");

    String sysId = entry(outboundEntry(incident)).sysId();
    set("ih_sync_outbound_queue", sysId, "status", "skipped");
    JsonNode later =
        view(logIn("later", "ih_process_sync"), entry(outboundEntry(incident)).get("flow_context"));
    assertThat(fact(later, 0, "retry_metadata")).isEqualTo("1 of 3");
  }

  @Test
  void showsTheSubflowThatWasCalledTheSameEntry() throws Exception {
    TableRecord incident = captured(Flow.WAITING);
    String flow = awaitedFlow(incident);
    patiently().untilAsserted(() -> assertThat(subflowOf(flow)).hasSize(1));

    Browser operator = logIn("operator", "ih_process_sync", "itil");
    JsonNode view = view(operator, subflowOf(flow).get(0));

    assertThat(view).isEqualTo(view(operator, flow));
    Correlation correlation =
        correlations.findByLocalRecord(remoteSystem.sysId(), incident.sysId()).orElseThrow();
    assertThat(fact(view, 1, "state")).isEqualTo("Active");
    assertThat(fact(view, 1, "local_correlation_id")).isEqualTo(correlation.localCorrelationId());
    assertThat(fact(view, 1, "remote_correlation_id")).isEqualTo(correlation.remoteCorrelationId());
  }

  @Test
  void showsTheRecordThatAnInboundMessageIsCorrelatedWith() throws Exception {
    setup.inboundFlow(event, remoteSystem, "inbound-flow-template-basic");
    TableRecord incident = setup.insert("incident", Map.of("short_description", "<b>Bold</b>"));
    correlations.create(remoteSystem.sysId(), "ours", "theirs", "incident", incident.sysId());
    receive("update", "ours", "theirs");
    TableRecord entry = awaited(inboundEntry(), "error");

    JsonNode view = view(logIn("operator", "ih_process_sync", "itil"), entry.get("flow_context"));

    assertThat(titles(view)).containsExactly("Inbound Queue", "Correlation", "Incident [incident]");
    assertThat(fact(view, 0, "operation")).isEqualTo("Update");
    assertThat(fact(view, 0, "error_info")).contains("may not write Incident");
    assertThat(fact(view, 1, "local_correlation_id")).isEqualTo("ours");
    assertThat(fact(view, 1, "remote_correlation_id")).isEqualTo("theirs");
    assertThat(fact(view, 2, "number")).isEqualTo(incident.get("number"));
    assertThat(fact(view, 2, "short_description")).isEqualTo("<b>Bold</b>");

    records.delete(Actor.system(), "incident", incident.sysId());
    JsonNode later = view(logIn("later", "ih_process_sync", "itil"), entry.get("flow_context"));
    assertThat(note(later, 2)).isEqualTo("The record was deleted.");
    assertThat(fact(later, 2, "sys_id")).isEqualTo(incident.sysId());
  }

  @Test
  void saysThatAMessageHasNoRecordHereYet(
      @Autowired org.camunda.bpm.engine.RepositoryService subflows) throws Exception {
    String older = "inbound-from-before";
    subflows.createDeployment().addClasspathResource("subflows/" + older + ".bpmn").deploy();
    setup.inboundFlow(event, remoteSystem, older);
    receive("delete", "unknown", "theirs");
    TableRecord entry = awaited(inboundEntry(), "error");

    JsonNode view = view(logIn("operator", "ih_process_sync"), entry.get("flow_context"));

    assertThat(fact(view, 1, "local_correlation_id")).isEqualTo("unknown");
    assertThat(note(view, 1)).isEqualTo("There is no correlation.");
    assertThat(note(view, 2)).isEqualTo("No record of this instance belongs to it yet.");
  }

  @Test
  void hidesARecordFromWhoeverMayNotReadIt() throws Exception {
    TableRecord incident = captured(Flow.FAILING);
    TableRecord entry = awaited(outboundEntry(incident), "error");

    JsonNode view = view(logIn("operator", "ih_process_sync"), entry.get("flow_context"));

    assertThat(note(view, 2)).contains("may not read Incident");
    assertThat(view.toString()).doesNotContain(incident.get("number"));
  }

  @Test
  void refusesWhoeverMayNotReadTheQueue() throws Exception {
    TableRecord incident = captured(Flow.FAILING);
    String flow = awaited(outboundEntry(incident), "error").get("flow_context");

    HttpResponse<String> answer = logIn("agent", "itil").get(address(flow));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(JSON.readTree(answer.body()).path("message").asText())
        .contains("may not read Outbound Queue")
        .contains("it takes the role ih_process_sync");
    assertThat(new Browser(port).get(address(flow)).statusCode()).isEqualTo(401);
    Browser external = logIn("external", "ih_process_sync_api", "snc_external");
    assertThat(external.get(address(flow)).statusCode()).isEqualTo(403);
  }

  @Test
  void hasNothingToSayOfAnInstanceWithoutAnEntry() {
    deploy("somebody-elses-flow", "<userTask id='step'/>");
    String instance = runtime.startProcessInstanceByKey("somebody-elses-flow").getId();

    HttpResponse<String> answer = logIn("operator", "ih_process_sync").get(address(instance));

    assertThat(answer.statusCode()).isEqualTo(204);
    runtime.deleteProcessInstance(instance, "the test is over");
  }

  @Test
  void knowsNoInstanceWithAnotherId() throws Exception {
    HttpResponse<String> answer = logIn("operator", "ih_process_sync").get(address(SysId.next()));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(answer.body()).path("message").asText()).endsWith("is running.");
  }

  @Test
  void setsAnEntryReadyAndTheFlowIsTriedAgain() throws Exception {
    TableRecord incident = captured(Flow.FAILING);
    TableRecord entry = awaited(outboundEntry(incident), "error");
    deploy(Flow.FAILING.key(), Flow.WAITING.steps);
    Browser operator = logIn("operator", "ih_process_sync");
    operator.get("/camunda/app/cockpit/default/");

    HttpResponse<String> answer =
        operator.postFromCockpit(address(entry.get("flow_context")) + "/set-ready");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).path("status").asText()).isEqualTo("ready");
    patiently().untilAsserted(() -> assertThat(subflowOf(entry.get("flow_context"))).hasSize(1));
  }

  @Test
  void skipsAnEntryAndItsInstanceEnds() throws Exception {
    TableRecord incident = captured(Flow.FAILING);
    String flow = awaited(outboundEntry(incident), "error").get("flow_context");
    Browser operator = logIn("operator", "ih_process_sync");
    operator.get("/camunda/app/cockpit/default/");

    HttpResponse<String> answer = operator.postFromCockpit(address(flow) + "/skip");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).path("decisions")).isEmpty();
    assertThat(entry(outboundEntry(incident)).get("status")).isEqualTo("skipped");
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(flow).count()).isZero();
    HttpResponse<String> again = operator.postFromCockpit(address(flow) + "/set-ready");
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("An entry that is skipped can't become ready");
  }

  @Test
  void changesNothingForAForgedRequestOrWithoutTheRight() {
    TableRecord incident = captured(Flow.FAILING);
    String flow = awaited(outboundEntry(incident), "error").get("flow_context");
    Browser operator = logIn("operator", "ih_process_sync");
    Browser agent = logIn("agent", "itil");
    agent.get("/camunda/app/tasklist/default/");

    assertThat(operator.submit(address(flow) + "/skip", "").statusCode()).isEqualTo(403);
    assertThat(agent.postFromCockpit(address(flow) + "/skip").statusCode()).isEqualTo(403);

    assertThat(entry(outboundEntry(incident)).get("status")).isEqualTo("error");
  }

  /** A subflow, by what it consists of. */
  private enum Flow {
    /** Can't ever go well. */
    FAILING(
        "<serviceTask id='step' camunda:delegateExpression='${lookUpCorrelationByLocalCorrelationId}'/>"),
    /** Calls what may be deployed by the next try. */
    STUMBLING("<callActivity id='step' calledElement='not-deployed-yet'/>"),
    /** Correlates its record and waits for a person. */
    WAITING(
        """
        <serviceTask id='link' camunda:delegateExpression='${createCorrelation}'/>
        <sequenceFlow id='linked' sourceRef='link' targetRef='step'/>
        <userTask id='step'/>
        """);

    private final String steps;

    Flow(String steps) {
      this.steps = steps;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT) + "-outbound";
    }
  }

  /** An incident whose creation is an entry of the outbound queue, with this flow. */
  private TableRecord captured(Flow flow) {
    deploy(flow.key(), flow.steps);
    setup.outboundFlow(event, remoteSystem, flow.key());
    String subject = setup.unique("Laptop");
    captures.add(
        setup.activeCapture(event, "short_description=" + subject, "number,short_description"));
    return setup.insert("incident", Map.of("short_description", subject));
  }

  private void deploy(String key, String steps) {
    String first = steps.contains("'link'") ? "link" : "step";
    repository
        .createDeployment()
        .addString(
            key + ".bpmn",
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
                <extensionElements><camunda:properties>
                  <camunda:property name="process-sync.kind" value="outbound"/>
                </camunda:properties></extensionElements>
                <startEvent id="start"/>
                <sequenceFlow id="in" sourceRef="start" targetRef="%s"/>
                %s
                <sequenceFlow id="out" sourceRef="step" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>
            """
                .formatted(key, first, steps))
        .deploy();
  }

  private void receive(String operation, String ours, String theirs) {
    String messages =
        """
        [{"message_id":"%s","remote_system":"%s","process_event":"Request Hardware","operation":"%s",
          "local_correlation_id":"%s","remote_correlation_id":"%s","sequence":1,
          "payload":{"capture_metadata":{"changed_by":"admin","timestamp":"2020-09-24 19:26:59"},
            "changed_fields":[{"key":"sys_id","value":"552c48888c033300964f4932b03eb092","display_value":""}]}}]
        """
            .formatted(SysId.next(), remoteSystem.sysId(), operation, ours, theirs);
    ApiClient.Answer answer =
        ApiClient.admin(port)
            .as(apiUser.get("user_name"), SyncSetup.PASSWORD)
            .post("/api/process-sync/v1/messages", messages);
    assertThat(answer.json().path(0).path("status").asText()).isEqualTo("accepted");
  }

  private record Place(String table, String field, String value) {}

  private static Place outboundEntry(TableRecord incident) {
    return new Place("ih_sync_outbound_queue", "local_record", incident.sysId());
  }

  private Place inboundEntry() {
    return new Place("ih_sync_inbound_queue", "remote_system", remoteSystem.sysId());
  }

  private TableRecord entry(Place place) {
    Query query = Query.equal(place.field(), place.value());
    return records.list(Actor.system(), place.table(), query, 0, 1).get(0);
  }

  private TableRecord awaited(Place place, String status) {
    patiently().untilAsserted(() -> assertThat(entry(place).get("status")).isEqualTo(status));
    return entry(place);
  }

  private String awaitedFlow(TableRecord incident) {
    patiently()
        .untilAsserted(
            () -> assertThat(entry(outboundEntry(incident)).get("flow_context")).isNotEmpty());
    return entry(outboundEntry(incident)).get("flow_context");
  }

  /** An idle job executor looks for what is due every 5 s. */
  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }

  private List<String> subflowOf(String flow) {
    return runtime.createProcessInstanceQuery().superProcessInstanceId(flow).list().stream()
        .map(instance -> instance.getId())
        .toList();
  }

  private Browser logIn(String login, String... roles) {
    Browser browser = new Browser(port);
    browser.logIn(setup.user(login, roles).get("user_name"), SyncSetup.PASSWORD);
    return browser;
  }

  private static String address(String processInstance) {
    return PLUGIN + "default/process-instance/" + processInstance + "/queue-entry";
  }

  private static JsonNode view(Browser browser, String processInstance)
      throws JsonProcessingException {
    HttpResponse<String> answer = browser.get(address(processInstance));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static List<String> titles(JsonNode view) {
    return view.path("parts").findValuesAsText("title");
  }

  private static String note(JsonNode view, int part) {
    return view.path("parts").path(part).path("note").asText();
  }

  /** Empty if the part has no such fact. */
  private static String fact(JsonNode view, int part, String name) {
    for (JsonNode fact : view.path("parts").path(part).path("facts")) {
      if (fact.path("name").asText().equals(name)) {
        return fact.path("value").asText();
      }
    }
    return "";
  }
}
