package dev.processsync.policy;

import java.util.Map;

/** What to do in place of something that is not allowed. */
final class Advice {

  private static final String ACTION = "Use a service task with one of the actions instead.";
  private static final String FORM =
      "Use a Camunda Form instead: camunda:formRef with camunda:formRefBinding.";

  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry(
              "async",
              "Write camunda:asyncBefore instead, or choose Asynchronous continuations › Before."),
          Map.entry("formKey", FORM),
          Map.entry("formData", FORM),
          Map.entry("formProperty", FORM),
          Map.entry("formField", FORM),
          Map.entry("formHandlerClass", FORM),
          Map.entry(
              "businessKey",
              "A flow has no business key: remove it, and pass a variable with source and target."),
          Map.entry("decisionRef", "Decide with an exclusive gateway and conditions."),
          Map.entry("caseRef", "Call a process instead: calledElement."),
          Map.entry(
              "resultVariableName", "Write camunda:resultVariable instead, which means the same."),
          Map.entry("calledElementTenantId", "There are no tenants here: remove it."),
          Map.entry("potentialStarter", "Write camunda:candidateStarterGroups instead."));

  private Advice() {}

  /**
   * @param name of the element or attribute that is not allowed
   */
  static String on(String name) {
    return BY_NAME.getOrDefault(name, ACTION);
  }
}
