package dev.processsync.policy;

import static dev.processsync.policy.Vocabulary.BPMN;
import static dev.processsync.policy.Vocabulary.CAMUNDA;
import static dev.processsync.policy.Vocabulary.SCHEMA_INSTANCE;

import dev.processsync.policy.Known.Text;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Reads a whole model, names everything in it that could run code, and gives the engine only what
 * it may read: whatever is not known stays out of its sight.
 */
final class ModelPolicy {

  private static final Pattern ACTION = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");

  private final Set<String> actions;
  private final ExpressionPolicy expressions;
  private final BiConsumer<String, Element> refuse;

  /**
   * @param actions the names that a delegate expression may have
   * @param refuse told each thing that is not allowed, with the element that has it
   */
  ModelPolicy(Set<String> actions, BiConsumer<String, Element> refuse) {
    this.actions = Set.copyOf(actions);
    this.expressions = new ExpressionPolicy(this.actions);
    this.refuse = refuse;
  }

  /**
   * @return what the engine may read of it; of use only if nothing was refused
   */
  Element check(Element root) {
    Known known = Vocabulary.of(namespace(root)).get(root.getTagName());
    if (known == null) {
      refuse.accept(
          "The model begins with '%s', so it is no BPMN 2.0: there it is 'definitions' of the namespace %s."
              .formatted(root.getTagName(), BPMN),
          root);
      return root;
    }
    return judge(root, known, "The model");
  }

  private Element judge(Element element, Known known, String around) {
    String owner = namespace(element).equals(BPMN) ? Title.of(element, around) : around;
    Element shown = ElementCopy.of(element, attribute -> mayRead(element, known, owner, attribute));
    if (known.text() != Text.UNREAD) {
      shown.appendText(element.getText());
    }
    if (known.text() == Text.EXPRESSION) {
      expression(element, owner, "", element.getText());
    }
    if (namespace(element).equals(CAMUNDA) && isLiteralInput(element)) {
      literal(element, owner);
    }
    for (Element child : element.elements()) {
      known(element, child, owner).ifPresent(of -> shown.add(judge(child, of, owner)));
    }
    return shown;
  }

  /** What the engine may read of an element; empty if it doesn't get to see it. */
  private Optional<Known> known(Element parent, Element child, String owner) {
    String name = child.getTagName();
    String namespace = namespace(child);
    Known known = Vocabulary.of(namespace).get(name);
    boolean amongValues =
        namespace(parent).equals(CAMUNDA) && Vocabulary.VALUES.contains(parent.getTagName());
    if (Vocabulary.FORMER.contains(namespace)) {
      refuse(child, owner, "the extension element '%s' of another product".formatted(name), name);
    } else if (namespace.equals(CAMUNDA)) {
      if (known == null) {
        refuse(child, owner, "the extension element '%s'".formatted(name), name);
      }
    } else if (amongValues || isReadByName(parent, child)) {
      refuse(
          child,
          owner,
          "the element '%s' of '%s', which the engine would take for one of Camunda's"
              .formatted(name, namespace),
          name);
      return Optional.empty();
    } else if (namespace.equals(BPMN) && Vocabulary.CODE.contains(name)) {
      refuse(child, Title.of(child, owner), "a '%s', which runs code".formatted(name), name);
    }
    return Optional.ofNullable(known);
  }

  /** Whether the engine would find it at this place though it is of another namespace. */
  private static boolean isReadByName(Element parent, Element child) {
    if (!Vocabulary.of(namespace(child)).isEmpty()) {
      return false;
    }
    return parent.getTagName().equals("extensionElements")
        ? Vocabulary.EXTENSIONS_BY_NAME.contains(child.getTagName())
        : namespace(parent).equals(BPMN)
            && (Vocabulary.of(BPMN).containsKey(child.getTagName())
                || Vocabulary.CODE.contains(child.getTagName()));
  }

  private boolean mayRead(Element element, Known known, String owner, String qualified) {
    String value = value(element, qualified);
    String name = qualified.substring(qualified.lastIndexOf(':') + 1);
    if (qualified.startsWith("xmlns:")) {
      return true;
    } else if (qualified.equals(CAMUNDA + ":" + name)) {
      return mayReadExtension(element, owner, name, value);
    } else if (Vocabulary.FORMER.stream()
        .anyMatch(former -> qualified.equals(former + ":" + name))) {
      refuse(element, owner, "an attribute of another product, '%s'".formatted(qualified), name);
      return false;
    } else if (qualified.contains(":")) {
      return qualified.equals(SCHEMA_INSTANCE + ":type")
          && element.getTagName().equals("conditionExpression");
    } else if (qualified.equals("language")
        && Set.of("conditionExpression", "condition").contains(element.getTagName())) {
      refuseAndAdvise(
          element,
          owner,
          "a condition in the script language '%s'".formatted(value),
          "Write the condition as an expression, such as ${state == '6'}, and remove the language.");
      return false;
    }
    if (known.expressions().contains(qualified)) {
      expression(element, owner, qualified, value);
    }
    return known.reads(qualified);
  }

  private boolean mayReadExtension(Element element, String owner, String name, String value) {
    if (Vocabulary.FOR_MODELERS.contains(name)) {
      return false;
    }
    if (name.equals("delegateExpression")) {
      Matcher action = ACTION.matcher(value);
      if (!action.matches() || !actions.contains(action.group(1))) {
        refuse.accept(
            "%s has the delegate expression '%s', which is none of the actions %s: that is not allowed."
                .formatted(owner, value, actions.stream().sorted().toList()),
            element);
      }
    } else if (!Vocabulary.ATTRIBUTES.contains(name)
        || (name.equals("type") && !value.equals("external"))) {
      refuse(element, owner, "camunda:%s=\"%s\"".formatted(name, value), name);
    } else {
      expression(element, owner, name, value);
    }
    return true;
  }

  private void expression(Element element, String owner, String attribute, String text) {
    if (ExpressionPolicy.isExpression(text)) {
      expressions
          .refuse(text)
          .ifPresent(
              reason ->
                  refuseAndAdvise(
                      element,
                      owner,
                      "the expression '%s', which %s".formatted(text, reason),
                      attribute.equals("businessKey") ? Advice.on(attribute) : ""));
    }
  }

  private static boolean isLiteralInput(Element element) {
    return "inputParameter".equals(element.getTagName())
        && Vocabulary.LITERAL_INPUTS.contains(value(element, "name"));
  }

  /** A value that another instance sent could change what is asked. */
  private void literal(Element input, String owner) {
    if (!input.elements().isEmpty() || ExpressionPolicy.isExpression(input.getText())) {
      refuse.accept(
          "%s has an expression, a list or a map in the input '%s', which must be plain text; values go into the map 'conditions': that is not allowed."
              .formatted(owner, value(input, "name")),
          input);
    }
  }

  private void refuse(Element element, String owner, String what, String name) {
    refuseAndAdvise(element, owner, what, Advice.on(name));
  }

  private void refuseAndAdvise(Element element, String owner, String what, String advice) {
    refuse.accept(
        "%s has %s: that is not allowed. %s".formatted(owner, what, advice).strip(), element);
  }

  private static String namespace(Element element) {
    return Objects.requireNonNullElse(element.getUri(), "");
  }

  private static String value(Element element, String attribute) {
    return Objects.requireNonNullElse(element.attribute(attribute), "");
  }
}
