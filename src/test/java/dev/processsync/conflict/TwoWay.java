package dev.processsync.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.processsync.ApiClient;
import dev.processsync.TwoInstances;
import dev.processsync.TwoInstances.RunningInstance;
import dev.processsync.definition.Side;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two instances that send each other every change of the incidents whose short description begins
 * with a tag: description, urgency and category both ways, and the number of A's to B's close
 * notes.
 */
final class TwoWay {

  private static final String EVENT = "Changed";
  private static final String SUBFLOWS = "/api/process-sync/v1/subflows/";
  private static final String FIELDS = "number,short_description,description,urgency,category";
  private static final Duration SOON = Duration.ofSeconds(30);

  final String tag = SysId.next();
  final Side a;
  final Side b;
  private final Map<Side, TableRecord> captures = new LinkedHashMap<>();
  private final Map<Side, String> inboundFlows = new LinkedHashMap<>();

  TwoWay() {
    List<Side> pair = Side.pair(TwoInstances.customer(), TwoInstances.vendor());
    a = pair.get(0);
    b = pair.get(1);
    b.names(a);
    for (Side side : pair) {
      String subflow = publish(side.instance());
      String event = side.event(EVENT);
      Map<String, String> binding =
          Map.of("process_event", event, "remote_system", side.remoteSystem());
      insert(side, "ih_sync_outbound_definition", binding, "outbound-flow-template-basic");
      inboundFlows.put(side, insert(side, "ih_sync_inbound_definition", binding, subflow).sysId());
      captures.put(
          side,
          side.instance()
              .records()
              .insert(
                  Actor.system(),
                  "ih_sync_capture_definition",
                  Map.of(
                      "process_event",
                      event,
                      "state",
                      "active",
                      "table",
                      "incident",
                      "filter",
                      "short_descriptionSTARTSWITH" + tag,
                      "fields",
                      FIELDS)));
    }
    assertThat(activate()).isEmpty();
  }

  /** Nothing more is captured. */
  void end() {
    captures.forEach(
        (side, capture) ->
            side.update("ih_sync_capture_definition", capture.sysId(), Map.of("state", "draft")));
  }

  /** Answers the warnings, but those about other tests' definitions. */
  List<String> activate() {
    HttpResponse<String> answer = a.validateAndActivate();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<String> warnings = JsonPath.read(answer.body(), "$.result.warnings");
    return warnings.stream().filter(warning -> !warning.contains(": definition")).toList();
  }

  void policy(Side side, String policy) {
    side.update(
        "ih_sync_inbound_definition",
        Objects.requireNonNull(inboundFlows.get(side)),
        Map.of("conflict_policy", policy));
  }

  /** What a side does with its record when the other's is gone. */
  void whenGone(Side side, Map<String, String> choices) {
    side.update(
        "ih_sync_inbound_definition", Objects.requireNonNull(inboundFlows.get(side)), choices);
  }

  /** Whether a side tells of records that leave its filter. */
  void onLeave(Side side, String choice) {
    side.update(
        "ih_sync_capture_definition",
        Objects.requireNonNull(captures.get(side)).sysId(),
        Map.of("on_leave", choice));
  }

  private static TableRecord insert(
      Side side, String table, Map<String, String> binding, String subflow) {
    Map<String, String> values = new LinkedHashMap<>(binding);
    values.put("subflow", subflow);
    return side.instance().records().insert(Actor.system(), table, values);
  }

  private static String publish(RunningInstance instance) {
    String key = "two-way-" + SysId.next();
    ApiClient admin = ApiClient.admin(URI.create(instance.url()).getPort());
    admin.post(
        SUBFLOWS + "inbound-flow-template-basic/copy",
        "{\"key\":\"%s\",\"name\":\"Two way\"}".formatted(key));
    StringBuilder entries = new StringBuilder();
    StringBuilder sample = new StringBuilder();
    for (String field : FIELDS.split(",", -1)) {
      String target = field.equals("number") ? "close_notes" : field;
      entries.append(
          "<camunda:entry key=\"%s\">${changed_fields.%s}</camunda:entry>"
              .formatted(target, field));
      sample
          .append(sample.isEmpty() ? "" : ",")
          .append("{\"key\":\"%s\",\"value\":\"\"}".formatted(field));
    }
    String model =
        admin
            .text(SUBFLOWS + key + "/bpmn")
            .replaceAll(
                "<camunda:map ?/>",
                "<camunda:map>" + entries.toString().replace("$", "\\$") + "</camunda:map>")
            .replaceFirst(
                "name=\"sample_payload\" ?/>",
                "name=\"sample_payload\">{\"changed_fields\":["
                    + sample
                    + "]}</camunda:inputParameter>");
    ApiClient.Answer put =
        admin.send("PUT", SUBFLOWS + key + "/bpmn", model, "Content-Type", "application/xml");
    assertThat(put.status()).as(put.json().toString()).isEqualTo(200);
    ApiClient.Answer published = admin.post(SUBFLOWS + key + "/publish", "");
    assertThat(published.status()).as(published.json().toString()).isEqualTo(200);
    return key;
  }

