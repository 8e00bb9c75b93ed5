package app;

import java.io.IOException;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xml.sax.SAXException;

@RestController
class Upload {
  private final DocumentBuilderFactory factory = Factories.hardened();
  private final DocumentBuilderFactory plain = DocumentBuilderFactory.newInstance();
  private final DocumentBuilder builder;

  Upload() throws ParserConfigurationException {
    DocumentBuilderFactory own = DocumentBuilderFactory.newInstance();
    own.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    this.builder = own.newDocumentBuilder();
  }

  @PostMapping("/a")
  void ofHelper(MultipartFile file) throws IOException, SAXException, ParserConfigurationException {
    Factories.hardened().newDocumentBuilder().parse(file.getInputStream());
    Factories.open().parse(file.getInputStream()); // want: xxe "MultipartFile.getInputStream() reaches DocumentBuilder.parse"
  }

  @PostMapping("/b")
  void ofField(MultipartFile file) throws IOException, SAXException, ParserConfigurationException {
    factory.newDocumentBuilder().parse(file.getInputStream());
    plain.newDocumentBuilder().parse(file.getInputStream()); // want: xxe "reaches DocumentBuilder.parse"
    builder.parse(file.getInputStream());
  }

  @PostMapping("/c")
  void body(@RequestBody String xml) throws IOException, SAXException, ParserConfigurationException {
    Factories.open().parse(new org.xml.sax.InputSource(new java.io.StringReader(xml))); // want: xxe "parameter xml reaches DocumentBuilder.parse"
  }
}
