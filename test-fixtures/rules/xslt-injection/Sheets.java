package app;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.xml.XMLConstants;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class Sheets {
  private static final Map<String, String> SHEETS = Map.of("list", "/xsl/list.xsl");

  @PostMapping("/stream")
  void stream(HttpServletRequest request) throws IOException, TransformerException {
    TransformerFactory factory = TransformerFactory.newInstance();
    factory.newTransformer(new StreamSource(request.getInputStream())); // want: xslt-injection "getInputStream() reaches TransformerFactory.newTransformer as a stylesheet"
  }

  @PostMapping("/text")
  Templates text(@RequestBody String sheet) throws TransformerException {
    StreamSource source = new StreamSource(new StringReader(sheet));
    return TransformerFactory.newInstance().newTemplates(source); // want: xslt-injection "newTemplates"
  }

  @PostMapping("/upload")
  void upload(@RequestParam MultipartFile sheet) throws IOException, TransformerException {
    TransformerFactory factory = TransformerFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.newTransformer(new StreamSource(sheet.getInputStream())); // want: xslt-injection "newTransformer"
  }

  @PostMapping("/address")
  void address(@RequestParam String url) throws TransformerException {
    TransformerFactory.newInstance().newTransformer(new StreamSource(url)); // want: xslt-injection "parameter url"
  }

  // ---- safe ones

  @PostMapping("/document")
  void document(HttpServletRequest request, StreamResult result)
      throws IOException, TransformerException {
    Transformer transformer =
        TransformerFactory.newInstance()
            .newTransformer(new StreamSource(getClass().getResourceAsStream("/xsl/list.xsl")));
    transformer.setParameter("title", request.getParameter("title"));
    transformer.transform(new StreamSource(request.getInputStream()), result);
  }

  @PostMapping("/identity")
  void identity(HttpServletRequest request, StreamResult result)
      throws IOException, TransformerException {
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new StreamSource(request.getInputStream()), result);
  }

  @PostMapping("/chosen")
  void chosen(@RequestParam String name) throws TransformerException {
    String sheet = SHEETS.getOrDefault(name, "/xsl/default.xsl");
    TransformerFactory.newInstance()
        .newTransformer(new StreamSource(getClass().getResourceAsStream(sheet)));
  }

  @PostMapping("/file")
  void file(@RequestParam String name) throws TransformerException {
    // Which file is for path-traversal.
    TransformerFactory.newInstance()
        .newTransformer(new StreamSource(new File("/srv/xsl/" + name)));
  }
}
