package dev.processsync.policy;

import java.util.Set;

/**
 * What the engine reads of an element that models may have. Its {@code id} and {@code name} are
 * read everywhere; nothing else is shown to the engine.
 *
 * @param literals attributes without a prefix that the engine takes as they are
 * @param expressions attributes without a prefix that the engine evaluates
 */
record Known(Set<String> literals, Set<String> expressions, Text text) {

  /** What the text of an element is to the engine. */
  enum Text {
    UNREAD,
    LITERAL,
    EXPRESSION
  }

  static Known with(String... literals) {
    return new Known(Set.of(literals), Set.of(), Text.UNREAD);
  }

  Known evaluating(String... attributes) {
    return new Known(literals, Set.of(attributes), text);
  }

  Known text(Text given) {
    return new Known(literals, expressions, given);
  }

  boolean reads(String attribute) {
    return attribute.equals("id")
        || attribute.equals("name")
        || literals.contains(attribute)
        || expressions.contains(attribute);
  }
}
