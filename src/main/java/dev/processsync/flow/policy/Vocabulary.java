package dev.processsync.flow.policy;

import java.util.Set;

/** The words of BPMN and of its Camunda extensions that the policy knows. */
final class Vocabulary {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  /** The engine still reads the extensions of the product that it descends from. */
  static final String ACTIVITI = "http://activiti.org/bpmn";

  /** Elements of BPMN that run code, or load it. */
  static final Set<String> CODE = Set.of("scriptTask", "script", "import");

  /** Elements of BPMN that hold words for people. */
  static final Set<String> PROSE = Set.of("documentation", "text");

  /** Extension elements that hold data. Not: listeners, connectors, scripts, fields, validators. */
  static final Set<String> ELEMENTS =
      Set.of(
          "properties",
          "property",
          "inputOutput",
          "inputParameter",
          "outputParameter",
          "map",
          "entry",
          "list",
          "value",
          "in",
          "out",
          "failedJobRetryTimeCycle",
          "formData",
          "formField",
          "errorEventDefinition");

  /**
   * Extension attributes that hold data. Not: class, resource, validators, handlers of any kind.
   */
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
          "modelerTemplate",
          "modelerTemplateIcon",
          "modelerTemplateVersion",
          "priority",
          "resultVariable",
          "taskPriority",
          "topic",
          "type",
          "variableEvents",
          "variableName",
          "versionTag");

  /** Inputs of actions that must say in the model itself what they ask for. */
  static final Set<String> LITERAL_INPUTS = Set.of("query");

  private Vocabulary() {}
}
