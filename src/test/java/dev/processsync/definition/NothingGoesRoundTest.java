package dev.processsync.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.processsync.TwoInstances;
import dev.processsync.TwoInstances.RunningInstance;
import dev.processsync.database.ThisInstance;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two definitions between the same two instances, each of which creates an incident for every
 * incident of the other: without end, if what came from an instance were sent back to it.
 */
class NothingGoesRoundTest {

  private static final String SUBFLOW = "request-hardware-inbound";
  private static final Actor SYSTEM = Actor.system();

  private final RunningInstance customer = TwoInstances.customer();
  private final RunningInstance vendor = TwoInstances.vendor();
  private final String mark = "Round " + SysId.next();

  @AfterEach
  void nothingIsCapturedAnyMore() {
    for (RunningInstance instance : List.of(customer, vendor)) {
      instance
          .records()
          .list(SYSTEM, SyncTables.CAPTURE, Query.parse("filterLIKE" + mark), 0, 10)
          .forEach(
              capture ->
                  instance
                      .records()
                      .update(
                          SYSTEM, SyncTables.CAPTURE, capture.sysId(), Map.of("state", "draft")));
    }
  }

  @Test
  void whatCameFromAnInstanceIsNotSentBackToItByAnotherDefinition() {
    oneWay(customer, vendor, "There");
    oneWay(vendor, customer, "Back");

    TableRecord request =
        customer
            .records()
            .insert(SYSTEM, "incident", Map.of("short_description", mark, "urgency", "2"));

    TableRecord copy =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> incidents(vendor), found -> !found.isEmpty())
            .get(0);
    assertThat(entriesOf(vendor, copy)).as("captured on B for A").isEmpty();
    assertThat(incidents(customer)).extracting(TableRecord::sysId).containsExactly(request.sysId());
    assertThat(arrived(copy).get("origin_instance"))
        .isEqualTo(customer.bean(ThisInstance.class).id());
    assertThat(arrived(copy).get("hops")).isEqualTo("1");
  }

  @Test
  void eachInstanceHasAnIdOfItsOwnThatTheOtherKnowsOnceTheyAreLinked() {
    List<Side> pair = Side.pair(customer, vendor);
    pair.get(0).names(pair.get(1));
    pair.get(1).names(pair.get(0));

    assertThat(pair.get(0).validateAndActivate().statusCode()).isEqualTo(200);

    String customerId = customer.bean(ThisInstance.class).id();
    String vendorId = vendor.bean(ThisInstance.class).id();
    assertThat(customerId).matches("[0-9a-f]{32}").isNotEqualTo(vendorId);
    assertThat(pair.get(0).system().get("instance_id")).isEqualTo(vendorId);
    assertThat(pair.get(1).system().get("instance_id")).isEqualTo(customerId);
  }

  @Test
  void activationSaysWhichDefinitionsOverlapAndWhatIsNotSentBack() {
    Side there = oneWay(customer, vendor, "There");
    Side back = oneWay(vendor, customer, "Back");
    Side again = oneWay(customer, vendor, "Again");

    String first = nameOfDefinition(there);
    String second = nameOfDefinition(again);
    assertThat(warnings(again.validateAndActivate()))
        .as("both send the same incidents")
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .contains("On 'customer'", first, second, "incident for 'vendor'", "twice"));
    assertThat(warnings(back.validateAndActivate()))
        .as("one sends what the other writes, on this side and as the other side says it")
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .contains("On 'vendor'", nameOfDefinition(back), "not sent back"))
        .anySatisfy(
            warning -> assertThat(warning).contains("On 'customer'", first, "not sent back"));
  }

  @Test
  void aDefinitionIsLinkedWithAnInstanceOnceSoThatARecordHasOneCorrelation() {
    List<Side> pair = Side.pair(customer, vendor);
    linkOnce(pair.get(0), pair.get(1));
    Side second = secondLink(pair.get(0));
    Side secondThere = secondLink(pair.get(1));
    second.names(secondThere);
    secondThere.names(second);

    for (Side asking : List.of(second, secondThere)) {
      assertThat(asking.validateAndActivate().statusCode()).isEqualTo(422);
      assertThat(asking.states()).isEqualTo("disabled/disabled");
      assertThat(asking.system().get("state_reason"))
          .contains("stands for the same instance", "a definition of its own");
    }
    assertThat(pair.get(0).states()).as("the first goes on").isEqualTo("active/active");
  }

  private static void linkOnce(Side one, Side other) {
    one.names(other);
    other.names(one);
    assertThat(one.validateAndActivate().statusCode()).isEqualTo(200);
  }

  /** Another remote system of the same definition, all else being the same. */
  private static Side secondLink(Side side) {
    Map<String, String> values = new HashMap<>();
    for (String field : List.of("definition", "connection_alias", "inbound_api_user", "run_as")) {
      values.put(field, side.system().get(field));
    }
    values.put("name", "Second " + SysId.next());
    String second =
        side.instance().records().insert(SYSTEM, SyncTables.REMOTE_SYSTEM, values).sysId();
    return new Side(
        side.instance(),
        side.definition(),
        second,
        side.apiUser(),
        side.runAs(),
        side.credential(),
        side.connection());
  }

  private static String nameOfDefinition(Side side) {
    return side.instance()
        .records()
        .get(SYSTEM, SyncTables.DEFINITION, side.definition())
        .get("name");
  }

  private static List<String> warnings(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonPath.read(answer.body(), "$.result.warnings");
  }

  /** A definition of its own: every incident with the mark becomes one over there. */
  private Side oneWay(RunningInstance from, RunningInstance to, String event) {
    List<Side> pair = Side.pair(from, to);
    Side sending = pair.get(0);
    Side receiving = pair.get(1);
    sending.names(receiving);
    receiving.names(sending);
    String sent = event(sending, event);
    String received = event(receiving, event);
    to.bean(RepositoryService.class)
        .createDeployment()
        .addClasspathResource("subflows/" + SUBFLOW + ".bpmn")
        .deploy();
    from.records()
        .insert(
            SYSTEM, SyncTables.OUTBOUND_FLOW, flow(sending, sent, "outbound-flow-template-basic"));
    to.records().insert(SYSTEM, SyncTables.INBOUND_FLOW, flow(receiving, received, SUBFLOW));
    from.records()
        .insert(
            SYSTEM,
            SyncTables.CAPTURE,
            Map.of(
                "definition",
                sending.definition(),
                "process_event",
                sent,
                "state",
                "active",
                "table",
                "incident",
                "filter",
                "short_description=" + mark,
                "fields",
                "number,short_description,assignment_group,severity,state"));
    assertThat(sending.validateAndActivate().statusCode()).isEqualTo(200);
    return sending;
  }

  private static Map<String, String> flow(Side side, String event, String subflow) {
    return Map.of(
        "definition",
        side.definition(),
        "process_event",
        event,
        "remote_system",
        side.remoteSystem(),
        "subflow",
        subflow);
  }

  private static String event(Side side, String name) {
    return side.instance()
        .records()
        .insert(
            SYSTEM, SyncTables.PROCESS_EVENT, Map.of("definition", side.definition(), "name", name))
        .sysId();
  }

  private List<TableRecord> incidents(RunningInstance instance) {
    return instance
        .records()
        .list(SYSTEM, "incident", Query.parse("short_description=" + mark), 0, 10);
  }

  private static List<TableRecord> entriesOf(RunningInstance instance, TableRecord record) {
    return instance
        .records()
        .list(
            SYSTEM, "ih_sync_outbound_queue", Query.parse("local_record=" + record.sysId()), 0, 10);
  }

  private TableRecord arrived(TableRecord copy) {
    return vendor
        .records()
        .list(SYSTEM, "ih_sync_inbound_queue", Query.parse("local_record=" + copy.sysId()), 0, 1)
        .get(0);
  }
}
