package dev.processsync.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXParseException;

/** Says in plain words what a schema validator says in the schema's. */
final class SchemaWords {

  private static final Pattern RULE =
      Pattern.compile("^(?:cvc|src)-([\\w.-]+):\\s*(.*)$", Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  /** As {@code "http://www.omg.org/spec/BPMN/20100524/MODEL":task}, also in lists of them. */
  private static final Pattern QUALIFIED = Pattern.compile("\"[^\"]*\":");

  private static final int SHOWN_NAMES = 12;

  private final Consumer<SAXParseException> problem;

  /** What is wrong with a value, until the validator says whose value it is. */
  private String aboutValue = "";

  /** Whether the next complaint only repeats that a value is wrong. */
  private boolean told;

  SchemaWords(Consumer<SAXParseException> problem) {
    this.problem = problem;
  }

  /**
   * @param around the element that was being read
   */
  void tell(SAXParseException e, @Nullable Element around) {
    String message = String.valueOf(e.getMessage());
    Matcher rule = RULE.matcher(message);
    String words = rule.matches() ? words(rule.group(1), quoted(rule.group(2)), around) : message;
    if (!words.isEmpty()) {
      problem.accept(
          new SAXParseException(
              words, e.getPublicId(), e.getSystemId(), e.getLineNumber(), e.getColumnNumber()));
    }
  }

  private String words(String rule, List<String> quoted, @Nullable Element around) {
    String first = quoted.isEmpty() ? "" : quoted.get(0);
    String second = quoted.size() < 2 ? "" : quoted.get(1);
    String third = quoted.size() < 3 ? "" : quoted.get(2);
    String where = around == null ? "the model" : place(around);
    switch (rule) {
      case "elt.1", "elt.1.a", "elt.1.b":
        return around == null
            ? "The first element is '%s', so this is no BPMN 2.0: there it is 'definitions' of the namespace %s."
                .formatted(local(first), Vocabulary.BPMN)
            : "The element '%s' in %s is none of BPMN.".formatted(local(first), where);
      case "complex-type.2.4.a", "complex-type.2.4.b", "complex-type.2.4.c":
        return rule.endsWith("b")
            ? "Something is missing in %s; there must follow %s.".formatted(where, names(second))
            : "The element '%s' may not stand at this place in %s. Here may stand %s."
                .formatted(local(first), where, second.isEmpty() ? "others" : names(second));
      case "complex-type.2.4.d", "complex-type.2.4.e", "complex-type.2.4.f":
        return "The element '%s' may not stand at this place in %s, which is complete without it."
            .formatted(local(first), where);
      case "complex-type.2.1", "complex-type.2.2", "complex-type.2.3":
        return "There is text in %s where only elements may stand.".formatted(where);
      case "complex-type.3.2.2":
        return "The element '%s' has the attribute '%s', which it doesn't know. Remove it, or give it the prefix of its product."
            .formatted(local(second), first);
      case "complex-type.4":
        return "The element '%s' in %s lacks the attribute '%s'."
            .formatted(local(second), where, first);
      case "id.1":
        told = true;
        return "Something in the model refers to the id '%s', which no element has."
            .formatted(first);
      case "id.2":
        told = true;
        return "The id '%s' is there more than once: each element needs its own.".formatted(first);
      case "attribute.3":
        return takeTold()
            ? ""
            : "The attribute '%s' of '%s' has the value '%s': %s"
                .formatted(second, local(third), first, takeAboutValue());
      case "type.3.1.3":
        return takeTold()
            ? ""
            : "The element '%s' in %s has the value '%s': %s"
                .formatted(local(second), where, first, takeAboutValue());
      case "enumeration-valid":
        aboutValue = "it must be one of " + second.replaceAll("[\\[\\]]", "") + ".";
        return "";
      default:
        if (rule.startsWith("datatype-valid")) {
          aboutValue = about(second);
          return "";
        }
        if (rule.endsWith("-valid")) {
          return "";
        }
        return "%s contradicts the rules of BPMN (%s)."
            .formatted(where, quoted.isEmpty() ? rule : String.join(", ", quoted));
    }
  }

  private boolean takeTold() {
    boolean taken = told;
    told = false;
    return taken;
  }

  private String takeAboutValue() {
    String taken = aboutValue.isEmpty() ? "that is not allowed there." : aboutValue;
    aboutValue = "";
    return taken;
  }

  private static String about(String type) {
    return switch (type) {
      case "ID", "IDREF", "NCName", "QName", "Name" ->
          "it must begin with a letter or _ and have only letters, digits, '-', '_' and '.'.";
      case "boolean" -> "it must be true or false.";
      case "integer", "int" -> "it must be a whole number.";
      case "double", "float", "decimal" -> "it must be a number.";
      case "anyURI" -> "it must be an address.";
      default -> "that is no %s.".formatted(type);
    };
  }

  private static String place(Element element) {
    return "'%s'".formatted(Title.of(element, element.getTagName()));
  }

  private static List<String> quoted(String message) {
    List<String> quoted = new ArrayList<>();
    Matcher matcher = QUOTED.matcher(message);
    while (matcher.find()) {
      quoted.add(matcher.group(1));
    }
    return quoted;
  }

  private static String names(String list) {
    List<String> names =
        List.of(QUALIFIED.matcher(list).replaceAll("").replaceAll("[{}]", "").split(",\\s*", -1));
    return names.size() <= SHOWN_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, SHOWN_NAMES)) + " and others";
  }

  private static String local(String name) {
    String plain = QUALIFIED.matcher(name).replaceAll("").replaceAll("[{}]", "");
    return plain.substring(plain.indexOf(':') + 1);
  }
}
