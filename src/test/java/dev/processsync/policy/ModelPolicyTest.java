package dev.processsync.policy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.camunda.bpm.engine.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model may not contain, however it is written. */
class ModelPolicyTest {

  private static final Set<String> ACTIONS = Set.of("createRecord", "updateRecord");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<scriptTask id='x' scriptFormat='groovy'><script>1</script></scriptTask>",
        "<serviceTask id='x' camunda:class='java.lang.Runtime'/>",
        "<serviceTask id='x' activiti:class='java.lang.Runtime'/>",
        "<serviceTask id='x' camunda:type='shell'/>",
        "<serviceTask id='x' camunda:type='mail'/>",
        "<serviceTask id='x' camunda:delegateExpression='${dataSource}'/>",
        "<serviceTask id='x' camunda:delegateExpression='${createRecord.toString()}'/>",
        "<serviceTask id='x' camunda:expression='${createRecord.execute(execution)}'/>",
        "<serviceTask id='x' camunda:expression='${createRecord}'/>",
        "<serviceTask id='x' camunda:expression='${a.class.forName}'/>",
        "<serviceTask id='x' camunda:expression='#{a[\"class\"]}'/>",
        "<serviceTask id='x' camunda:expression='${a[b]}'/>",
        "<serviceTask id='x' camunda:expression='${execution.processEngineServices}'/>",
        "<serviceTask id='x' camunda:expression='${now()}'/>",
        "<serviceTask id='x' camunda:expression='${a.b('/>",
        "<serviceTask id='x'><extensionElements><camunda:connector/></extensionElements></serviceTask>",
        "<serviceTask id='x'><extensionElements><camunda:field name='a'/></extensionElements></serviceTask>",
        "<serviceTask id='x'><extensionElements><camunda:executionListener event='start' class='X'/></extensionElements></serviceTask>",
        "<serviceTask id='x'><extensionElements><activiti:executionListener event='start' class='X'/></extensionElements></serviceTask>",
        "<userTask id='x'><extensionElements><camunda:taskListener event='create' expression='${a.b()}'/></extensionElements></userTask>",
        "<userTask id='x' name='${a.b()}'/>",
        "<userTask id='x' camunda:formHandlerClass='X'/>",
        "<userTask id='x'><extensionElements><camunda:formData><camunda:formField id='f'><camunda:validation><camunda:constraint name='validator' config='X'/></camunda:validation></camunda:formField></camunda:formData></extensionElements></userTask>",
        "<serviceTask id='x'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='juel'>${1}</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
        "<serviceTask id='x'><extensionElements><camunda:inputOutput><camunda:outputParameter name='a'>text ${b.c()} text</camunda:outputParameter></camunda:inputOutput></extensionElements></serviceTask>",
        "<sequenceFlow id='x' sourceRef='a' targetRef='b'><conditionExpression language='javascript'>true</conditionExpression></sequenceFlow>",
        "<sequenceFlow id='x' sourceRef='a' targetRef='b'><conditionExpression camunda:resource='deployment://x.js'>true</conditionExpression></sequenceFlow>",
        "<sequenceFlow id='x' sourceRef='a' targetRef='b'><conditionExpression>${a.b()}</conditionExpression></sequenceFlow>",
        "<callActivity id='x' calledElement='${a.b()}'/>",
        "<callActivity id='x' calledElement='y' camunda:variableMappingClass='X'/>",
        "<callActivity id='x' calledElement='y'><extensionElements><camunda:in sourceExpression='${a.b()}' target='c'/></extensionElements></callActivity>",
        "<callActivity id='x' calledElement='y'><extensionElements><camunda:in businessKey='${execution.id}'/></extensionElements></callActivity>",
        "<callActivity id='x' calledElement='y' camunda:calledElementVersion='${a.b()}'/>",
        "<userTask id='x'><extensionElements><camunda:formData><camunda:formField id='f' type='string' defaultValue='${a.b()}'/></camunda:formData></extensionElements></userTask>",
        "<userTask id='x' camunda:assignee='${a.b()}'/>",
        "<userTask id='x' camunda:dueDate='${dateTime().plusDays(1)}'/>",
        "<userTask id='x' camunda:formKey='${a.b()}'/>",
        "<intermediateCatchEvent id='x'><timerEventDefinition><timeDuration>${a.b()}</timeDuration></timerEventDefinition></intermediateCatchEvent>",
        "<startEvent id='x'><timerEventDefinition><timeCycle>#{a.b()}</timeCycle></timerEventDefinition></startEvent>",
        "<serviceTask id='x'><multiInstanceLoopCharacteristics camunda:collection='${a.b()}'/></serviceTask>",
        "<serviceTask id='x'><multiInstanceLoopCharacteristics><loopCardinality>${a.b()}</loopCardinality></multiInstanceLoopCharacteristics></serviceTask>",
        "<serviceTask id='x'><multiInstanceLoopCharacteristics><completionCondition>${a.b()}</completionCondition></multiInstanceLoopCharacteristics></serviceTask>",
        "<intermediateCatchEvent id='x'><conditionalEventDefinition><condition>${a.b()}</condition></conditionalEventDefinition></intermediateCatchEvent>",
        "<endEvent id='x'><errorEventDefinition camunda:errorMessage='${a.b()}'/></endEvent>",
        "<serviceTask id='x' camunda:failedJobRetryTimeCycle='${a.b()}'/>",
        "<businessRuleTask id='x' camunda:decisionRef='d'/>",
        "<intermediateCatchEvent id='x'><conditionalEventDefinition><condition language='feel'>1</condition></conditionalEventDefinition></intermediateCatchEvent>",
        "<intermediateCatchEvent id='x'><conditionalEventDefinition><condition language='juel'>${jdbcTemplate}</condition></conditionalEventDefinition></intermediateCatchEvent>",
        "<serviceTask id='x'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><q:script xmlns:q='urn:q' scriptFormat='feel'>1</q:script></camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
        "<serviceTask id='x'><extensionElements><camunda:inputOutput><camunda:outputParameter name='a'><camunda:list><q:script xmlns:q='urn:q' scriptFormat='feel'>1</q:script></camunda:list></camunda:outputParameter></camunda:inputOutput></extensionElements></serviceTask>",
        "<serviceTask id='x'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:map><camunda:entry key='k'><q:script xmlns:q='urn:q' scriptFormat='feel'>1</q:script></camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
        "<serviceTask id='x'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:map><q:entry xmlns:q='urn:q' key='${a.b()}'>1</q:entry></camunda:map></camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
        "<serviceTask id='x'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><q:list xmlns:q='urn:q'><q:x>${a.b()}</q:x></q:list></camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
        "<serviceTask id='x'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><script scriptFormat='feel'>1</script></camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
        "<serviceTask id='x'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><script xmlns='' scriptFormat='feel'>1</script></camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
        "<serviceTask id='x'><extensionElements><q:connector xmlns:q='urn:q'/></extensionElements></serviceTask>",
        "<serviceTask id='x' camunda:type='external' camunda:topic='t'><extensionElements><q:errorEventDefinition xmlns:q='urn:q' errorRef='e' expression='${a.b()}'/></extensionElements></serviceTask>",
        "<serviceTask id='x'><extensionElements><fox:failedJobRetryTimeCycle xmlns:fox='http://www.camunda.com/fox'>${a.b()}</fox:failedJobRetryTimeCycle></extensionElements></serviceTask>",
        "<serviceTask id='x'><extensionElements><camunda:unheardOf/></extensionElements></serviceTask>",
        "<serviceTask id='x' camunda:unheardOf='1'/>",
        "<userTask id='x'><extensionElements><camunda:formData/></extensionElements></userTask>",
        "<startEvent id='x'><extensionElements><camunda:formData><camunda:formField id='f' label='{{a}}' type='string'/></camunda:formData></extensionElements></startEvent>",
        "<startEvent id='x'><extensionElements><camunda:formProperty id='f' name='{{a}}'/></extensionElements></startEvent>",
        "<userTask id='x' camunda:formKey='embedded:app:forms/x.html'/>",
        "<startEvent id='x' camunda:formKey='embedded:deployment:x.html'/>",
        "<userTask id='x' name='${'/>"
      })
  void refusesWhatCouldRunCode(String content) {
    assertThatThrownBy(() -> parse(content))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("that is not allowed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${status == 'active'}",
        "${not correlation_found}",
        "${operation != 'delete' and (severity < 3 || empty urgency)}",
        "${changed_fields.short_description}",
        "#{changed_fields['empty'].display_value}",
        "${urgent ? '1' : '3'}",
        "Customer's ${changed_fields.number}: ${changed_fields.short_description}",
        "{\"a\": {\"b\": 1}}"
      })
  void allowsReadingAndComparingVariables(String expression) {
    assertThatCode(
            () ->
                parse(
                    "<serviceTask id='x' camunda:delegateExpression='${ createRecord }'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:map><camunda:entry key='k'><![CDATA["
                        + expression
                        + "]]></camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>"))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheElementAndTheReason() {
    assertThatThrownBy(
            () ->
                parse(
                    "<serviceTask id='ServiceTask_Hack' name='Do harm' camunda:expression='${a.b()}'/>"))
        .hasMessageContaining(
            "Do harm (ServiceTask_Hack) has the expression '${a.b()}', which calls a method or function; only values can be read: that is not allowed.");
  }

  @Test
  void saysWhatToUseInPlaceOfCode() {
    assertThatThrownBy(() -> parse("<serviceTask id='x' camunda:class='java.lang.Runtime'/>"))
        .hasMessageContaining("Use a service task with one of the actions instead.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<userTask id='x'><documentation>costs ${price.of()} each, or ${ or #{</documentation></userTask>",
        "<serviceTask id='x' name='Costs ${price} each, or ${' camunda:delegateExpression='${createRecord}'/>",
        "<task id='x'><extensionElements><camunda:properties><camunda:property name='hint' value='write ${a.b()}'/></camunda:properties></extensionElements></task>",
        "<task id='x'><extensionElements><zeebe:properties xmlns:zeebe='http://camunda.org/schema/zeebe/1.0'><zeebe:property name='a' value='${a.b()}'/></zeebe:properties></extensionElements></task>",
        "<task id='x'><extensionElements><zeebe:userTask xmlns:zeebe='http://camunda.org/schema/zeebe/1.0'/><zeebe:script xmlns:zeebe='http://camunda.org/schema/zeebe/1.0' expression='=1'/></extensionElements></task>",
        "<task id='x' color:background-color='#fff' xmlns:color='http://www.omg.org/spec/BPMN/non-normative/color/1.0'/>",
        "<task id='x' q:class='java.lang.Runtime' xmlns:q='urn:q'/>",
        "<textAnnotation id='x'><text>costs ${price.of()} each</text></textAnnotation>",
        "<dataObject id='x'/>"
      })
  void allowsWhatTheEngineNeverEvaluates(String content) {
    assertThatCode(() -> parse(content)).doesNotThrowAnyException();
  }

  @Test
  void refusesEntities() {
    assertThatThrownBy(
            () ->
                CheckedParse.ofDraft(ACTIONS)
                    .name("x")
                    .sourceString(
                        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><definitions>&e;</definitions>")
                    .execute())
        .hasMessageContaining("Could not parse");
  }

  private static void parse(String content) {
    CheckedParse.ofDraft(ACTIONS)
        .name("model.bpmn")
        .sourceString(
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
              xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
              xmlns:activiti="http://activiti.org/bpmn" targetNamespace="test">
              <process id="p" isExecutable="true">%s</process></definitions>
            """
                .formatted(content))
        .execute();
  }
}
