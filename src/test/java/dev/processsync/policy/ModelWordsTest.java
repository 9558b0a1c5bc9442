package dev.processsync.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a modeler reads when a model is refused: the element, and what to do. */
class ModelWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<task id='a' camunda:async='true'/> | a has camunda:async=\"true\": that is not allowed. Write camunda:asyncBefore instead",
        "<userTask id='a' name='Ask' camunda:formKey='x'/> | Ask (a) has camunda:formKey=\"x\": that is not allowed. Use a Camunda Form instead",
        "<userTask id='a'><extensionElements><camunda:formData/></extensionElements></userTask> | a has the extension element 'formData': that is not allowed. Use a Camunda Form instead",
        "<callActivity id='a'><extensionElements><camunda:in businessKey='#{execution.processBusinessKey}'/></extensionElements></callActivity> | A flow has no business key: remove it",
        "<businessRuleTask id='a' camunda:decisionRef='d'/> | Decide with an exclusive gateway",
        "<shell id='a'/> | The element 'shell' may not stand at this place in 'Order (p)'. Here may stand documentation, extensionElements",
        "<task id='a'/><task id='a'/> | The id 'a' is there more than once: each element needs its own.",
        "<task id='1 a'/> | The attribute 'id' of 'task' has the value '1 a': it must begin with a letter",
        "<sequenceFlow id='a' sourceRef='p'/> | The element 'sequenceFlow' in 'Order (p)' lacks the attribute 'targetRef'.",
        "<task id='a' colour='red'/> | The element 'task' has the attribute 'colour', which it doesn't know.",
        "<subProcess id='a' triggeredByEvent='maybe'/> | The attribute 'triggeredByEvent' of 'subProcess' has the value 'maybe': it must be true or false.",
        "<boundaryEvent id='a' attachedToRef='b' parallelMultiple='2.5'/> | it must be true or false.",
        "<exclusiveGateway id='a' gatewayDirection='Up'/> | it must be one of Unspecified, Converging, Diverging, Mixed.",
        "<task id='a'>Do it</task> | There is text in 'a' where only elements may stand."
      })
  void saysWhereAndWhatToDo(String content, String words) {
    assertThat(refusal(content)).contains(words).doesNotContain("cvc-", "http://");
  }

  @Test
  void aWrongValueIsToldOnce() {
    assertThat(refusal("<task id='a'/><task id='a'/>").split("The ", -1)).hasSize(2);
    assertThat(refusal("<task id='1 a'/>").split("The ", -1)).hasSize(2);
  }

  @Test
  void whatIsNoBpmnIsSaidToBeNone() {
    ParseException thrown =
        catchThrowableOfType(
            ParseException.class,
            () -> CheckedParse.ofDraft(Set.of()).sourceString("<html><body/></html>").execute());

    assertThat(words(thrown)).contains("The first element is 'html', so this is no BPMN 2.0");
  }

  @Test
  void whatOtherModelersLeaveInAModelIsAllowed() {
    assertThatCode(() -> parse("<task id='a' camunda:diagramRelationId='x'/>"))
        .doesNotThrowAnyException();
  }

  @Test
  void nestingHasAnEnd() {
    assertThat(refusal("<task id='a' camunda:assignee='${%s1}'/>".formatted("(".repeat(5_000))))
        .contains("is longer or nested deeper than any that people write");
    assertThat(refusal("<subProcess>".repeat(200) + "</subProcess>".repeat(200)))
        .contains("Elements are nested deeper than 100.");
  }

  private static String refusal(String content) {
    return words(catchThrowableOfType(ParseException.class, () -> parse(content)));
  }

  private static String words(ParseException thrown) {
    return thrown.getResorceReports().stream()
        .flatMap(report -> report.getErrors().stream())
        .map(Problem::getMessage)
        .collect(Collectors.joining(" "));
  }

  private static void parse(String content) {
    CheckedParse.ofDraft(Set.of("createRecord"))
        .sourceString(
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
              xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
              <process id="p" name="Order" isExecutable="true">%s</process></definitions>
            """
                .formatted(content))
        .execute();
  }
}
