package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A subflow with a user task waits in the engine, and the entry with it, until somebody has done
 * the task.
 */
@InstanceTest
class ReviewByAPersonTest {

  @Autowired private Records records;
  @Autowired private RepositoryService repository;
  @Autowired private TaskService tasks;
  @Autowired private FormService forms;

  private TableRecord capture = new TableRecord("", Map.of());

  @AfterEach
  void nothingIsCapturedAnyMore() {
    records.update(
        Actor.system(), "ih_sync_capture_definition", capture.sysId(), Map.of("state", "draft"));
  }

  @Test
  void theEntryWaitsForThePersonWhoReviewsItWithTheShippedForm() throws Exception {
    repository.createDeployment().addModelInstance("review-outbound.bpmn", model()).deploy();
    TableRecord incident = capturedIncident();

    await().untilAsserted(() -> assertThat(taskOf(incident)).isNotNull());
    assertThat(entryOf(incident).get("status")).isEqualTo("ready");
    assertThat(entryOf(incident).get("stage")).isEqualTo("engine");
    try (InputStream form = forms.getDeployedTaskForm(taskOf(incident).getId())) {
      assertThat(new String(form.readAllBytes(), StandardCharsets.UTF_8))
          .contains("\"key\": \"process_event\"");
    }
    assertThat(tasks.getVariable(taskOf(incident).getId(), "process_event"))
        .isEqualTo("Request Hardware");

    tasks.complete(taskOf(incident).getId(), Map.of("approved", true));

    await().untilAsserted(() -> assertThat(entryOf(incident).get("status")).isEqualTo("processed"));
  }

  private TableRecord capturedIncident() {
    SyncSetup setup = new SyncSetup(records);
    TableRecord definition = setup.definition();
    TableRecord event = setup.event(definition, "Request Hardware");
    TableRecord system =
        setup.activeRemoteSystem(
            definition,
            setup.alias("http://localhost:1/"),
            setup.user("api", "ih_process_sync_api"),
            setup.user("run.as", "ih_process_sync_run_as"));
    setup.outboundFlow(event, system, "review-outbound");
    String subject = setup.unique("For review");
    capture =
        setup.activeCapture(event, "short_description=" + subject, "number,short_description");
    return setup.insert("incident", Map.of("short_description", subject));
  }

  private Task taskOf(TableRecord incident) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(incident.get("number"))
        .singleResult();
  }

  private TableRecord entryOf(TableRecord incident) {
    return records
        .list(
            Actor.system(),
            "ih_sync_outbound_queue",
            Query.equal("local_record", incident.sysId()),
            0,
            1)
        .get(0);
  }

  private static BpmnModelInstance model() {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess("review-outbound")
            .name("Review before sending")
            .camundaHistoryTimeToLiveString("P30D")
            .startEvent()
            .userTask()
            .name("Review event")
            .camundaFormRef("review-event")
            .camundaFormRefBinding("latest")
            .endEvent()
            .done();
    Process process = model.getModelElementsByType(Process.class).iterator().next();
    ExtensionElements extensions = model.newInstance(ExtensionElements.class);
    process.setExtensionElements(extensions);
    CamundaProperty kind = model.newInstance(CamundaProperty.class);
    kind.setCamundaName("process-sync.kind");
    kind.setCamundaValue("outbound");
    extensions.addExtensionElement(CamundaProperties.class).getCamundaProperties().add(kind);
    return model;
  }
}
