package app;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

final class Factories {
  private Factories() {}

  static DocumentBuilderFactory hardened() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      harden(factory, "http://apache.org/xml/features/disallow-doctype-decl");
      return factory;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void harden(DocumentBuilderFactory factory, String feature)
      throws ParserConfigurationException {
    factory.setFeature(feature, true);
  }

  static DocumentBuilder open() throws ParserConfigurationException {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder();
  }
}
