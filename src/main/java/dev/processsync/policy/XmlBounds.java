package dev.processsync.policy;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/** Stops reading where there is more than any model that somebody drew has. */
final class XmlBounds extends XMLFilterImpl {

  static final int CHARACTERS = 4 * 1024 * 1024;
  private static final int DEPTH = 100;
  private static final int ELEMENTS = 50_000;
  private static final int ATTRIBUTES = 100;
  private static final int ATTRIBUTE_CHARACTERS = 65_536;

  private @Nullable Locator locator;
  private int depth;
  private int elements;

  XmlBounds(XMLReader reader) {
    super(reader);
  }

  @Override
  public void setDocumentLocator(Locator given) {
    locator = given;
    super.setDocumentLocator(given);
  }

  @Override
  public void startElement(String uri, String localName, String qName, Attributes attributes)
      throws SAXException {
    require(++depth <= DEPTH, "Elements are nested deeper than %d.".formatted(DEPTH));
    require(++elements <= ELEMENTS, "There are more than %,d elements.".formatted(ELEMENTS));
    require(
        attributes.getLength() <= ATTRIBUTES,
        "The element '%s' has more than %d attributes.".formatted(localName, ATTRIBUTES));
    for (int i = 0; i < attributes.getLength(); i++) {
      require(
          attributes.getValue(i).length() <= ATTRIBUTE_CHARACTERS,
          "The attribute '%s' of '%s' is longer than %,d characters."
              .formatted(attributes.getQName(i), localName, ATTRIBUTE_CHARACTERS));
    }
    super.startElement(uri, localName, qName, attributes);
  }

  @Override
  public void endElement(String uri, String localName, String qName) throws SAXException {
    depth--;
    super.endElement(uri, localName, qName);
  }

  private void require(boolean bounded, String otherwise) throws SAXParseException {
    if (!bounded) {
      throw new SAXParseException(otherwise, locator);
    }
  }
}
