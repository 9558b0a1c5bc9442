package dev.processsync.designer.dryrun;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.processsync.flow.engine.RecordedStep;
import dev.processsync.flow.payload.ChangedField;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step with its values as people read them. */
final class ShownStep {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ShownStep() {}

  static DryRunResult.Step of(RecordedStep step) {
    return new DryRunResult.Step(
        step.activity(),
        step.name(),
        step.type(),
        shown(step.inputs()),
        shown(step.outputs()),
        step.done());
  }

  private static Map<String, @Nullable Object> shown(Map<?, ?> values) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    values.forEach((name, value) -> shown.put(String.valueOf(name), shown(value)));
    return shown;
  }

  /** A field of a payload stands for its value, as it does in a mapping. */
  private static @Nullable Object shown(@Nullable Object value) {
    if (value == null
        || value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean) {
      return value;
    } else if (value instanceof ChangedField field) {
      return field.value();
    } else if (value instanceof Map<?, ?> map) {
      return shown(map);
    }
    return JSON.valueToTree(value);
  }
}
