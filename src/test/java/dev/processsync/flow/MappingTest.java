package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.correlation.Correlation;
import dev.processsync.flow.action.FlowSlice;
import dev.processsync.flow.action.InMemory;
import dev.processsync.identity.Role;
import dev.processsync.table.Actor;
import dev.processsync.table.SysId;
import dev.processsync.table.TableRecord;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Copies of the inbound template, edited as the tutorial says in steps 39–42 and 46–49. */
class MappingTest {

  private static final FlowSlice flows = FlowSlice.get();

  @RegisterExtension
  static final ProcessEngineCoverageExtension COVERAGE =
      ProcessEngineCoverageExtension.builder(flows.running()).build();

  /** Step 40. */
  private static final String REQUEST =
      """
      {"capture_metadata":{"changed_by":"admin","timestamp":"2020-09-24 19:26:59"},
      "changed_fields":[
        {"display_value":"","value":"incident","key":"sys_class_name"},
        {"display_value":"","value":"552c48888c033300964f4932b03eb092","key":"sys_id"},
        {"display_value":"","value":"INC0040015","key":"number"},
        {"display_value":"","value":"","key":"short_description"},
        {"display_value":"Hardware","value":"9f5b572d9cd82010f877a5cfd1fdce30","key":"assignment_group"},
        {"display_value":"","value":"1","key":"severity"},
        {"display_value":"","value":"2","key":"state"}]}""";

  /** Step 47. */
  private static final String FULFILLED =
      """
      {"capture_metadata":{"changed_by":"admin","timestamp":"2020-10-26 14:18:45"},
      "changed_fields":[
        {"display_value":"","value":"incident","key":"sys_class_name"},
        {"display_value":"","value":"d4cdfce8db4c2410cfe4d9595e96197b","key":"sys_id"},
        {"display_value":"","value":"INC0040014","key":"number"},
        {"display_value":"","value":"101","key":"state"},
        {"display_value":"","value":"Resolved by caller","key":"close_code"},
        {"display_value":"System Administrator","value":"6816f79cc0a8016401c5a33be04be441","key":"resolved_by"},
        {"display_value":"","value":"","key":"close_notes"}]}""";

  private static final Map<String, String> REQUEST_MAPPING =
      Map.of(
          "short_description", "${changed_fields.short_description}",
          "description", "${changed_fields.short_description}",
          "assignment_group", "${changed_fields.assignment_group}",
          "urgency", "${changed_fields.severity}",
          "state", "${changed_fields.state}");

  private static final Map<String, String> FULFILMENT_MAPPING =
      Map.of(
          "state", "${changed_fields.state}",
          "resolved_by", "${changed_fields.resolved_by}",
          "close_notes", "${changed_fields.close_notes}",
          "close_code", "${changed_fields.close_code}");

  @BeforeEach
  void world() {
    flows.reset();
  }

  @Test
  void theRequestOfTheTutorialCreatesAnIncidentWithSeverityAsUrgency() {
    String group = group("Hardware");

    run(
        edited(REQUEST, REQUEST_MAPPING),
        REQUEST.replace("\"\",\"key\":\"short", "\"A laptop\",\"key\":\"short"));

    TableRecord incident = applied();
    assertThat(incident.get("short_description")).isEqualTo("A laptop");
    assertThat(incident.get("description")).isEqualTo("A laptop");
    assertThat(incident.get("assignment_group")).as("by display value").isEqualTo(group);
    assertThat(incident.get("urgency")).isEqualTo("1");
    assertThat(incident.get("state")).isEqualTo("2");
  }

  @Test
  void aReferenceResolvesByIdBeforeItResolvesByDisplayValue() {
    String group = group("Another Hardware");

    run(
        edited(REQUEST, REQUEST_MAPPING),
        REQUEST
            .replace("9f5b572d9cd82010f877a5cfd1fdce30", group)
            .replace("\"Hardware\"", "\"?\""));

    assertThat(applied().get("assignment_group")).isEqualTo(group);
  }

  @Test
  void aReferenceThatLeadsNowhereStaysEmptyWithAWarning() {
    run(edited(REQUEST, REQUEST_MAPPING), REQUEST.replace("\"Hardware\"", "\"Nobody's Group\""));

    assertThat(applied().get("assignment_group")).isEmpty();
    assertThat(flows.memory.told)
        .contains(
            "entry-1 warned: Assignment group (incident.assignment_group) stays empty: no record, or"
                + " more than one, of sys_user_group is '9f5b572d9cd82010f877a5cfd1fdce30' or"
                + " 'Nobody's Group'.");
  }

