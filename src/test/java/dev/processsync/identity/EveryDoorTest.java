package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.ApiClient;
import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.OneAdministrator;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may do what with which thing, by whichever door they come in. */
@InstanceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryDoorTest {

  private static final List<String> SHIPPED =
      List.of(
          "process-event-outbound",
          "process-event-inbound",
          "remote-system-error",
          "outbound-flow-template-basic",
          "inbound-flow-template-basic",
          "error-flow-template-basic");

  /** Who may not see a thing is told that it is not there. */
  private static final List<Integer> REFUSED = List.of(400, 401, 403, 404);

  private static final String SUSPEND = "{\"suspended\":true,\"includeProcessInstances\":true}";

  @Autowired private Records records;
  @Autowired private ProcessEngine engine;

  private final int port;
  private final Map<String, TableRecord> users = new LinkedHashMap<>();
  private final Map<String, Browser> browsers = new LinkedHashMap<>();
  private final Map<String, String> tokens = new LinkedHashMap<>();
  private SyncSetup setup;
  private String used = "";
  private String victim = "";
  private String instance = "";
  private String waitingKey = "";
  private String group = "";
  private List<String> definitions = List.of();

  EveryDoorTest(@LocalServerPort int port) {
    this.port = port;
  }

  @BeforeAll
  void aUserOfEachKindAndThings() {
    setup = new SyncSetup(records);
    users.put("sync", setup.user("sync", "ih_process_sync"));
    users.put("itil", setup.user("itil", "itil"));
    users.put("plain", setup.user("plain"));
    users.put("external", setup.user("external", "snc_external"));
    users.put("api", setup.user("api", "ih_process_sync_api"));
    users.put("own", setup.user("own"));
    users.put("granted", setup.user("granted"));
    victim = setup.user("victim").get("user_name");
    group = setup.insert("sys_user_group", Map.of("name", setup.unique("Group"))).get("name");
    TableRecord remote = new SyncSetup(records).activeRemoteSystem();
    used = "used-" + SysId.next();
    ApiClient admin = ApiClient.admin(port);
    admin.post(
        "/api/process-sync/v1/subflows/inbound-flow-template-basic/copy",
        "{\"key\":\"" + used + "\"}");
    admin.post("/api/process-sync/v1/subflows/" + used + "/publish", "");
    TableRecord event =
        setup.insert(
            "ih_sync_process_event",
            Map.of("definition", remote.get("definition"), "name", "Some Event"));
    setup.inboundFlow(event, remote, used);
    definitions = definitions();
  }

  @BeforeEach
  void somethingRuns() {
    instance = waiting();
  }

  @AfterEach
  void whatIsShippedAndUsedIsAsItWas() {
    assertThat(definitions()).isEqualTo(definitions);
    engine.getRuntimeService().deleteProcessInstanceIfExists(instance, "", true, true, true, true);
  }

  /** One way to change a shipped model; {@code %s} is its key, {@code %i} its id. */
  static Stream<String> changesOfShippedModels() {
    return Stream.of(
        "PUT /process-definition/key/%s/suspended " + SUSPEND,
        "PUT /process-definition/%i/suspended " + SUSPEND,
        "PUT /process-definition/suspended {\"suspended\":true,\"processDefinitionKey\":\"%s\"}",
        "PUT /process-definition/key/%s/suspended {\"suspended\":true,\"executionDate\":\"2099-01-01T00:00:00.000+0000\"}",
        "PUT /job-definition/suspended {\"suspended\":true,\"processDefinitionKey\":\"%s\"}",
        "DELETE /process-definition/key/%s?cascade=true",
        "DELETE /process-definition/%i?cascade=true",
        "DELETE /process-definition/%i",
        "DELETE /deployment/%d?cascade=true",
        "DELETE /deployment/%d");
  }

  @ParameterizedTest
  @MethodSource("changesOfShippedModels")
  void whatIsShippedStaysByEveryDoor(String change) {
    for (String key : SHIPPED) {
      for (String role : List.of("admin", "sync", "itil", "plain", "external", "api")) {
        forEachDoor(role, change, key, status -> assertThat(status).as(role).isIn(REFUSED));
      }
    }
    assertThat(program("admin", filled(change, SHIPPED.get(0)))).isEqualTo(400);
  }

  @Test
  void whatIsShippedIsNotDeployedOver() throws IOException {
    for (String key : SHIPPED) {
      String other =
          Files.readString(Path.of("bpmn", key + ".bpmn"))
              .replaceFirst(" name=\"[^\"]+\"", " name=\"X\"");
      for (String role : List.of("admin", "sync")) {
        ApiClient.Answer answer =
            client(role)
                .send(
                    "POST",
                    "/engine-rest/deployment/create",
                    multipart("mine.bpmn", other),
                    "Content-Type",
                    "multipart/form-data; boundary=bound");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        assertThat(answer.response().body()).contains("is shipped with the product");
      }
    }
    for (String deployment : deployments()) {
      assertThat(
              client("admin")
                  .post("/engine-rest/deployment/" + deployment + "/redeploy", "{}")
                  .status())
          .isEqualTo(400);
    }
  }

  @Test
  void whatAFlowUsesIsNotSuspendedByAnyDoor() {
    for (String role : List.of("admin", "sync", "plain")) {
      forEachDoor(
          role,
          "PUT /process-definition/key/%s/suspended {\"suspended\":true}",
          used,
          status -> assertThat(status).as(role).isIn(REFUSED));
    }
    assertThat(
            client("admin")
                .post("/api/process-sync/v1/subflows/" + used + "/deactivate", "")
                .status())
        .isEqualTo(409);
  }

  static Stream<String> changesOfUsers() {
    return Stream.of(
        "PUT /user/%v/profile {\"id\":\"%v\",\"firstName\":\"X\",\"lastName\":\"Y\",\"email\":\"x@y.z\"}",
        "PUT /user/%me/profile {\"id\":\"%me\",\"firstName\":\"X\",\"lastName\":\"Y\",\"email\":\"x@y.z\"}",
        "PUT /user/%v/credentials {\"password\":\"a-new-password-1\"}",
        "DELETE /user/%v",
        "DELETE /user/%me",
        "DELETE /group/%g",
        "PUT /group/%g {\"id\":\"%g\",\"name\":\"X\",\"type\":\"GROUP\"}",
        "PUT /group/admin/members/%me",
        "PUT /group/camunda-admin/members/%me",
        "DELETE /group/admin/members/admin",
        "POST /user/create {\"profile\":{\"id\":\"someone\"},\"credentials\":{\"password\":\"a-new-password-1\"}}",
        "POST /group/create {\"id\":\"ours\",\"name\":\"ours\",\"type\":\"ROLE\"}",
        "POST /authorization/create {\"type\":0,\"permissions\":[\"ALL\"],\"userIdGroupId\":\"*\",\"resourceType\":1,\"resourceId\":\"*\"}");
  }

  @ParameterizedTest
  @MethodSource("changesOfUsers")
  void onlyAdministratorsChangeUsersAndGroupsByEveryDoor(String change) {
    for (String role : List.of("sync", "itil", "plain", "external", "api")) {
      TableRecord before = user(role);
      forEachDoor(role, change, "", status -> assertThat(status).as(role).isIn(REFUSED));
      assertThat(user(role)).isEqualTo(before);
    }
  }

  @Test
  void somebodyWhomTheEngineGrantsMoreIsStillAskedForTheRole() {
    TableRecord granted = user("granted");
    engine.getIdentityService().createMembership(granted.get("user_name"), "camunda-admin");

    assertThat(door("granted", "DELETE /user/" + victim)).isEqualTo(403);
    assertThat(door("granted", "PUT /group/admin/members/%me")).isEqualTo(403);
    assertThat(door("granted", "DELETE /user/admin")).isEqualTo(403);
  }

  @Test
  void aRefusalOfOurRulesIsTheCallersMistakeAlsoOverTheEngine() {
    OneAdministrator.during(
        records,
        () -> {
          ApiClient.Answer refused = client("admin").delete("/engine-rest/user/admin");

          assertThat(refused.status()).isEqualTo(409);
          assertThat(refused.response().body()).contains("is the last active administrator");
        });
  }

  @Test
  void theOwnPasswordMayBeChangedWithTheOldOne() {
    assertThat(
            firstDoor(
                "own",
                "PUT /user/%me/credentials {\"password\":\"a-new-password-1\",\"authenticatedUserPassword\":\""
                    + SyncSetup.PASSWORD
                    + "\"}"))
        .isEqualTo(204);
  }

  static Stream<String> changesOfWhatRuns() {
    return Stream.of(
        "POST /process-definition/key/process-event-inbound/start {\"variables\":{}}",
        "POST /process-definition/key/inbound-flow-template-basic/start {\"variables\":{}}",
        "PUT /process-instance/%p/variables/remote_system {\"value\":\"x\",\"type\":\"String\"}",
        "POST /process-instance/%p/variables {\"modifications\":{\"payload\":{\"value\":\"x\"}}}",
        "POST /process-instance/%p/modification {\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"Wait\"}]}",
        "PUT /process-instance/%p/suspended {\"suspended\":true}",
        "POST /process-instance/variables-async {\"processInstanceIds\":[\"%p\"],\"variables\":{\"payload\":{\"value\":\"x\"}}}",
        "POST /process-instance/suspended-async {\"processInstanceIds\":[\"%p\"],\"suspended\":true}",
        "POST /modification/execute {\"processDefinitionId\":\"%i\",\"processInstanceIds\":[\"%p\"],\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"Wait\"}]}",
        "POST /message {\"messageName\":\"m\",\"processInstanceId\":\"%p\"}");
  }

  @ParameterizedTest
  @MethodSource("changesOfWhatRuns")
  void onlyAnAdministratorChangesWhatRuns(String change) {
    for (String role : List.of("sync", "itil", "plain", "external", "api")) {
      forEachDoor(role, change, waitingKey, status -> assertThat(status).as(role).isIn(REFUSED));
    }
    assertThat(engine.getRuntimeService().getVariables(instance)).isEmpty();
  }

  @Test
  void whoeverRepairsMayStillCancelAndReadButNotWorkOnAnothersTask() {
    assertThat(door("sync", "GET /process-instance/" + instance)).isEqualTo(200);
    assertThat(door("sync", "GET /process-definition")).isEqualTo(200);
    String task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(instance)
            .singleResult()
            .getId();
    assertThat(door("sync", "POST /task/" + task + "/complete {}")).isEqualTo(403);
    assertThat(door("plain", "POST /task/" + task + "/complete {}")).isEqualTo(403);
    assertThat(door("plain", "GET /task/" + task)).isIn(403, 404);
    assertThat(door("plain", "DELETE /process-instance/" + instance)).isIn(403, 404);
    assertThat(door("sync", "DELETE /process-instance/" + instance)).isEqualTo(204);
  }

  /**
   * By /engine-rest, which a program calls, and by /camunda/api, which pages call; a page of the
   * console gets in by neither, whatever it has.
   */
  private void forEachDoor(String role, String change, String key, IntConsumer expected) {
    String call = mine(role, filled(change, key));
    doors(role).values().forEach(door -> expected.accept(door.apply(call)));
    String token = consoleToken(role);
    assertThat(consolePage(role, "/engine-rest", call, token)).as(role).isEqualTo(401);
    assertThat(consolePage(role, "/camunda/api/engine/engine/default", call, token))
        .as(role)
        .isIn(401, 403);
  }

  private int door(String role, String call) {
    List<Integer> answers =
        doors(role).values().stream()
            .map(door -> door.apply(mine(role, call)))
            .filter(status -> status != 404)
            .toList();
    return answers.get(answers.size() - 1);
  }

  private int firstDoor(String role, String call) {
    return page(role, mine(role, call));
  }

  private Map<String, Function<String, Integer>> doors(String role) {
    Map<String, Function<String, Integer>> doors = new TreeMap<>();
    doors.put("/engine-rest", call -> program(role, call));
    doors.put("/camunda/api", call -> page(role, call));
    return doors;
  }

  private int program(String role, String call) {
    String[] parts = call.split(" ", 3);
    String body = parts.length == 3 ? parts[2] : "";
    return client(role)
        .send(parts[0], "/engine-rest" + parts[1], body, "Content-Type", "application/json")
        .status();
  }

  private int page(String role, String call) {
    String[] parts = call.split(" ", 3);
    String body = parts.length == 3 ? parts[2] : "";
    return browser(role)
        .callEngine(parts[0], "/camunda/api/engine/engine/default" + parts[1], body)
        .statusCode();
  }

  private int consolePage(String role, String api, String call, String token) {
    String[] parts = call.split(" ", 3);
    String body = parts.length == 3 ? parts[2] : "";
    return browser(role).call(parts[0], api + parts[1], body, token).statusCode();
  }

  /** A mere API user has no page. */
  private String consoleToken(String role) {
    return role.equals("api")
        ? ""
        : tokens.computeIfAbsent(role, each -> browser(each).tokenOf("/console"));
  }

  private Browser browser(String role) {
    return browsers.computeIfAbsent(
        role,
        each -> {
          Browser browser = new Browser(port);
          ApiClient client = client(role);
          browser.logIn(client.userName(), client.password());
          browser.get("/camunda/app/tasklist/default/");
          return browser;
        });
  }

  private ApiClient client(String role) {
    ApiClient admin = ApiClient.admin(port);
    return role.equals("admin") ? admin : admin.as(user(role).get("user_name"), SyncSetup.PASSWORD);
  }

  private String mine(String role, String call) {
    return call.replace("%me", client(role).userName().replace(" ", "%20"));
  }

  private String filled(String change, String key) {
    ProcessDefinition definition =
        key.isEmpty()
            ? null
            : repository()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    return change
        .replace("%s", key)
        .replace("%i", definition == null ? "" : definition.getId())
        .replace("%d", definition == null ? "" : definition.getDeploymentId())
        .replace("%v", victim)
        .replace("%g", group.replace(" ", "%20"))
        .replace("%p", instance);
  }

  private TableRecord user(String role) {
    return records.get(Actor.system(), "sys_user", Objects.requireNonNull(users.get(role)).sysId());
  }

  private RepositoryService repository() {
    return engine.getRepositoryService();
  }

  private List<String> definitions() {
    return repository().createProcessDefinitionQuery().list().stream()
        .filter(each -> SHIPPED.contains(each.getKey()) || each.getKey().equals(used))
        .map(each -> each.getId() + (each.isSuspended() ? " suspended" : ""))
        .sorted()
        .toList();
  }

  private List<String> deployments() {
    return repository().createProcessDefinitionQuery().list().stream()
        .filter(each -> SHIPPED.contains(each.getKey()))
        .map(ProcessDefinition::getDeploymentId)
        .distinct()
        .toList();
  }

  /** An instance that waits for a person. */
  private String waiting() {
    waitingKey = "waits-" + SysId.next();
    String bpmn =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
        <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
        <bpmn:startEvent id="Start" /><bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Wait" />
        <bpmn:userTask id="Wait" name="Wait" camunda:assignee="admin" />
        <bpmn:sequenceFlow id="F2" sourceRef="Wait" targetRef="End" /><bpmn:endEvent id="End" />
        </bpmn:process></bpmn:definitions>"""
            .formatted(waitingKey);
    repository().createDeployment().addString(waitingKey + ".bpmn", bpmn).deploy();
    return engine.getRuntimeService().startProcessInstanceByKey(waitingKey).getId();
  }

  private static String multipart(String file, String content) {
    return "--bound\r\nContent-Disposition: form-data; name=\"data\"; filename=\""
        + file
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        + content
        + "\r\n--bound--\r\n";
  }
}
