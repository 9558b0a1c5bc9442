package dev.processsync.flow.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An activity or event that a recorded flow came to. Values are the variables themselves.
 *
 * @param type of the BPMN element, as {@code serviceTask}
 * @param inputs what the model gave it
 * @param outputs what its action gave, before the model mapped it
 * @param done whether it was left again
 */
public record RecordedStep(
    String activity,
    String name,
    String type,
    Map<String, @Nullable Object> inputs,
    Map<String, @Nullable Object> outputs,
    boolean done) {

  static RecordedStep begun(String activity, String name, String type) {
    return new RecordedStep(
        activity, name, type, new LinkedHashMap<>(), new LinkedHashMap<>(), false);
  }
}
