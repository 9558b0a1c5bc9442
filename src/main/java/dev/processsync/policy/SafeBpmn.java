package dev.processsync.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelInstanceImpl;
import org.camunda.bpm.model.xml.ModelParseException;
import org.camunda.bpm.model.xml.impl.ModelImpl;
import org.camunda.bpm.model.xml.impl.instance.DomDocumentImpl;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXParseException;

/**
 * Models as Camunda's API of them shows them, read with the same care as all XML. Its own reading
 * would fetch the schemas that a model names.
 */
public final class SafeBpmn extends Bpmn {

  private static final SafeBpmn READER = new SafeBpmn();

  private SafeBpmn() {}

  /** Has whoever reads models by Camunda's API, the engine too, read them so. */
  public static void useEverywhere() {
    Bpmn.INSTANCE = READER;
  }

  /**
   * @throws ModelParseException if it is no BPMN
   */
  public static BpmnModelInstance read(String bpmn) {
    try {
      requireBpmn(bpmn);
      Document document = SafeXml.document(bpmn);
      markIds(document);
      return new BpmnModelInstanceImpl(
          (ModelImpl) READER.getBpmnModel(),
          READER.getBpmnModelBuilder(),
          new DomDocumentImpl(document));
    } catch (UnreadableXml e) {
      throw new ModelParseException(e.placed());
    }
  }

  @Override
  protected BpmnModelInstance doReadModelFromInputStream(InputStream stream) {
    try {
      return read(ModelText.of(stream.readAllBytes()));
    } catch (UnreadableXml | IOException e) {
      throw new ModelParseException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void requireBpmn(String bpmn) {
    List<SAXParseException> problems = new ArrayList<>();
    ModelTree.read(bpmn, problems::add);
    if (!problems.isEmpty()) {
      SAXParseException first = problems.get(0);
      throw new ModelParseException(
          "line %d: %s".formatted(first.getLineNumber(), first.getMessage()));
    }
  }

  /** References are looked up by ids; without a schema nobody says which attributes they are. */
  private static void markIds(Document document) {
    NodeList elements = document.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      if (element.hasAttribute("id")) {
        element.setIdAttribute("id", true);
      }
    }
  }
}
