package dev.plumbline.analyzer.frontend;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the name of a Maven module. Resolves no entity and loads no DTD; not for many threads. */
public final class PomReader {

  private final XMLInputFactory factory;

  public PomReader() {
    factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /**
   * The {@code artifactId} of the project itself, not of its parent or a dependency.
   *
   * @throws XMLStreamException when the text is not well-formed up to there
   */
  public Optional<String> artifactId(String text) throws XMLStreamException {
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
    try {
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
          if (depth == 2 && reader.getLocalName().equals("artifactId")) {
            return Optional.of(reader.getElementText().strip()).filter(id -> !id.isEmpty());
          }
        }
      }
      return Optional.empty();
    } finally {
      reader.close();
    }
  }
}