  @Test
  void anUnknownChoiceIsStoredAsItIs() {
    Correlation correlation = correlated();

    run(edited(FULFILLED, FULFILMENT_MAPPING), FULFILLED);

    TableRecord incident = flows.read("incident", correlation.localRecord());
    assertThat(incident.get("state")).isEqualTo("101");
    assertThat(incident.get("close_code")).isEqualTo("Resolved by caller");
    assertThat(incident.get("close_notes")).isEmpty();
  }

  @Test
  void withoutItsElseAnEventOfAnUnknownRecordDoesNothingAndSaysWhy() {
    String model = edited(FULFILLED, FULFILMENT_MAPPING);
    for (String gone :
        new String[] {
          "ServiceTask_CreateIncidentRecord",
          "ServiceTask_CreateCorrelation",
          "Flow_CorrelationFound_No",
          "Flow_IncidentCreated",
          "Flow_RecordCorrelated"
        }) {
      model = without(model, gone);
    }

    Object reason = run(model, FULFILLED).get("error_message");

    assertThat(reason)
        .isEqualTo(
            "No record is correlated with remote system %s by local correlation id ours."
                .formatted(InMemory.REMOTE));
    assertThat(flows.memory.told).isEmpty();
  }

  @Test
  void aPillThatThePayloadDidNotBringLeavesTheFieldAlone() {
    Correlation correlation = correlated();
    String payload =
        "{\"changed_fields\":[{\"key\":\"sys_id\",\"value\":\"1\"},{\"key\":\"state\",\"value\":\"2\"}]}";

    run(edited(REQUEST, REQUEST_MAPPING), payload);

    TableRecord incident = flows.read("incident", correlation.localRecord());
    assertThat(incident.get("short_description")).isEqualTo("As it was");
    assertThat(incident.get("state")).isEqualTo("2");
  }

  @Test
  void aPillThatIsEmptyEmptiesTheField() {
    Correlation correlation = correlated();

    run(edited(REQUEST, REQUEST_MAPPING), REQUEST);

    assertThat(flows.read("incident", correlation.localRecord()).get("short_description"))
        .isEmpty();
  }

  @Test
  void textMayHavePillsInIt() {
    group("Hardware");

    run(
        edited(
            REQUEST,
            Map.of(
                "short_description",
                "${changed_fields.number.value} for ${changed_fields.assignment_group.display_value} at ${capture_metadata.timestamp}",
                "category",
                "hardware")),
        REQUEST);

    assertThat(applied().get("short_description"))
        .isEqualTo("INC0040015 for Hardware at 2020-09-24 19:26:59");
    assertThat(applied().get("category")).isEqualTo("hardware");
  }

  @Test
  void aPillThatIsNotInTheSampleIsNamed() {
    String model = edited(REQUEST, Map.of("urgency", "${changed_fields.sverity}"));

    assertThatThrownBy(() -> run(model, REQUEST))
        .hasMessageContaining(
            "changed_fields.sverity is not in the sample payload: it has sys_class_name, sys_id, number, short_description, assignment_group, severity, state.");
  }

  @Test
  void anUnknownFieldIsNamedAndNothingChanges() {
    String model = edited(REQUEST, Map.of("urgencyy", "${changed_fields.severity}"));

    assertThatThrownBy(() -> run(model, REQUEST))
        .hasMessageContaining("Incident [incident] has no field 'urgencyy'");
    assertThat(flows.memory.correlations).isEmpty();
  }

  @Test
  void aRecordThatWasDeletedHereCanNotBeUpdated() {
    flows.memory.create(InMemory.REMOTE, "ours", "theirs", "incident", SysId.next());

    assertThatThrownBy(() -> run(edited(REQUEST, REQUEST_MAPPING), REQUEST))
        .hasMessageContaining("was deleted on this instance, so its update can't be applied");
  }

