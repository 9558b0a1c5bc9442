package dev.processsync.designer.check;

import dev.processsync.definition.Subflows.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** Tells what is wrong with a subflow before it is published, not when the first event fails. */
@Component
public class SubflowChecks {

  private final List<Rule> rules;

  SubflowChecks(List<Rule> rules) {
    this.rules = rules;
  }

  /**
   * The problems of a model that the engine's policy allows, errors first.
   *
   * @param key the subflow's; its process has this id
   */
  public List<Problem> check(String key, Kind kind, String bpmn) {
    DrawnFlow flow;
    try {
      flow = DrawnFlow.read(key, kind, bpmn);
    } catch (ModelException unreadable) {
      return List.of(
          new Place(key, key, "").error("The model is not valid BPMN: " + reason(unreadable)));
    }
    return rules.stream()
        .flatMap(rule -> rule.problems(flow))
        .distinct()
        .sorted(Comparator.comparing(Problem::severity))
        .toList();
  }

  /** The parser's own message is only that it failed. */
  private static String reason(RuntimeException unreadable) {
    Throwable cause = unreadable.getCause();
    return Objects.requireNonNullElse(
        (cause == null ? unreadable : cause).getMessage(), "no reason given");
  }
}
