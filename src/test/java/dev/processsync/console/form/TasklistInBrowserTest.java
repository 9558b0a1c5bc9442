package dev.processsync.console.form;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.processsync.InstanceTest;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forms of {@code forms/} as Tasklist shows them. */
@InstanceTest
@BrowserTest
class TasklistInBrowserTest {

  private static final String PROCESS = "fill-in-an-incident";

  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @LocalServerPort private int port;

  private String deployment = "";

  @BeforeEach
  void aProcessThatAsksForAnIncident() {
    deployment =
        repository
            .createDeployment()
            .addModelInstance(
                PROCESS + ".bpmn",
                Bpmn.createExecutableProcess(PROCESS)
                    .camundaHistoryTimeToLiveString("P30D")
                    .startEvent()
                    .userTask("UserTask_FillIn")
                    .name("Fill in the incident")
                    .camundaAssignee("admin")
                    .camundaFormRef("incident")
                    .camundaFormRefBinding("latest")
                    .receiveTask("ReceiveTask_Wait")
                    .message("nobody sends this")
                    .endEvent()
                    .done())
            .deploy()
            .getId();
  }

  @AfterEach
  void removeIt() {
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void fillsInTheFormOfATable(People people) {
    String instance = runtime.startProcessInstanceByKey(PROCESS).getId();
    String task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
    Person admin = people.at(port).logsIn();
    admin.opens("/camunda/app/tasklist/default/#/?task=" + task);
    Locator form = admin.page().locator(".fjs-form");

    form.getByLabel("Short description").fill("A laptop");
    assertThat(form.getByLabel("Number")).isDisabled();
    form.getByLabel("Assignment group").fill("Hardware");
    admin.picture(Path.of("target/browser/tasklist.png"));
    admin
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
        .click();

    assertThat(form).hasCount(0);
    // The form goes when the button is pressed, the answer comes later.
    await()
        .untilAsserted(
            () ->
                assertThat(runtime.getVariable(instance, "short_description"))
                    .isEqualTo("A laptop"));
  }
}
