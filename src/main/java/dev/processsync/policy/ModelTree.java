package dev.processsync.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.validation.ValidatorHandler;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/** Makes of a model's text the tree that the policy judges and the engine reads. */
final class ModelTree extends DefaultHandler {

  private final Deque<Element> open = new ArrayDeque<>();
  private final Map<String, String> prefixes = new LinkedHashMap<>();
  private @Nullable Locator locator;
  private @Nullable Element root;

  private ModelTree() {}

  /**
   * @param problem told what contradicts the schema of BPMN
   * @throws UnreadableXml if it is no XML
   */
  static Element read(String text, Consumer<SAXParseException> problem) {
    ModelTree tree = new ModelTree();
    ValidatorHandler validator = BpmnSchema.validator();
    validator.setContentHandler(tree);
    validator.setErrorHandler(tree.told(new SchemaWords(problem)));
    SafeXml.read(text, validator);
    if (tree.root == null) {
      throw new UnreadableXml("It has no element.");
    }
    return tree.root;
  }

  private ErrorHandler told(SchemaWords words) {
    return new ErrorHandler() {
      @Override
      public void warning(SAXParseException e) {
        // Nothing that a modeler could mend.
      }

      @Override
      public void error(SAXParseException e) {
        words.tell(e, open.peek());
      }

      @Override
      public void fatalError(SAXParseException e) {
        words.tell(e, open.peek());
      }
    };
  }

  @Override
  public void setDocumentLocator(Locator given) {
    locator = given;
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) {
    if (root == null) {
      prefixes.put(prefix, uri);
    }
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes) {
    Element element = new Element(uri, localName, qName, withPrefixes(attributes), locator);
    if (open.isEmpty()) {
      root = element;
    } else {
      open.element().add(element);
    }
    open.push(element);
  }

  /** The engine resolves references by the prefixes of the first element. */
  private Attributes withPrefixes(Attributes attributes) {
    if (root != null) {
      return attributes;
    }
    AttributesImpl all = new AttributesImpl(attributes);
    prefixes.forEach(
        (prefix, uri) -> {
          if (!prefix.isEmpty()) {
            all.addAttribute("", "", "xmlns:" + prefix, "CDATA", uri);
          }
        });
    return all;
  }

  @Override
  public void characters(char[] text, int start, int length) {
    open.element().appendText(String.valueOf(text, start, length));
  }

  @Override
  public void endElement(String uri, String localName, String qName) {
    open.pop();
  }
}
