package dev.processsync.flow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.InstanceTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's history does not grow for ever. */
@InstanceTest
class HistoryCleanupTest {

  @Autowired private ProcessEngine engine;

  @Test
  void isDueEveryNight() {
    ProcessEngineConfigurationImpl setup =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

    assertThat(setup.isHistoryCleanupEnabled()).isTrue();
    assertThat(setup.isEnforceHistoryTimeToLive()).isTrue();
    assertThat(engine.getHistoryService().findHistoryCleanupJobs())
        .isNotEmpty()
        .extracting(Job::getDuedate)
        .doesNotContainNull();
  }

  @Test
  void aModelThatSaysNothingKeepsItsHistoryForThirtyDays() {
    String definition =
        engine
            .getRepositoryService()
            .createDeployment()
            .addString(
                "silent.bpmn",
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
                  <process id="silent" isExecutable="true"><startEvent id="start"/></process>
                </definitions>
                """)
            .deployWithResult()
            .getDeployedProcessDefinitions()
            .get(0)
            .getId();

    assertThat(engine.getRepositoryService().getProcessDefinition(definition))
        .extracting("historyTimeToLive")
        .isEqualTo(30);
  }
}
