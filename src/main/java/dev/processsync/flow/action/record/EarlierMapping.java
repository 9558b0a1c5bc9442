package dev.processsync.flow.action.record;

import dev.processsync.flow.action.Step;
import dev.processsync.flow.payload.ChangedField;
import dev.processsync.flow.payload.EarlierReading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.MapValueProvider;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * What the entries of a step's mapping would have been with what the payload's fields were before.
 * A text with pills in it is evaluated once more; a pill alone knows.
 */
final class EarlierMapping {

  private final ExecutionEntity execution;
  private final Map<String, ParameterValueProvider> expressions;

  EarlierMapping(Step step) {
    this.execution = (ExecutionEntity) step.execution();
    this.expressions = expressions();
  }

  private Map<String, ParameterValueProvider> expressions() {
    Map<String, ParameterValueProvider> byField = new HashMap<>();
    IoMapping inputs = execution.getActivity().getIoMapping();
    if (inputs == null) {
      return byField;
    }
    for (InputParameter input : inputs.getInputParameters()) {
      if (input.getName().equals("fields")
          && input.getValueProvider() instanceof MapValueProvider map) {
        map.getProviderMap()
            .forEach((name, value) -> byField.put(String.valueOf(name.getValue(execution)), value));
      }
    }
    return byField;
  }

  /**
   * @param value what the entry is now
   * @return empty if it is not known what it is made of
   */
  Optional<EarlierReading> of(String name, Object value) {
    if (value instanceof ChangedField) {
      return Optional.of(EarlierReading.of(() -> value));
    }
    return Optional.ofNullable(expressions.get(name))
        .filter(ParameterValueProvider::isDynamic)
        .map(expression -> EarlierReading.of(() -> expression.getValue(execution)));
  }
}
