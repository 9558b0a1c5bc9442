package dev.processsync.policy;

import static java.util.Map.entry;

import dev.processsync.policy.Known.Text;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;

/**
 * Everything that the engine may read of a model: elements by namespace, with their attributes.
 * What is not named here it doesn't get to see, so a reading that a later engine adds finds
 * nothing.
 */
final class Vocabulary {

  static final String BPMN = BpmnParser.BPMN20_NS;
  static final String CAMUNDA = BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS;
  static final String SCHEMA_INSTANCE = BpmnParser.XSI_NS;

  /** Namespaces that the engine takes for Camunda's, of the products that it descends from. */
  static final Set<String> FORMER =
      Set.of("http://activiti.org/bpmn", "http://www.camunda.com/fox");

  private static final Known EVENT = Known.with();
  private static final Known TASK = Known.with("default", "isForCompensation");
  private static final Known EXPRESSION = Known.with().text(Text.EXPRESSION);

  private static final Map<String, Known> BPMN_ELEMENTS =
      Map.ofEntries(
          entry("definitions", Known.with("targetNamespace")),
          entry("message", Known.with().evaluating("name")),
          entry("signal", Known.with().evaluating("name")),
          entry("error", Known.with("errorCode")),
          entry("escalation", Known.with("escalationCode")),
          entry("collaboration", Known.with()),
          entry("participant", Known.with("processRef")),
          entry("process", Known.with("isExecutable")),
          entry("laneSet", Known.with()),
          entry("lane", Known.with()),
          entry("flowNodeRef", Known.with().text(Text.LITERAL)),
          entry("documentation", Known.with().text(Text.LITERAL)),
          entry("extensionElements", Known.with()),
          entry("startEvent", Known.with("isInterrupting")),
          entry("endEvent", EVENT),
          entry("intermediateThrowEvent", EVENT),
          entry("intermediateCatchEvent", EVENT),
          entry("boundaryEvent", Known.with("attachedToRef", "cancelActivity")),
          entry("timerEventDefinition", Known.with()),
          entry("timeDate", EXPRESSION),
          entry("timeDuration", EXPRESSION),
          entry("timeCycle", EXPRESSION),
          entry("messageEventDefinition", Known.with("messageRef")),
          entry("signalEventDefinition", Known.with("signalRef")),
          entry("errorEventDefinition", Known.with("errorRef")),
          entry("escalationEventDefinition", Known.with("escalationRef")),
          entry("compensateEventDefinition", Known.with("activityRef", "waitForCompletion")),
          entry("cancelEventDefinition", Known.with()),
          entry("terminateEventDefinition", Known.with()),
          entry("linkEventDefinition", Known.with()),
          entry("conditionalEventDefinition", Known.with()),
          entry("condition", EXPRESSION),
          entry("sequenceFlow", Known.with("sourceRef", "targetRef")),
          entry("conditionExpression", EXPRESSION),
          entry("association", Known.with("sourceRef", "targetRef")),
          entry("exclusiveGateway", Known.with("default")),
          entry("inclusiveGateway", Known.with("default")),
          entry("complexGateway", Known.with("default")),
          entry("parallelGateway", Known.with()),
          entry("eventBasedGateway", Known.with()),
          entry("task", TASK),
          entry("manualTask", TASK),
          entry("serviceTask", TASK),
          entry("sendTask", TASK),
          entry("businessRuleTask", TASK),
          entry("receiveTask", Known.with("default", "isForCompensation", "messageRef")),
          entry("userTask", TASK.evaluating("name")),
          entry("callActivity", TASK.evaluating("calledElement")),
          entry("subProcess", Known.with("default", "isForCompensation", "triggeredByEvent")),
          entry("transaction", TASK),
          entry("adHocSubProcess", TASK),
          entry("multiInstanceLoopCharacteristics", Known.with("isSequential")),
          entry("loopCardinality", EXPRESSION),
          entry("completionCondition", EXPRESSION),
          entry("loopDataInputRef", EXPRESSION),
          entry("inputDataItem", Known.with()),
          entry("humanPerformer", Known.with()),
          entry("potentialOwner", Known.with()),
          entry("resourceAssignmentExpression", Known.with()),
          entry("formalExpression", EXPRESSION));

