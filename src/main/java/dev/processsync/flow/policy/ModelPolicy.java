package dev.processsync.flow.policy;

import static dev.processsync.flow.policy.Vocabulary.ACTIVITI;
import static dev.processsync.flow.policy.Vocabulary.BPMN;
import static dev.processsync.flow.policy.Vocabulary.CAMUNDA;

import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Reads a whole model and names everything in it that could run code. */
public final class ModelPolicy {

  private static final Pattern ACTION = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");

  private final Set<String> actions;
  private final ExpressionPolicy expressions;
  private final BiConsumer<String, Element> refuse;

  /**
   * @param actions the names that a delegate expression may have
   * @param refuse told each thing that is not allowed, with the element that has it
   */
  public ModelPolicy(Set<String> actions, BiConsumer<String, Element> refuse) {
    this.actions = Set.copyOf(actions);
    this.expressions = new ExpressionPolicy(this.actions);
    this.refuse = refuse;
  }

  public void check(Element root) {
    check(root, "The model");
  }

  private void check(Element element, String owner) {
    String namespace = Objects.requireNonNullElse(element.getUri(), "");
    String named = namespace.equals(BPMN) ? title(element, owner) : owner;
    if (namespace.equals(ACTIVITI)
        || (namespace.equals(CAMUNDA) && !Vocabulary.ELEMENTS.contains(element.getTagName()))) {
      refuseCode(element, named, "the extension element '%s'".formatted(element.getTagName()));
      return;
    }
    if (namespace.equals(BPMN) && Vocabulary.CODE.contains(element.getTagName())) {
      refuseCode(element, named, "a '%s', which runs code".formatted(element.getTagName()));
    }
    if (namespace.equals(CAMUNDA) && isLiteralInput(element)) {
      literal(element, named);
    }
    element.attributes().forEach(name -> attribute(element, named, name));
    // Descriptions are for people; the engine never evaluates them.
    if (!namespace.equals(BPMN) || !Vocabulary.PROSE.contains(element.getTagName())) {
      expression(element, named, element.getText());
    }
    element.elements().forEach(child -> check(child, named));
  }

  private void attribute(Element element, String owner, String qualified) {
    String value = Objects.requireNonNullElse(element.attribute(qualified), "");
    if (qualified.startsWith(ACTIVITI + ":")) {
      refuse(element, owner, "an attribute of another product, '%s'".formatted(qualified));
    } else if (qualified.startsWith(CAMUNDA + ":")) {
      extension(element, owner, qualified.substring(CAMUNDA.length() + 1), value);
    } else if (qualified.equals("language") && "conditionExpression".equals(element.getTagName())) {
      refuse(element, owner, "a condition in the script language '%s'".formatted(value));
    } else {
      expression(element, owner, value);
    }
  }

  private void extension(Element element, String owner, String name, String value) {
    if (name.equals("delegateExpression")) {
      Matcher action = ACTION.matcher(value);
      if (!action.matches() || !actions.contains(action.group(1))) {
        refuse(
            element,
            owner,
            "the delegate expression '%s', which is none of the actions %s"
                .formatted(value, actions.stream().sorted().toList()));
      }
    } else if (!Vocabulary.ATTRIBUTES.contains(name)
        || (name.equals("type") && !value.equals("external"))) {
      refuseCode(element, owner, "camunda:%s=\"%s\"".formatted(name, value));
    } else {
      expression(element, owner, value);
    }
  }

  private void expression(Element element, String owner, String text) {
    if (ExpressionPolicy.isExpression(text)) {
      expressions
          .refuse(text)
          .ifPresent(
              reason ->
                  refuse(element, owner, "the expression '%s', which %s".formatted(text, reason)));
    }
  }

  private static boolean isLiteralInput(Element element) {
    return "inputParameter".equals(element.getTagName())
        && Vocabulary.LITERAL_INPUTS.contains(
            Objects.requireNonNullElse(element.attribute("name"), ""));
  }

  /** A value that another instance sent could change what is asked. */
  private void literal(Element input, String owner) {
    if (!input.elements().isEmpty() || ExpressionPolicy.isExpression(input.getText())) {
      refuse(
          input,
          owner,
          "an expression, a list or a map in the input '%s', which must be plain text; values go into the map 'conditions'"
              .formatted(input.attribute("name")));
    }
  }

  private void refuse(Element element, String owner, String what) {
    refuse.accept(owner + " has " + what + ": that is not allowed.", element);
  }

  private void refuseCode(Element element, String owner, String what) {
    refuse(element, owner, what, "Use a service task with one of the actions instead.");
  }

  private void refuse(Element element, String owner, String what, String instead) {
    refuse.accept(owner + " has " + what + ": that is not allowed. " + instead, element);
  }

  private static String title(Element element, String owner) {
    String id = element.attribute("id");
    if (id == null) {
      return owner;
    }
    String name = element.attribute("name");
    return name == null || name.isBlank() ? id : "%s (%s)".formatted(name, id);
  }
}
