package dev.processsync.designer.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element of a model that has an id, with everything that it says, flat: each text and attribute
 * under the path that leads to it.
 */
record ModelElement(String id, String name, String type, Map<String, String> properties) {

  /** They repeat what sequence flows say. */
  private static final Set<String> REPETITIONS = Set.of("incoming", "outgoing", "flowNodeRef");

  /** Only their contents say something. */
  private static final Set<String> WRAPPERS =
      Set.of("extensionElements", "inputOutput", "properties", "map", "list");

  static ModelElement of(Element element) {
    Map<String, String> properties = new LinkedHashMap<>();
    collect(element, "", properties);
    properties.remove("id");
    return new ModelElement(
        element.getAttribute("id"),
        element.getAttribute("name"),
        element.getLocalName(),
        properties);
  }

  /** How people find it in the diagram. */
  String title() {
    return name.isBlank() ? type : name;
  }

  private static void collect(Element element, String path, Map<String, String> properties) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
        properties.put(path + attribute.getLocalName(), attribute.getValue());
      }
    }
    StringBuilder text = new StringBuilder();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        if (!child.hasAttribute("id") && !REPETITIONS.contains(child.getLocalName())) {
          collect(child, path + step(child), properties);
        }
      } else if (node.getNodeType() == Node.TEXT_NODE
          || node.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(node.getNodeValue());
      }
    }
    if (!text.toString().isBlank()) {
      properties.put(
          path.isEmpty() ? "text" : path.substring(0, path.length() - 3), text.toString().strip());
    }
  }

  private static String step(Element child) {
    if (WRAPPERS.contains(child.getLocalName())) {
      return "";
    }
    String key =
        child.hasAttribute("name") ? child.getAttribute("name") : child.getAttribute("key");
    return child.getLocalName() + (key.isEmpty() ? "" : " " + key) + " / ";
  }
}
