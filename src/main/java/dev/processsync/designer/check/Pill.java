package dev.processsync.designer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * A variable in an expression, and what is picked from it: {@code changed_fields} and {@code
 * [short_description, display_value]}.
 */
public record Pill(String root, List<String> path) {

  /** Every pill of a text, in its order; none of a text that the policy refuses anyway. */
  static List<Pill> in(String text) {
    List<Pill> pills = new ArrayList<>();
    try {
      collect(new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text).getRoot(), pills);
    } catch (TreeBuilderException unreadable) {
      return List.of();
    }
    return List.copyOf(pills);
  }

  private static void collect(Node node, List<Pill> pills) {
    Optional<Pill> whole = path(node);
    if (whole.isPresent()) {
      pills.add(whole.get());
      return;
    }
    for (int child = 0; child < node.getCardinality(); child++) {
      collect(node.getChild(child), pills);
    }
  }

  private static Optional<Pill> path(Node node) {
    if (node instanceof AstIdentifier identifier) {
      return Optional.of(new Pill(identifier.getName(), List.of()));
    }
    if (node instanceof AstProperty property) {
      return name(property)
          .flatMap(name -> path(property.getChild(0)).map(prefix -> prefix.then(name)));
    }
    return Optional.empty();
  }

  private Pill then(String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return new Pill(root, List.copyOf(longer));
  }

  private static Optional<String> name(AstProperty property) {
    if (property instanceof AstBracket) {
      return property.getChild(1) instanceof AstString literal
          ? Optional.of(String.valueOf(literal.eval(null, null)))
          : Optional.empty();
    }
    // A dot's name can't be asked for; its structure is that of its prefix, the dot and the name.
    AstNode prefix = property.getChild(0);
    return property instanceof AstDot
        ? Optional.of(
            property.getStructuralId(null).substring(prefix.getStructuralId(null).length() + 1))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return path.isEmpty() ? root : root + "." + String.join(".", path);
  }
}
