package dev.processsync.designer.catalogue;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.designer.model.Model;
import dev.processsync.designer.model.SubflowProblem.InvalidSubflow;
import dev.processsync.flow.expression.Actions;
import dev.processsync.policy.CheckedParse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Whether a model may become a subflow's draft. */
@Component
class ModelCheck {

  private final Actions actions;

  ModelCheck(Actions actions) {
    this.actions = actions;
  }

  /**
   * @return the process's name
   * @throws InvalidSubflow if the model is not of this subflow, or contains what could run code
   */
  String require(String key, Kind kind, String bpmn) {
    Model model = Model.parse(bpmn);
    Element process = model.requireOnlyProcess(key);
    if (model.kind(key).filter(kind::equals).isEmpty()) {
      throw new InvalidSubflow(
          "The process must keep its extension property process-sync.kind, '%s'."
              .formatted(kind.name().toLowerCase(Locale.ROOT)));
    }
    try {
      CheckedParse.ofDraft(actions.names())
          .name(key + ".bpmn")
          .sourceInputStream(new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)))
          .execute();
    } catch (ParseException e) {
      throw new InvalidSubflow(reasons(e));
    }
    String name = process.getAttribute("name").strip();
    return name.isEmpty() ? key : name;
  }

  /** What the engine objects to, line by line. */
  static String reasons(ParseException e) {
    return e.getResorceReports().stream()
        .flatMap(report -> report.getErrors().stream())
        .map(ModelCheck::reason)
        .collect(Collectors.joining(" "));
  }

  private static String reason(Problem problem) {
    return problem.getLine() < 1
        ? problem.getMessage()
        : "Line %d: %s".formatted(problem.getLine(), problem.getMessage());
  }
}
