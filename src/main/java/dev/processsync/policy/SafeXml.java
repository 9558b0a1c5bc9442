package dev.processsync.policy;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.xml.sax.ContentHandler;
import org.xml.sax.EntityResolver;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The one way to read XML that others wrote: no document type and so no entities, nothing outside
 * of the text, and no more of it than a drawn model has.
 */
public final class SafeXml {

  private static final String NO_DOCUMENT_TYPE =
      "http://apache.org/xml/features/disallow-doctype-decl";

  /** Nothing asks for it while document types are refused; if something did, it gets nothing. */
  private static final EntityResolver NOTHING_OUTSIDE =
      (publicId, systemId) -> new InputSource(new StringReader(""));

  private SafeXml() {}

  /**
   * @throws UnreadableXml saying where it stops being XML, or what there is too much of
   */
  public static Document document(String text) {
    read(text, new DefaultHandler());
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCUMENT_TYPE, true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setEntityResolver(NOTHING_OUTSIDE);
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalStateException("What was XML a moment ago is none any more", e);
    }
  }

  /** Tells the handler what is in the text. */
  static void read(String text, ContentHandler into) {
    if (text.length() > XmlBounds.CHARACTERS) {
      throw new UnreadableXml(
          "It is longer than %,d characters, the most that is read."
              .formatted(XmlBounds.CHARACTERS));
    }
    try {
      XmlBounds bounds = new XmlBounds(reader());
      bounds.setContentHandler(into);
      bounds.setErrorHandler(new DefaultHandler());
      bounds.setEntityResolver(NOTHING_OUTSIDE);
      bounds.parse(new InputSource(new StringReader(text)));
    } catch (SAXParseException e) {
      throw new UnreadableXml(words(e), e.getLineNumber(), e.getColumnNumber());
    } catch (SAXException e) {
      throw new UnreadableXml(String.valueOf(e.getMessage()));
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("This JDK can't parse XML safely", e);
    }
  }

  private static XMLReader reader() throws ParserConfigurationException, SAXException {
    SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
    factory.setXIncludeAware(false);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature(NO_DOCUMENT_TYPE, true);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    return factory.newSAXParser().getXMLReader();
  }

  private static String words(SAXParseException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("DOCTYPE")) {
      return "It has a DOCTYPE, which is not allowed: remove it.";
    }
    return message.endsWith(".") ? message : message + ".";
  }
}
