package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.MapperXml;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads MyBatis mapper files. Resolves no entity and loads no DTD. Not safe for several threads.
 */
public final class MapperXmlReader {

  private static final Set<String> STATEMENTS = Set.of("select", "insert", "update", "delete");

  private final XMLInputFactory factory;

  public MapperXmlReader() {
    factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /** The cheap test before {@link #read}: most XML files are something else. */
  public static boolean mayBeMapper(String text) {
    return text.contains("<mapper") && text.contains("namespace");
  }

  /**
   * The mapper that the text is, or empty when it is another kind of XML.
   *
   * @throws XMLStreamException when the text is not well-formed
   */
  public Optional<MapperXml> read(String path, String text) throws XMLStreamException {
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
    try {
      String namespace = null;
      List<MapperXml.Statement> statements = new ArrayList<>();
      List<MapperXml.ResultMap> maps = new ArrayList<>();
      Set<String> nested = new TreeSet<>();
      while (reader.hasNext()) {
        if (reader.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        String element = reader.getLocalName();
        String select = reader.getAttributeValue(null, "select");
        if (select != null) {
          // With or without the namespace.
          nested.add(select.substring(select.lastIndexOf('.') + 1));
        }
        if (namespace == null) {
          if (!element.equals("mapper")) {
            return Optional.empty();
          }
          namespace = reader.getAttributeValue(null, "namespace");
          if (namespace == null) {
            return Optional.empty();
          }
        } else if (element.equals("resultMap")) {
          String type = reader.getAttributeValue(null, "type");
          maps.add(new MapperXml.ResultMap(type == null ? "" : type, List.of()));
        } else if (element.equals("id") && !maps.isEmpty()) {
          addId(maps, reader.getAttributeValue(null, "property"));
        } else if (STATEMENTS.contains(element)) {
          String id = reader.getAttributeValue(null, "id");
          if (id != null) {
            // StAX tells where an event ends, which for a start tag is its closing bracket.
            int line = Math.max(1, reader.getLocation().getLineNumber());
            int column = Math.max(1, reader.getLocation().getColumnNumber());
            statements.add(
                new MapperXml.Statement(
                    id,
                    element,
                    Objects.requireNonNullElse(reader.getAttributeValue(null, "parameterType"), ""),
                    new Span(line, 1, line, column)));
          }
        }
      }
      return namespace == null
          ? Optional.empty()
          : Optional.of(new MapperXml(path, namespace, statements, maps, nested));
    } finally {
      reader.close();
    }
  }

  /** Of the map that is read; those of parts inside it are few and do no harm. */
  private static void addId(List<MapperXml.ResultMap> maps, String property) {
    if (property != null) {
      MapperXml.ResultMap last = maps.remove(maps.size() - 1);
      List<String> ids = new ArrayList<>(last.ids());
      ids.add(property);
      maps.add(new MapperXml.ResultMap(last.type(), ids));
    }
  }
}
