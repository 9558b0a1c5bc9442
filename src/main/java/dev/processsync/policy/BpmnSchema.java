package dev.processsync.policy;

import java.io.InputStream;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * The engine's schema of BPMN, read once from the engine itself. What a model says of where its
 * schemas are is not even looked at.
 */
final class BpmnSchema {

  private static final Schema SCHEMA = read();

  private BpmnSchema() {}

  static ValidatorHandler validator() {
    return SCHEMA.newValidatorHandler();
  }

  private static Schema read() {
    try {
      DOMImplementationLS inputs =
          (DOMImplementationLS)
              DocumentBuilderFactory.newDefaultInstance()
                  .newDocumentBuilder()
                  .getDOMImplementation();
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, base) -> {
            LSInput input = inputs.createLSInput();
            input.setSystemId(systemId);
            input.setByteStream(file(systemId));
            return input;
          });
      return factory.newSchema(new StreamSource(file("BPMN20.xsd"), "BPMN20.xsd"));
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("The engine's schema of BPMN can't be read", e);
    }
  }

  /** Beside the engine's parser, whatever place its name says. */
  private static InputStream file(String name) {
    return Objects.requireNonNull(
        BpmnParser.class.getResourceAsStream(name.substring(name.lastIndexOf('/') + 1)), name);
  }
}
