package app;

import com.alibaba.fastjson.JSON;
import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.security.AnyTypePermission;
import com.thoughtworks.xstream.security.NoTypePermission;
import java.beans.XMLDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Base64;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.io.serialization.ValidatingObjectInputStream;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@RestController
class Objects {
  record Order(long id, String text) {}

  @PostMapping("/stream")
  Object stream(HttpServletRequest request) throws IOException, ClassNotFoundException {
    ObjectInputStream in = new ObjectInputStream(request.getInputStream());
    return in.readObject(); // want: unsafe-deserialization "getInputStream() reaches ObjectInputStream.readObject and is made into objects"
  }

  @PostMapping("/cookie")
  Object cookie(@CookieValue String state) throws IOException, ClassNotFoundException { // step: unsafe-deserialization 1
    byte[] bytes = Base64.getDecoder().decode(state); // step: unsafe-deserialization 2
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) { // step: unsafe-deserialization 3
      // want: unsafe-deserialization "parameter state reaches ObjectInputStream.readObject"
      return in.readObject(); // step: unsafe-deserialization 4
    }
  }

  @PostMapping("/upload")
  Object upload(@RequestParam MultipartFile file) throws IOException {
    return SerializationUtils.deserialize(file.getBytes()); // want: unsafe-deserialization "SerializationUtils.deserialize"
  }

  @PostMapping("/xml")
  Object xml(HttpServletRequest request) throws IOException {
    XMLDecoder decoder = new XMLDecoder(request.getInputStream());
    return decoder.readObject(); // want: unsafe-deserialization "XMLDecoder.readObject"
  }

  @PostMapping("/xstream")
  Object xstream(@RequestBody String text) {
    return new XStream().fromXML(text); // want: unsafe-deserialization "XStream.fromXML"
  }

  @PostMapping("/xstream-any")
  Object xstreamAny(@RequestBody String text) {
    XStream xstream = new XStream();
    xstream.addPermission(AnyTypePermission.ANY);
    return xstream.fromXML(text); // want: unsafe-deserialization "XStream.fromXML"
  }

  @PostMapping("/yaml")
  Object yaml(@RequestBody String text) {
    return new Yaml().load(text); // want: unsafe-deserialization "Yaml.load"
  }

  @PostMapping("/kryo")
  Object kryo(HttpServletRequest request) throws IOException {
    Kryo kryo = new Kryo();
    return kryo.readClassAndObject(new Input(request.getInputStream())); // want: unsafe-deserialization "Kryo.readClassAndObject"
  }

  // ---- safe ones

  @PostMapping("/filtered")
  Object filtered(HttpServletRequest request) throws IOException, ClassNotFoundException {
    ObjectInputStream in = new ObjectInputStream(request.getInputStream());
    in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("app.*;!*"));
    return in.readObject();
  }

  @PostMapping("/validating")
  Object validating(HttpServletRequest request) throws IOException, ClassNotFoundException {
    ValidatingObjectInputStream in = new ValidatingObjectInputStream(request.getInputStream());
    in.accept(Order.class);
    return in.readObject();
  }

  @PostMapping("/resource")
  Object resource() throws IOException, ClassNotFoundException {
    InputStream bytes = getClass().getResourceAsStream("/orders.bin");
    return new ObjectInputStream(bytes).readObject();
  }

  @PostMapping("/xstream-allowed")
  Object xstreamAllowed(@RequestBody String text) {
    XStream xstream = new XStream();
    xstream.addPermission(NoTypePermission.NONE);
    xstream.allowTypes(new Class[] {Order.class});
    return xstream.fromXML(text);
  }

  @PostMapping("/yaml-safe")
  Object yamlSafe(@RequestBody String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  @PostMapping("/kryo-registered")
  Object kryoRegistered(HttpServletRequest request) throws IOException {
    Kryo kryo = new Kryo();
    kryo.setRegistrationRequired(true);
    kryo.register(Order.class);
    return kryo.readClassAndObject(new Input(request.getInputStream()));
  }

  @PostMapping("/index")
  Object index(@RequestParam String text, IndexSearcher searcher)
      throws IOException, ClassNotFoundException {
    // What the index holds is not what was asked for.
    TopDocs found = searcher.search(new TermQuery(new Term("text", text)), 1);
    Document document = searcher.storedFields().document(found.scoreDocs[0].doc);
    byte[] bytes = document.getBinaryValue("order").bytes;
    return new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
  }

  @PostMapping("/json")
  Order json(@RequestBody String text) throws IOException {
    return new ObjectMapper().readValue(text, Order.class);
  }

  @PostMapping("/fastjson")
  Object fastjson(@RequestBody String text) {
    return JSON.parseObject(text, Order.class);
  }

  @PostMapping("/copy")
  Order copy(@RequestBody Order order) {
    return order;
  }
}
