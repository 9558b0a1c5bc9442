package dev.processsync.designer.model;

import dev.processsync.designer.model.SubflowProblem.InvalidSubflow;
import dev.processsync.policy.SafeXml;
import dev.processsync.policy.UnreadableXml;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What the catalogue needs of XML. */
final class ModelXml {

  private ModelXml() {}

  /**
   * @throws InvalidSubflow saying where it stops being XML
   */
  static Document parse(String text) {
    try {
      return SafeXml.document(text);
    } catch (UnreadableXml e) {
      throw new InvalidSubflow("The model is not well-formed XML: " + e.placed());
    }
  }

  static String write(Document document) {
    try {
      TransformerFactory factory = TransformerFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      StringWriter out = new StringWriter();
      factory.newTransformer().transform(new DOMSource(document), new StreamResult(out));
      return out.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("This JDK can't write XML", e);
    }
  }

  static List<Element> all(Document document, String namespace, String name) {
    NodeList nodes = document.getElementsByTagNameNS(namespace, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  static List<Element> children(Element parent, String namespace, String name) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child
          && namespace.equals(child.getNamespaceURI())
          && name.equals(child.getLocalName())) {
        children.add(child);
      }
    }
    return children;
  }
}
