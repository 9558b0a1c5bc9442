package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.identity.Role;
import dev.processsync.testing.FlowResult;
import dev.processsync.testing.RecordAssert;
import dev.processsync.testing.SubflowExtension;
import dev.processsync.testing.slice.FlowSlice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every path through the error template. */
class ErrorFlowTemplateTest {

  @RegisterExtension
  static final SubflowExtension subflow =
      SubflowExtension.of(Path.of("bpmn/error-flow-template-basic.bpmn"));

  @RegisterExtension static final ProcessEngineCoverageExtension coverage = subflow.coverage(1.0);

  @Test
  void anIncidentTellsTheAdministratorsWhatIsWrongAndSinceWhen() {
    subflow
        .given()
        .remoteSystem("Vendor Instance")
        .connectionError("vendor.example refused the connection.")
        .failingSince(Instant.parse("2024-02-01T12:00:00Z"))
        .failedTries(4)
        .waitingMessages(17);

    FlowResult result = subflow.run();

    result.isEnded().hasPassedInOrder("ServiceTask_CreateIncident", "EndEvent_AdministratorsTold");
    RecordAssert incident =
        result
            .created("incident")
            .hasFields(
                Map.of(
                    "short_description",
                    "Remote system Vendor Instance can't be reached",
                    "urgency",
                    "1",
                    "sys_created_by",
                    "rps.run.as"))
            .hasFieldContaining("description", "vendor.example refused the connection.")
            .hasFieldContaining(
                "description", "Failing since 2024-02-01 12:00:00 UTC, tried 4 times in a row.")
            .hasFieldContaining("description", "Messages that wait for it: 17.");
    result.hasVariable("incident", incident.actual().sysId());
  }

  @Test
  void noQueueEntryIsToldOfIt() {
    subflow.run();

    assertThat(FlowSlice.get().memory.told).isEmpty();
  }

  @Test
  void aGroupThatNobodyKnowsStaysEmptyAndStopsNothing() {
    subflow.publish(
        FlowSlice.model("error-flow-template-basic")
            .replace(
                "<camunda:entry key=\"urgency\">",
                "<camunda:entry key=\"assignment_group\">Nobody</camunda:entry><camunda:entry key=\"urgency\">"));

    FlowResult result = subflow.run();

    result.isEnded().hasNoWarnings();
    result.created("incident").hasField("assignment_group", "");
  }

  @Test
  void aUserWhoMayNotWriteIncidentsIsNamed() {
    subflow.given().runAs(Role.RUN_AS);

    subflow
        .fails()
        .at("ServiceTask_CreateIncident")
        .because("'rps.run.as' may not create Incident");
  }
}
