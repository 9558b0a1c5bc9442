package dev.processsync.flow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.InstanceTest;
import java.util.Locale;
import javax.script.SimpleScriptContext;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Even where a model's script got past the policy, there is nothing that would run it. */
@InstanceTest
class NoScriptsTest {

  @Autowired private ProcessEngine engine;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feel",
        "juel",
        "javascript",
        "ecmascript",
        "groovy",
        "python",
        "ruby",
        "Graal.js"
      })
  void noLanguageHasAnEngine(String language) {
    assertThatThrownBy(
            () ->
                configuration()
                    .getCommandExecutorTxRequired()
                    .execute(
                        context ->
                            configuration()
                                .getScriptingEngines()
                                .getScriptEngineForLanguage(language)))
        .hasMessageContaining(
            "Can't find scripting engine for '" + language.toLowerCase(Locale.ROOT) + "'");
  }

  @Test
  void scriptsWouldSeeNoBean() {
    assertThat(configuration().getBeans()).isEmpty();
    assertThat(
            configuration()
                .getScriptingEngines()
                .getScriptBindingsFactory()
                .createBindings(new ExecutionEntity(), new SimpleScriptContext().getBindings(100)))
        .isEmpty();
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }
}
