package app;

import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.io.InputStream;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.TransformerFactory;
import org.dom4j.io.SAXReader;
import org.jdom2.input.SAXBuilder;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

class Parsers {
  private static final String DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  Document open(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    DocumentBuilder builder = factory.newDocumentBuilder();
    return builder.parse(request.getInputStream()); // want: xxe "reaches DocumentBuilder.parse, which loads what its entities name"
  }

  Document hardened(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(DOCTYPE, true);
    return factory.newDocumentBuilder().parse(request.getInputStream());
  }

  Document secureProcessingIsNotEnough(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(request.getInputStream()); // want: xxe "loads what its entities name"
  }

  Document doctypeAllowed(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(DOCTYPE, false);
    return factory.newDocumentBuilder().parse(request.getInputStream()); // want: xxe "loads what its entities name"
  }

  Document notExpandedButLoaded(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setExpandEntityReferences(false);
    return factory.newDocumentBuilder().parse(request.getInputStream()); // want: xxe "loads what its entities name"
  }

  Document bothKinds(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    return factory.newDocumentBuilder().parse(request.getInputStream());
  }

  Document oneKind(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    return factory.newDocumentBuilder().parse(request.getInputStream()); // want: xxe "loads what its entities name"
  }

  Document accessDenied(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return factory.newDocumentBuilder().parse(request.getInputStream());
  }

  Document resolver(HttpServletRequest request) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setEntityResolver((id, system) -> new InputSource(new StringReader("")));
    return builder.parse(request.getInputStream());
  }

  void sax(HttpServletRequest request) throws Exception {
    SAXParserFactory.newInstance().newSAXParser().parse(request.getInputStream(), new DefaultHandler()); // want: xxe "SAXParser.parse"
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setFeature(DOCTYPE, true);
    factory.newSAXParser().parse(request.getInputStream(), new DefaultHandler());
  }

  void stream(HttpServletRequest request) throws Exception {
    XMLInputFactory open = XMLInputFactory.newInstance();
    open.createXMLStreamReader(request.getInputStream()); // want: xxe "XMLInputFactory.createXMLStreamReader"
    XMLInputFactory hardened = XMLInputFactory.newFactory();
    hardened.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    hardened.createXMLStreamReader(request.getInputStream());
    XMLInputFactory boxed = XMLInputFactory.newFactory();
    boxed.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
    boxed.createXMLEventReader(request.getInputStream());
    XMLInputFactory named = XMLInputFactory.newFactory();
    named.setProperty("javax.xml.stream.supportDTD", false);
    named.createXMLStreamReader(request.getInputStream());
  }

  void others(HttpServletRequest request) throws Exception {
    new SAXReader().read(request.getInputStream()); // want: xxe "SAXReader.read"
    SAXReader reader = new SAXReader();
    reader.setFeature(DOCTYPE, true);
    reader.read(request.getInputStream());
    new SAXBuilder().build(request.getInputStream()); // want: xxe "SAXBuilder.build"
    SAXBuilder builder = new SAXBuilder();
    builder.setFeature(DOCTYPE, true);
    builder.build(request.getInputStream());
  }

  Document logged(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(DOCTYPE, true);
    } catch (javax.xml.parsers.ParserConfigurationException e) {
      System.err.println("not supported");
    }
    return factory.newDocumentBuilder().parse(request.getInputStream());
  }

  Document sometimes(HttpServletRequest request, boolean strict) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    if (strict) {
      factory.setFeature(DOCTYPE, true);
    }
    return factory.newDocumentBuilder().parse(request.getInputStream()); // want: xxe "loads what its entities name"
  }

  Document given(HttpServletRequest request, ThreadLocal<DocumentBuilder> builders) throws Exception {
    return builders.get().parse(request.getInputStream());
  }

  void validated(HttpServletRequest request) throws Exception {
    javax.xml.validation.SchemaFactory open = javax.xml.validation.SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    open.newSchema(new File("a.xsd")).newValidator().validate(new javax.xml.transform.stream.StreamSource(request.getInputStream())); // want: xxe "Validator.validate"
    javax.xml.validation.SchemaFactory hardened = javax.xml.validation.SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    hardened.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    hardened.newSchema(new File("a.xsd")).newValidator().validate(new javax.xml.transform.stream.StreamSource(request.getInputStream()));
  }

  Document parameter(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml))); // want: xxe "DocumentBuilder.parse loads what the entities of its document name"
  }

  void ofThisMachine(File file) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.parse(file);
    InputStream in = Parsers.class.getResourceAsStream("/rules.xml");
    builder.parse(in);
    builder.parse(new InputSource(new StringReader("<a/>")));
  }

  void transformed(Document tree) throws Exception {
    TransformerFactory.newInstance().newTransformer().transform(new javax.xml.transform.dom.DOMSource(tree), null);
  }
}
