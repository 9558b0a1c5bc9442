package dev.processsync.testing;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.testing.slice.FlowSlice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * A subflow that is published.
 *
 * @param source what the reader knows it by: its file
 * @param definition the engine's id of this version
 */
record Model(String source, String definition, String key, Kind kind, BpmnModelInstance bpmn) {

  private static final String KIND = "process-sync.kind";

  static Model publish(FlowSlice world, Path file) {
    try {
      return publish(world, file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(
          "Subflow %s can't be read: there is no such file below %s."
              .formatted(file, Path.of("").toAbsolutePath()));
    }
  }

  static Model publish(FlowSlice world, String source, String xml) {
    RepositoryService repository = world.engine.getRepositoryService();
    ProcessDefinition definition = deploy(repository, source, xml);
    BpmnModelInstance bpmn = repository.getBpmnModelInstance(definition.getId());
    return new Model(source, definition.getId(), definition.getKey(), kind(source, bpmn), bpmn);
  }

  private static ProcessDefinition deploy(RepositoryService repository, String source, String xml) {
    List<ProcessDefinition> deployed;
    try {
      deployed =
          repository
              .createDeployment()
              .name(source)
              .addString("subflow.bpmn", xml)
              .deployWithResult()
              .getDeployedProcessDefinitions();
    } catch (ParseException e) {
      throw new AssertionError("Subflow %s can't be published. %s".formatted(source, reasons(e)));
    }
    if (deployed == null || deployed.size() != 1) {
      throw new AssertionError(
          "Subflow %s must be one process, which is executable.".formatted(source));
    }
    return deployed.get(0);
  }

  private static String reasons(ParseException e) {
    return e.getResorceReports().stream()
        .flatMap(report -> report.getErrors().stream())
        .map(problem -> "Line %d: %s".formatted(problem.getLine(), problem.getMessage()))
        .collect(Collectors.joining(" "));
  }

  private static Kind kind(String source, BpmnModelInstance bpmn) {
    return bpmn.getModelElementsByType(CamundaProperty.class).stream()
        .filter(property -> KIND.equals(property.getCamundaName()))
        .flatMap(
            property ->
                Stream.of(Kind.values())
                    .filter(kind -> kind.name().equalsIgnoreCase(property.getCamundaValue())))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "Subflow %s has no extension property %s; it says inbound, outbound or error."
                        .formatted(source, KIND)));
  }

  /** How messages name an activity: its name as the diagram shows it, and its id. */
  String title(String activity) {
    return bpmn.getModelElementById(activity) instanceof FlowElement element
            && element.getName() != null
            && !element.getName().isBlank()
        ? "%s (%s)".formatted(element.getName(), activity)
        : activity;
  }

  /**
   * The id as it is.
   *
   * @throws AssertionError if the model has no such element: a test that asks for a misspelt one
   *     would pass for the wrong reason
   */
  String require(String activity) {
    if (bpmn.getModelElementById(activity) == null) {
      throw new AssertionError(
          "Subflow %s has no activity '%s'. It has: %s."
              .formatted(
                  source,
                  activity,
                  bpmn.getModelElementsByType(FlowElement.class).stream()
                      .map(FlowElement::getId)
                      .collect(Collectors.joining(", "))));
    }
    return activity;
  }
}
