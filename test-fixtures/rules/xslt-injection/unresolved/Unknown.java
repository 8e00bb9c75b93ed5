package app;

import com.acme.xml.Pipeline;
import com.acme.xml.Sheet;
import java.io.StringReader;
import javax.servlet.http.HttpServletRequest;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamSource;

class Unknown {
  void run(HttpServletRequest request, Pipeline pipeline) throws TransformerException {
    // What a library that nobody knows makes of a text is still the text.
    String text = pipeline.complete(request.getParameter("sheet"));
    TransformerFactory.newInstance().newTransformer(new StreamSource(new StringReader(text))); // want: xslt-injection "newTransformer"
    pipeline.transform(request.getParameter("sheet"));
  }

  void unknownSource(Sheet sheet) throws TransformerException {
    TransformerFactory.newInstance().newTransformer(new StreamSource(new StringReader(sheet.text())));
  }
}
