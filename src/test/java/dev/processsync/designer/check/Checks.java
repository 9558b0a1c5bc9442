package dev.processsync.designer.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.processsync.definition.Subflows.Kind;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.handshake.OfferedFields;
import dev.processsync.handshake.OfferedFields.Offered;
import dev.processsync.record.TestTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** All rules on the shipped tables, and models that are edits of the shipped templates. */
public final class Checks {

  static final String KEY = "a-copy";

  /** With the fields sys_id, short_description and severity. */
  static final String SAMPLE =
      """
      {"capture_metadata":{"changed_by":"admin","timestamp":"2020-09-24 19:26:59"},
      "changed_fields":[
        {"display_value":"","value":"552c48888c033300964f4932b03eb092","key":"sys_id"},
        {"display_value":"","value":"","key":"short_description"},
        {"display_value":"","value":"1","key":"severity"}]}""";

  private static List<Offered> offered = List.of();

  private static final SubflowChecks ALL = start();

  private Checks() {}

  private static SubflowChecks start() {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(
        Dictionary.class, () -> TestTables.start().getBean(Dictionary.class), bean -> {});
    context.registerBean(ObjectMapper.class);
    context.registerBean(
        OfferedFields.class, () -> subflow -> KEY.equals(subflow) ? offered : List.of());
    context.scan("dev.processsync.designer.check");
    context.refresh();
    return context.getBean(SubflowChecks.class);
  }

  /** What the other side is to have offered to the inbound flows of {@link #KEY}. */
  static void offer(Offered... flows) {
    offered = List.of(flows);
  }

  public static List<Problem> check(Kind kind, String bpmn) {
    return ALL.check(KEY, kind, bpmn);
  }

  static List<String> errors(Kind kind, String bpmn) {
    return check(kind, bpmn).stream().filter(Problem::isError).map(Problem::message).toList();
  }

  static List<String> warnings(Kind kind, String bpmn) {
    return check(kind, bpmn).stream()
        .filter(problem -> !problem.isError())
        .map(Problem::message)
        .toList();
  }

  static String shipped(String key) {
    try {
      return Files.readString(Path.of("bpmn", key + ".bpmn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy of the inbound template with {@link #SAMPLE} and a mapping in both record actions. */
  static String inbound(String entries) {
    return with(
        with(
            shipped("inbound-flow-template-basic"),
            "<camunda:inputParameter name=\"sample_payload\" />",
            input("sample_payload", SAMPLE)),
        "<camunda:map />",
        "<camunda:map>" + entries + "</camunda:map>");
  }

  static String inbound() {
    return inbound(entry("short_description", "${changed_fields.short_description}"));
  }

  static String outbound() {
    return shipped("outbound-flow-template-basic");
  }

  static String entry(String field, String value) {
    return "<camunda:entry key=\"%s\">%s</camunda:entry>".formatted(field, value);
  }

  static String input(String name, String value) {
    return "<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>".formatted(name, value);
  }

  static String output(String name, String value) {
    return "<camunda:outputParameter name=\"%s\">%s</camunda:outputParameter>"
        .formatted(name, value);
  }

  /** The model with one more step before its end event, which is an action with these inputs. */
  static String withAction(String model, String action, String inputsAndOutputs) {
    String step =
        """
        <bpmn:serviceTask id="ServiceTask_More" name="One more" camunda:delegateExpression="${%s}">
          <bpmn:extensionElements><camunda:inputOutput>%s</camunda:inputOutput></bpmn:extensionElements>
        </bpmn:serviceTask>"""
            .formatted(action, inputsAndOutputs);
    return withStep(model, "ServiceTask_More", step);
  }

  /** The inbound model with one more step after Transform Payload. */
  static String withStep(String model, String id, String step) {
    String way =
        "<bpmn:sequenceFlow id=\"Flow_More\" sourceRef=\"%s\" targetRef=\"ServiceTask_LookUpCorrelation\" />"
            .formatted(id);
    return with(
        with(
            model,
            "sourceRef=\"ServiceTask_TransformPayload\" targetRef=\"ServiceTask_LookUpCorrelation\"",
            "sourceRef=\"ServiceTask_TransformPayload\" targetRef=\"%s\"".formatted(id)),
        "<bpmn:sequenceFlow id=\"Flow_MessageReceived\"",
        step + way + "<bpmn:sequenceFlow id=\"Flow_MessageReceived\"");
  }

  /** The model with a text in place of another, which must be there. */
  static String with(String model, String old, String replacement) {
    assertThat(model).contains(old);
    return model.replace(old, replacement);
  }
}
