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
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
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
      Reading reading = new Reading(reader, new PlaceholderPlaces(text));
      while (reader.hasNext()) {
        if (!reading.event(reader.next())) {
          return Optional.empty();
        }
      }
      return reading.mapper(path);
    } finally {
      reader.close();
    }
  }

  /**
   * What is put together in a {@code <script>} of an annotation. Places in it mean nothing.
   *
   * @throws XMLStreamException when the text is not well-formed
   */
  public MapperXml.Text readScript(String script) throws XMLStreamException {
    String file =
        "<mapper namespace=\"script\"><select id=\"script\">" + script + "</select></mapper>";
    return read("", file)
        .map(mapper -> mapper.statements().get(0).text())
        .orElse(MapperXml.Text.NONE);
  }

  /** The reading of one file. */
  private static final class Reading {
    private final XMLStreamReader reader;
    private final PlaceholderPlaces places;
    private final List<MapperXml.Statement> statements = new ArrayList<>();
    private final List<MapperXml.Fragment> fragments = new ArrayList<>();
    private final List<MapperXml.ResultMap> maps = new ArrayList<>();
    private final Set<String> nested = new TreeSet<>();
    private String namespace;

    /** The statement or fragment that is open: its element, its id, and what is in it. */
    private String element;

    private String id;
    private String parameterType = "";
    private Span span;
    private MapperTextCollector collector;

    Reading(XMLStreamReader reader, PlaceholderPlaces places) {
      this.reader = reader;
      this.places = places;
    }

    /** Takes an event; {@code false} when the file is no mapper. */
    boolean event(int kind) {
      switch (kind) {
        case XMLStreamConstants.START_ELEMENT -> {
          for (int i = 0; i < reader.getAttributeCount(); i++) {
            places.skip(reader.getAttributeValue(i));
          }
          return start(reader.getLocalName());
        }
        case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (collector != null) {
            collector.text(reader.getText());
          } else {
            places.skip(reader.getText());
          }
        }
        default -> {
          // Comments and the document type say nothing.
        }
      }
      return true;
    }

    private String attribute(String name) {
      return reader.getAttributeValue(null, name);
    }

    private boolean start(String name) {
      String select = attribute("select");
      if (select != null) {
        // With or without the namespace.
        nested.add(select.substring(select.lastIndexOf('.') + 1));
      }
      if (namespace == null) {
        namespace = name.equals("mapper") ? attribute("namespace") : null;
        return namespace != null;
      }
      if (collector != null) {
        collector.start(name, this::attribute);
      } else if (name.equals("resultMap")) {
        String type = attribute("type");
        maps.add(new MapperXml.ResultMap(type == null ? "" : type, List.of()));
      } else if (name.equals("id") && !maps.isEmpty()) {
        addId(maps, attribute("property"));
      } else if (STATEMENTS.contains(name) || name.equals("sql")) {
        // StAX tells where an event ends, which for a start tag is its closing bracket.
        int line = Math.max(1, reader.getLocation().getLineNumber());
        int column = Math.max(1, reader.getLocation().getColumnNumber());
        element = name;
        id = attribute("id");
        parameterType = Objects.requireNonNullElse(attribute("parameterType"), "");
        span = new Span(line, 1, line, column);
        collector = new MapperTextCollector(places);
      }
      return true;
    }

    private void end(String name) {
      if (collector == null) {
        return;
      }
      if (!name.equals(element)) {
        collector.end(name);
        return;
      }
      if (id != null && name.equals("sql")) {
        fragments.add(new MapperXml.Fragment(id, collector.collected()));
      } else if (id != null) {
        statements.add(
            new MapperXml.Statement(id, name, parameterType, span, collector.collected()));
      }
      collector = null;
    }

    Optional<MapperXml> mapper(String path) {
      return namespace == null
          ? Optional.empty()
          : Optional.of(new MapperXml(path, namespace, statements, fragments, maps, nested));
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
