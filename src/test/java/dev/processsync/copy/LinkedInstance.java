package dev.processsync.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.processsync.TwoInstances;
import dev.processsync.TwoInstances.RunningInstance;
import dev.processsync.database.ThisInstance;
import dev.processsync.definition.Side;
import dev.processsync.definition.SyncTables;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;

/**
 * An instance that sends its incidents with a mark to a partner.
 *
 * @param here its side, whichever instance has the records of it
 * @param instanceId of the instance that was linked
 */
record LinkedInstance(
    RunningInstance instance, Side here, Side there, String instanceId, String mark) {

  private static final Actor SYSTEM = Actor.system();
  private static final String SUBFLOW = "request-hardware-inbound";

  static LinkedInstance with(RunningInstance instance) {
    RunningInstance partner = TwoInstances.vendor();
    List<Side> pair = Side.pair(instance, partner);
    Side here = pair.get(0);
    Side there = pair.get(1);
    here.names(there);
    there.names(here);
    partner
        .bean(RepositoryService.class)
        .createDeployment()
        .addClasspathResource("subflows/" + SUBFLOW + ".bpmn")
        .deploy();
    String mark = "Copied " + SysId.next() + " ";
    String event = here.event("Copied");
    bind(here, SyncTables.OUTBOUND_FLOW, event, "outbound-flow-template-basic");
    bind(there, SyncTables.INBOUND_FLOW, there.event("Copied"), SUBFLOW);
    insert(
        instance,
        SyncTables.CAPTURE,
        Map.of(
            "definition",
            here.definition(),
            "process_event",
            event,
            "state",
            "active",
            "table",
            "incident",
            "filter",
            "short_descriptionSTARTSWITH" + mark,
            "fields",
            "number,short_description,assignment_group,severity,state"));
    assertThat(here.validateAndActivate().statusCode()).isEqualTo(200);
    return new LinkedInstance(instance, here, there, instance.bean(ThisInstance.class).id(), mark);
  }

  private static void bind(Side side, String table, String event, String subflow) {
    insert(
        side.instance(),
        table,
        Map.of(
            "definition",
            side.definition(),
            "process_event",
            event,
            "remote_system",
            side.remoteSystem(),
            "subflow",
            subflow));
  }

  private static String insert(RunningInstance instance, String table, Map<String, String> values) {
    return instance.records().insert(SYSTEM, table, values).sysId();
  }

  /** What the same records are on another instance that has the database, or a copy of it. */
  LinkedInstance on(RunningInstance other) {
    return new LinkedInstance(other, here, there, instanceId, mark);
  }

  /** Answers the incident, for which an event waits to be sent. */
  String capturesAnIncident(String what) {
    String incident = insert(instance, "incident", Map.of("short_description", mark + what));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                !instance
                    .records()
                    .list(
                        SYSTEM,
                        "ih_sync_outbound_queue",
                        Query.parse("local_record=" + incident + "^stage!=flow"),
                        0,
                        1)
                    .isEmpty());
    return incident;
  }

  void sendsAnIncident(String what) {
    capturesAnIncident(what);
    await().atMost(Duration.ofSeconds(30)).until(() -> arrivedAtPartner().contains(what));
  }

  List<String> arrivedAtPartner() {
    return there
        .instance()
        .records()
        .list(SYSTEM, "incident", Query.parse("short_descriptionSTARTSWITH" + mark), 0, 10)
        .stream()
        .map(incident -> incident.get("short_description").substring(mark.length()))
        .toList();
  }

  TableRecord system() {
    return instance.records().get(SYSTEM, SyncTables.REMOTE_SYSTEM, here.remoteSystem());
  }

  /** What the partner is answered if it posts this. */
  HttpResponse<String> posts(String messages) {
    return instance.send(
        "POST",
        "api/process-sync/v1/messages",
        here.apiUser().login(),
        here.apiUser().password(),
        messages);
  }

  HttpResponse<String> validates() {
    return instance.post(
        "api/process-sync/v1/remote-systems/" + here.remoteSystem() + "/validate-and-activate",
        "{}");
  }

  HttpResponse<String> postsAsProcessAdministrator(String path, String json) {
    Side.User user = Side.user(instance, "process");
    insert(instance, "sys_user_has_role", Map.of("user", user.sysId(), "role", "ih_process_sync"));
    return instance.send("POST", path, user.login(), user.password(), json);
  }
}
