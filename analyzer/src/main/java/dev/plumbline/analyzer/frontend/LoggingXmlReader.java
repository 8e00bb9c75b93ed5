package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.ir.LoggingXml;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML that configures Logback and Log4j: its outputs, patterns and what loggers use. Both
 * dialects at once, because their elements have different names. Resolves no entity, loads no DTD,
 * follows no include. Not safe for several threads.
 */
public final class LoggingXmlReader {

  private static final Pattern NAME =
      Pattern.compile("(?i)(logback|log4j2?|logging)([-.\\w]*)?\\.xml");

  /** Profiles of Spring that no customer's data run under. */
  private static final Pattern DEVELOPMENT =
      Pattern.compile("(?i)\\s*(dev\\w*|local\\w*|test\\w*|!\\s*prod\\w*)\\s*");

  private final XMLInputFactory factory;

  public LoggingXmlReader() {
    factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /** Told by the name of the file, as the libraries do. */
  public static boolean reads(String fileName) {
    return NAME.matcher(fileName).matches();
  }

  /**
   * @throws XMLStreamException when the text is not well-formed
   */
  public LoggingXml read(String path, String text) throws XMLStreamException {
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
    try {
      Gathered gathered = new Gathered();
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> gathered.start(reader);
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              gathered.text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> gathered.end();
          default -> {
            // Comments and the like say nothing.
          }
        }
      }
      return new LoggingXml(
          path,
          gathered.properties,
          gathered.outputs,
          gathered.used,
          gathered.includes,
          gathered.words);
    } finally {
      reader.close();
    }
  }

  /** What was read so far. */
  private static final class Gathered {
    private final Map<String, String> properties = new TreeMap<>();
    private final List<LoggingXml.Output> outputs = new ArrayList<>();
    private final Set<String> used = new TreeSet<>();
    private final List<String> includes = new ArrayList<>();
    private final Map<String, String> words = new TreeMap<>();
    private final Deque<String> elements = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private String property;
    private int development;
    private int outputDepth;
    private String output;
    private List<String> layouts;
    private List<String> patterns;
    private List<String> forwarded;
    private boolean escaped;

    void start(XMLStreamReader reader) {
      String parent = elements.isEmpty() ? "" : elements.peek();
      String element = reader.getLocalName().toLowerCase(Locale.ROOT);
      elements.push(element);
      text.setLength(0);
      if (development > 0) {
        development++;
      } else if (element.equals("springprofile") && isDevelopment(attribute(reader, "name"))) {
        development = 1;
      }
      if (output == null && (element.equals("appender") || parent.equals("appenders"))) {
        open(attribute(reader, "name"));
      } else if (output != null) {
        inOutput(reader, element);
        return;
      }
      switch (element) {
        case "property", "variable" -> {
          property = attribute(reader, "name");
          if (!property.isEmpty() && !attribute(reader, "value").isEmpty()) {
            properties.putIfAbsent(property, attribute(reader, "value"));
          }
        }
        case "conversionrule" ->
            words.put(
                attribute(reader, "conversionWord"),
                attribute(reader, "converterClass") + attribute(reader, "class"));
        case "include" -> includes.add(attribute(reader, "resource") + attribute(reader, "file"));
        case "appender-ref", "appenderref" -> {
          if (development == 0) {
            used.add(attribute(reader, "ref"));
          }
        }
        default -> {
          // Loggers, levels and filters say nothing of the form.
        }
      }
    }

    private static boolean isDevelopment(String names) {
      for (String each : names.split("[,|]")) {
        if (!DEVELOPMENT.matcher(each).matches()) {
          return false;
        }
      }
      return true;
    }

    private void open(String name) {
      output = name;
      outputDepth = elements.size();
      layouts = new ArrayList<>();
      patterns = new ArrayList<>();
      forwarded = new ArrayList<>();
      escaped = false;
    }

    private void inOutput(XMLStreamReader reader, String element) {
      if (element.equals("appender-ref") || element.equals("appenderref")) {
        forwarded.add(attribute(reader, "ref"));
      } else if (element.equals("encoder")
          || element.endsWith("layout")
          || element.endsWith("encoder")) {
        String type = attribute(reader, "class") + attribute(reader, "type");
        layouts.add(type.isEmpty() ? reader.getLocalName() : type);
      }
      if (!attribute(reader, "pattern").isEmpty()) {
        patterns.add(attribute(reader, "pattern"));
      }
      escaped |= !attribute(reader, "newLineEscape").isEmpty();
    }

    void end() {
      String element = elements.peek();
      String value = text.toString().strip();
      text.setLength(0);
      if (output != null && (element.equals("pattern") || element.equals("conversionpattern"))) {
        if (!value.isEmpty()) {
          patterns.add(value);
        }
      } else if (element.equals("property") && property != null && !value.isEmpty()) {
        properties.putIfAbsent(property, value);
      }
      if (output != null && elements.size() == outputDepth) {
        outputs.add(new LoggingXml.Output(output, layouts, patterns, escaped, forwarded));
        output = null;
      }
      elements.pop();
      development = Math.max(0, development - 1);
    }

    /** Log4j does not care for case in the names of attributes. */
    private static String attribute(XMLStreamReader reader, String name) {
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        if (reader.getAttributeLocalName(i).equalsIgnoreCase(name)) {
          return reader.getAttributeValue(i);
        }
      }
      return "";
    }
  }
}