  /** A new incident of A that has arrived at B. */
  Pair incident() {
    String name = tag + " " + SysId.next();
    String here =
        a.instance()
            .records()
            .insert(
                Actor.system(),
                "incident",
                Map.of("short_description", name, "description", "As it began", "urgency", "3"))
            .sysId();
    List<TableRecord> there =
        await()
            .atMost(SOON)
            .until(
                () ->
                    b.instance()
                        .records()
                        .findBy(Actor.system(), "incident", Map.of("short_description", name)),
                found -> found.size() == 1);
    settle();
    return new Pair(here, there.get(0).sysId());
  }

  /** Nothing is on its way any more. */
  void settle() {
    for (Side side : List.of(a, b)) {
      for (String queue : List.of("ih_sync_outbound_queue", "ih_sync_inbound_queue")) {
        await()
            .atMost(SOON)
            .untilAsserted(
                () ->
                    assertThat(
                            side.instance()
                                .records()
                                .list(
                                    Actor.system(),
                                    queue,
                                    Query.parse(
                                        "remote_system="
                                            + side.remoteSystem()
                                            + "^statusINready,error"),
                                    0,
                                    10))
                        .isEmpty());
      }
    }
  }

  /** Nothing leaves a side until {@link #connect}. */
  void disconnect() {
    a.connectTo("http://localhost:1/");
    b.connectTo("http://localhost:1/");
  }

  void connect() {
    a.connectTo(b.instance().url());
    b.connectTo(a.instance().url());
    activate();
    settle();
  }

  /** What B answers to a message that changes a field of its incident, posted as A would. */
  String sendToB(Pair incident, String field, String previous, String timestamp) {
    TableRecord correlation =
        b.instance()
            .records()
            .findBy(
                Actor.system(),
                "ih_sync_correlation",
                Map.of("local_record", incident.ofB, "remote_system", b.remoteSystem()))
            .get(0);
    String message =
        """
        [{"message_id":"%s","remote_system":"%s","process_event":"Changed","operation":"update",
          "local_correlation_id":"%s","remote_correlation_id":"%s","payload":{
            "capture_metadata":{"changed_by":"partner","timestamp":"%s"},"changed_fields":[
              {"key":"sys_id","value":"%s"},
              {"key":"%s","value":"Of a partner","changed":true,"previous_value":"%s"}]}}]"""
            .formatted(
                SysId.next(),
                b.remoteSystem(),
                correlation.get("local_correlation_id"),
                correlation.get("remote_correlation_id"),
                timestamp,
                incident.ofA,
                field,
                previous);
    HttpResponse<String> answer =
        b.instance()
            .send(
                "POST",
                "api/process-sync/v1/messages",
                b.apiUser().login(),
                b.apiUser().password(),
                message);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** What a side keeps of a record, oldest first. */
  List<TableRecord> conflicts(Side side, String record) {
    return side.instance()
        .records()
        .findBy(Actor.system(), "ih_sync_conflict", Map.of("local_record", record));
  }

  /** As a person does over HTTP. */
  HttpResponse<String> decide(Side side, TableRecord conflict, String json) {
    return side.instance()
        .send(
            "PATCH",
            "api/now/table/ih_sync_conflict/" + conflict.sysId(),
            "admin",
            TwoInstances.ADMIN_PASSWORD,
            json);
  }

  /** How many messages a side has sent of a record. */
  int sent(Side side, String record) {
    return side.instance()
        .records()
        .list(
            Actor.system(), "ih_sync_outbound_queue", Query.parse("local_record=" + record), 0, 100)
        .size();
  }

  /** The same incident on both sides. */
  final class Pair {
    final String ofA;
    final String ofB;

    Pair(String ofA, String ofB) {
      this.ofA = ofA;
      this.ofB = ofB;
    }

    void changeAtA(String field, String value) {
      a.update("incident", ofA, Map.of(field, value));
    }

    void changeAtB(String field, String value) {
      b.update("incident", ofB, Map.of(field, value));
    }

    String atA(String field) {
      return a.instance().records().get(Actor.system(), "incident", ofA).get(field);
    }

    String atB(String field) {
      return b.instance().records().get(Actor.system(), "incident", ofB).get(field);
    }
  }
}
