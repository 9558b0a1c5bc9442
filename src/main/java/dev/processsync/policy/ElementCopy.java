package dev.processsync.policy;

import java.util.Objects;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.LocatorImpl;

/** An element of a model once more, without its contents and with some of its attributes. */
final class ElementCopy {

  private ElementCopy() {}

  /**
   * @param kept asked for each attribute, by its name with its namespace
   */
  static Element of(Element element, Predicate<String> kept) {
    AttributesImpl attributes = new AttributesImpl();
    for (String qualified : element.attributes()) {
      if (kept.test(qualified)) {
        int end = qualified.startsWith("xmlns:") ? -1 : qualified.lastIndexOf(':');
        String namespace = end < 0 ? "" : qualified.substring(0, end);
        String name = qualified.substring(end + 1);
        String value = Objects.requireNonNullElse(element.attribute(qualified), "");
        attributes.addAttribute(namespace, name, name, "CDATA", value);
      }
    }
    LocatorImpl place = new LocatorImpl();
    place.setLineNumber(element.getLine());
    place.setColumnNumber(element.getColumn());
    String name = element.getTagName();
    return new Element(element.getUri(), name, name, attributes, place);
  }
}