  /** Extensions that hold data. Not: listeners, connectors, scripts, fields, generated forms. */
  private static final Map<String, Known> CAMUNDA_ELEMENTS =
      Map.ofEntries(
          entry("properties", Known.with()),
          entry("property", Known.with("value")),
          entry("inputOutput", Known.with()),
          entry("inputParameter", EXPRESSION),
          entry("outputParameter", EXPRESSION),
          entry("map", Known.with()),
          entry("entry", EXPRESSION.evaluating("key")),
          entry("list", Known.with()),
          entry("value", EXPRESSION),
          entry(
              "in",
              Known.with("source", "target", "variables", "local")
                  .evaluating("sourceExpression", "businessKey")),
          entry(
              "out",
              Known.with("source", "target", "variables", "local").evaluating("sourceExpression")),
          entry("failedJobRetryTimeCycle", EXPRESSION),
          entry("errorEventDefinition", Known.with("errorRef").evaluating("expression")));

  private static final Known SHAPE = Known.with("bpmnElement", "isExpanded");

  private static final Map<String, Map<String, Known>> ELEMENTS =
      Map.of(
          BPMN,
          BPMN_ELEMENTS,
          CAMUNDA,
          CAMUNDA_ELEMENTS,
          BpmnParser.BPMN_DI_NS,
          Map.of("BPMNDiagram", SHAPE, "BPMNPlane", SHAPE, "BPMNShape", SHAPE, "BPMNEdge", SHAPE),
          BpmnParser.BPMN_DC_NS,
          Map.of("Bounds", Known.with("x", "y", "width", "height")),
          BpmnParser.OMG_DI_NS,
          Map.of("waypoint", Known.with("x", "y")));

  /** Camunda's attributes that hold data. Not: class, resource, handlers of any kind. */
  static final Set<String> ATTRIBUTES =
      Set.of(
          "assignee",
          "asyncAfter",
          "asyncBefore",
          "calledElementBinding",
          "calledElementVersion",
          "calledElementVersionTag",
          "candidateGroups",
          "candidateStarterGroups",
          "candidateStarterUsers",
          "candidateUsers",
          "collection",
          "dueDate",
          "elementVariable",
          "errorCodeVariable",
          "errorMessage",
          "errorMessageVariable",
          "escalationCodeVariable",
          "exclusive",
          "expression",
          "followUpDate",
          "formRef",
          "formRefBinding",
          "formRefVersion",
          "historyTimeToLive",
          "initiator",
          "isStartableInTasklist",
          "jobPriority",
          "priority",
          "resultVariable",
          "taskPriority",
          "topic",
          "type",
          "variableEvents",
          "variableName",
          "versionTag");

  /** Camunda's attributes that only modelers read. */
  static final Set<String> FOR_MODELERS =
      Set.of(
          "diagramRelationId", "modelerTemplate", "modelerTemplateIcon", "modelerTemplateVersion");

  /** Elements of BPMN that run code, or load it. */
  static final Set<String> CODE = Set.of("scriptTask", "script", "import");

  /** In these the engine reads every element, whatever its namespace. */
  static final Set<String> VALUES =
      Set.of("inputParameter", "outputParameter", "map", "entry", "list", "value");

  /** Among the extensions the engine asks for these by their names alone. */
  static final Set<String> EXTENSIONS_BY_NAME = Set.of("errorEventDefinition", "connector");

  /** Inputs of actions that must say in the model itself what they ask for. */
  static final Set<String> LITERAL_INPUTS = Set.of("query");

  private Vocabulary() {}

  /** The elements of a namespace that the engine may read; empty for all other namespaces. */
  static Map<String, Known> of(String namespace) {
    return ELEMENTS.getOrDefault(namespace, Map.of());
  }
}
