package app;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class Reports {
  private static final Reader READER = Reader.instance();

  @PostMapping("/reports")
  void upload(MultipartFile file) throws Exception {
    READER.read(file.getInputStream());
    READER.readPlain(file.getInputStream());
  }
}

final class Reader {
  private static final Reader INSTANCE = new Reader();
  private final XMLInputFactory factory = make();
  private final XMLInputFactory plain = XMLInputFactory.newFactory();

  static Reader instance() {
    return INSTANCE;
  }

  private static XMLInputFactory make() {
    XMLInputFactory made = XMLInputFactory.newFactory();
    made.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return made;
  }

  void read(InputStream in) throws XMLStreamException {
    factory.createXMLStreamReader(in);
  }

  void readPlain(InputStream in) throws XMLStreamException {
    plain.createXMLStreamReader(in); // want: xxe "reaches XMLInputFactory.createXMLStreamReader"
  }
}