  @Test
  void nobodyToRunAsIsSaid() {
    flows.memory.runAs = Optional.of(InMemory.actor(Role.INCIDENT_MANAGER));
    assertThatThrownBy(() -> run(edited(REQUEST, REQUEST_MAPPING), REQUEST))
        .hasMessageContaining(
            "Remote system 'Customer Instance' runs inbound flows as rps.run.as, who lacks the role ih_process_sync_run_as.");

    flows.memory.runAs = Optional.empty();
    assertThatThrownBy(() -> run(edited(REQUEST, REQUEST_MAPPING), REQUEST))
        .hasMessageContaining("who is unknown or inactive");

    flows.memory.remote = Optional.of(InMemory.remoteSystem(""));
    assertThatThrownBy(() -> run(edited(REQUEST, REQUEST_MAPPING), REQUEST))
        .hasMessageContaining("names nobody to run inbound flows as");
    assertThat(flows.memory.correlations).isEmpty();
  }

  @Test
  void theRunAsUserNeedsAccessToTheTableToo() {
    flows.memory.runAs = Optional.of(InMemory.actor(Role.RUN_AS));

    assertThatThrownBy(() -> run(edited(REQUEST, REQUEST_MAPPING), REQUEST))
        .hasMessageContaining("ncident");
    assertThat(flows.memory.correlations).isEmpty();
  }

  @Test
  void pillsSurviveAWait() {
    String model =
        edited(REQUEST, Map.of("short_description", "${changed_fields.number}"))
            .replace("sourceRef=\"ServiceTask_LookUpCorrelation\"", "sourceRef=\"UserTask_Wait\"")
            .replaceFirst(
                "<bpmn:sequenceFlow ",
                "<bpmn:userTask id=\"UserTask_Wait\" /><bpmn:sequenceFlow id=\"Flow_Wait\""
                    + " sourceRef=\"ServiceTask_LookUpCorrelation\" targetRef=\"UserTask_Wait\" />"
                    + "<bpmn:sequenceFlow ");
    run(model, REQUEST);
    assertThat(flows.memory.correlations).isEmpty();

    TaskService tasks = flows.engine.getTaskService();
    tasks.complete(tasks.createTaskQuery().singleResult().getId());

    assertThat(applied().get("short_description")).isEqualTo("INC0040015");
  }

  private static String group(String name) {
    return flows.records.findBy(Actor.system(), "sys_user_group", Map.of("name", name)).stream()
        .findFirst()
        .orElseGet(() -> flows.insert("sys_user_group", Map.of("name", name)))
        .sysId();
  }

  private static Correlation correlated() {
    TableRecord incident = flows.insert("incident", Map.of("short_description", "As it was"));
    return flows.memory.create(InMemory.REMOTE, "ours", "theirs", "incident", incident.sysId());
  }

  private static TableRecord applied() {
    return flows.read("incident", flows.memory.correlations.get(0).localRecord());
  }

  /** The template with a sample, and the mapping in both record actions. */
  private static String edited(String sample, Map<String, String> mapping) {
    String entries =
        mapping.entrySet().stream()
            .map(
                entry ->
                    "<camunda:entry key=\"%s\">%s</camunda:entry>"
                        .formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("", "<camunda:map>", "</camunda:map>"));
    return FlowSlice.model("inbound-flow-template-basic")
        .replace("inbound-flow-template-basic", "a-copy")
        .replace("<camunda:map />", entries)
        .replace(
            "<camunda:inputParameter name=\"sample_payload\" />",
            "<camunda:inputParameter name=\"sample_payload\">"
                + sample
                + "</camunda:inputParameter>");
  }

  private static String without(String model, String id) {
    String references = "\\s*<bpmn:(incoming|outgoing)>" + id + "</bpmn:(incoming|outgoing)>";
    String element = "(?s)\\s*<bpmn:(\\w+) id=\"" + id + "\".*?</bpmn:\\1>";
    String flow = "\\s*<bpmn:sequenceFlow id=\"" + id + "\"[^>]*/>";
    String drawing = "(?s)\\s*<bpmndi:(\\w+) id=\"" + id + "_di\".*?</bpmndi:\\1>";
    return model
        .replaceAll(references, "")
        .replaceAll(flow, "")
        .replaceAll(element, "")
        .replaceAll(drawing, "");
  }

  private static Map<String, Object> run(String model, String payload) {
    flows.deploy("a-copy", model);
    return flows
        .engine
        .getRuntimeService()
        .createProcessInstanceByKey("a-copy")
        .setVariables(
            Map.of(
                "queue_entry", "entry-1",
                "remote_system", InMemory.REMOTE,
                "remote_correlation_id", "theirs",
                "local_correlation_id", "ours",
                "process_event", "Request Hardware",
                "operation", "update",
                "payload", payload))
        .executeWithVariablesInReturn()
        .getVariables();
  }
}
