package dev.processsync.flow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.problem.RecordConflict;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.junit.jupiter.api.Test;

class CauseTest {

  @Test
  void anExpressionThatMeansNothingWillMeanNothingAgain() {
    assertThat(Cause.isFinal(wrapped(new PropertyNotFoundException("no such pill")))).isTrue();
  }

  @Test
  void aConflictMayBeARaceUnlessWhatIsInTheWayWasThereBefore() {
    RuntimeException race = wrapped(new RecordConflict("Somebody was faster."));

    assertThat(Cause.isRace(race)).isTrue();
    assertThat(Cause.isFinal(race)).isFalse();
  }

  @Test
  void whatNobodyHasForeseenMayPass() {
    assertThat(Cause.isFinal(wrapped(new IllegalStateException("out of order")))).isFalse();
  }

  private static ProcessEngineException wrapped(RuntimeException cause) {
    return new ProcessEngineException("wrapped", new ProcessEngineException("twice", cause));
  }
}
