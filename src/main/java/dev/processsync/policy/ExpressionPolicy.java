package dev.processsync.policy;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Allows property paths on variables ({@code ${changed_fields.state}}), literals, comparisons and
 * boolean operators. The engine's own parser reads the expression, so both understand the same.
 */
final class ExpressionPolicy {

  private static final Set<Class<?>> HARMLESS =
      Set.of(
          AstEval.class,
          AstComposite.class,
          AstText.class,
          AstNested.class,
          AstBinary.class,
          AstUnary.class,
          AstChoice.class,
          AstString.class,
          AstNumber.class,
          AstBoolean.class,
          AstNull.class);

  /** What the engine puts beside the variables: the way to everything else that it can do. */
  private static final Set<String> ENGINE_OBJECTS =
      Set.of("execution", "task", "caseExecution", "externalTask", "authenticatedUserId");

  /** Methods are read, so that the refusal can say that they are not allowed. */
  private final Builder parser = new Builder(Builder.Feature.METHOD_INVOCATIONS);

  private final Set<String> actions;

  ExpressionPolicy(Set<String> actions) {
    this.actions = actions;
  }

  static boolean isExpression(String text) {
    return text.contains("${") || text.contains("#{");
  }

  /** Why the text may not stand in a model; empty if it may. */
  Optional<String> refuse(String text) {
    if (ExpressionBounds.exceeded(text)) {
      return Optional.of("is longer or nested deeper than any that people write");
    }
    try {
      return refuse(parser.build(text).getRoot());
    } catch (TreeBuilderException e) {
      return Optional.of("can't be read: " + e.getMessage());
    }
  }

  private Optional<String> refuse(Node node) {
    Optional<String> own = refuseAlone(node);
    for (int child = 0; own.isEmpty() && child < node.getCardinality(); child++) {
      own = refuse(node.getChild(child));
    }
    return own;
  }

  private Optional<String> refuseAlone(Node node) {
    if (node instanceof AstMethod || node instanceof AstFunction) {
      return Optional.of("calls a method or function; only values can be read");
    }
    if (node instanceof AstIdentifier identifier) {
      return refuseName(identifier.getName());
    }
    if (node instanceof AstBracket && !(node.getChild(1) instanceof AstString)) {
      return Optional.of("picks a property by a computed name; write the name");
    }
    if (node instanceof AstDot || node instanceof AstBracket) {
      String path = ((AstNode) node).getStructuralId(null);
      return path.endsWith(".class") || path.endsWith("['class']") || path.endsWith("[\"class\"]")
          ? Optional.of("reads the property 'class', which no variable has")
          : Optional.empty();
    }
    return HARMLESS.contains(node.getClass())
        ? Optional.empty()
        : Optional.of("does something other than reading and comparing values");
  }

  private Optional<String> refuseName(String name) {
    if (ENGINE_OBJECTS.contains(name)) {
      return Optional.of("uses '%s', which is the engine's; use variables".formatted(name));
    }
    if (actions.contains(name)) {
      return Optional.of(
          "uses the action '%s' as a value; an action is the delegate expression of a service task"
              .formatted(name));
    }
    return Optional.empty();
  }
}
