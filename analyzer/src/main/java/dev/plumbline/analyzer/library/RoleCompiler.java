package dev.plumbline.analyzer.library;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Checks the library data and packs them into one resource when Plumbline is built. */
public final class RoleCompiler {

  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final List<AnnotationModel> annotations = new ArrayList<>();
  private final List<TypeRole> typeRoles = new ArrayList<>();
  private final List<byte[]> entries = new ArrayList<>();
  private final Map<String, List<Integer>> entriesByType = new TreeMap<>();
  private final Map<String, List<Integer>> credentials = new TreeMap<>();
  private final Topics topics = new Topics();

  private RoleCompiler() {}

  /**
   * @param arguments the folder of the YAML files, the file to write
   * @throws IOException when one of them cannot be read or written
   * @throws LibraryDataException when a file does not have its form; this fails the build
   */
  public static void main(String[] arguments) throws IOException {
    RoleCompiler compiler = new RoleCompiler();
    List<Path> files;
    try (Stream<Path> list = Files.list(Path.of(arguments[0]))) {
      files = list.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    for (Path file : files) {
      try (Reader in = Files.newBufferedReader(file)) {
        compiler.add(file.toString(), in);
      }
    }
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.getParent());
    Files.write(target, compiler.bytes());
  }

  private void add(String name, Reader in) throws IOException {
    DataTree tree = LibraryReader.tree(name, in);
    LibraryFile file = LibraryReader.read(name, tree);
    annotations.addAll(file.annotations());
    typeRoles.addAll(file.typeRoles());
    DataNode root = DataNode.of(tree, name, new ArrayList<>());
    Map<String, DataNode> parts = root.entries();
    if (parts.containsKey("methods")) {
      for (DataNode entry : parts.get("methods").items()) {
        add(entry);
      }
    }
  }

  private void add(DataNode entry) throws IOException {
    int number = entries.size();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(entry.tree(), new DataOutputStream(bytes));
    entries.add(bytes.toByteArray());
    for (MethodModel model : MethodReader.read(entry)) {
      entriesByType.computeIfAbsent(model.on(), key -> new ArrayList<>()).add(number);
      topics.add(model);
      if (model.credential().isPresent()) {
        for (String name : model.names()) {
          List<Integer> numbers = credentials.computeIfAbsent(name, key -> new ArrayList<>());
          if (!numbers.contains(number)) {
            numbers.add(number);
          }
        }
      }
    }
  }

  private int text(String text) {
    return texts.computeIfAbsent(text, key -> texts.size());
  }

  private void write(DataTree tree, DataOutputStream out) throws IOException {
    if (tree instanceof DataTree.Mapping mapping) {
      out.writeByte(CompiledForm.MAPPING);
      out.writeShort(mapping.entries().size());
      for (DataTree.Entry entry : mapping.entries()) {
        write(entry.key(), out);
        write(entry.value(), out);
      }
    } else if (tree instanceof DataTree.Sequence sequence) {
      out.writeByte(CompiledForm.SEQUENCE);
      out.writeShort(sequence.items().size());
      for (DataTree item : sequence.items()) {
        write(item, out);
      }
    } else {
      out.writeByte(CompiledForm.SCALAR);
      out.writeInt(text(((DataTree.Scalar) tree).text()));
    }
  }

  private byte[] bytes() throws IOException {
    // Written first: it fills the pool that stands in front of it.
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    write(new DataOutputStream(body));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(all);
    out.writeInt(CompiledForm.VERSION);
    out.writeInt(texts.size());
    for (String text : texts.keySet()) {
      byte[] bytes = text.getBytes(CompiledForm.TEXT);
      out.writeShort(bytes.length);
      out.write(bytes);
    }
    out.write(body.toByteArray());
    return all.toByteArray();
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeInt(annotations.size());
    for (AnnotationModel model : annotations) {
      out.writeInt(text(model.name()));
      out.writeInt(text(model.role().name()));
      out.writeInt(text(model.framework()));
      out.writeInt(text(model.as()));
    }
    out.writeInt(typeRoles.size());
    for (TypeRole role : typeRoles) {
      out.writeInt(text(role.type()));
      out.writeInt(text(role.role().name()));
      out.writeInt(text(role.framework()));
      out.writeInt(text(role.as()));
      out.writeInt(role.methods().size());
      for (String method : role.methods()) {
        out.writeInt(text(method));
      }
    }
    out.writeInt(topics.names().size());
    for (Map.Entry<String, Set<String>> topic : topics.names().entrySet()) {
      out.writeInt(text(topic.getKey()));
      out.writeInt(topic.getValue().size());
      for (String name : topic.getValue()) {
        out.writeInt(text(name));
      }
    }
    index(entriesByType, out);
    index(credentials, out);
    out.writeInt(entries.size());
    for (byte[] entry : entries) {
      out.writeInt(entry.length);
      out.write(entry);
    }
  }

  private void index(Map<String, List<Integer>> index, DataOutputStream out) throws IOException {
    out.writeInt(index.size());
    for (Map.Entry<String, List<Integer>> each : index.entrySet()) {
      out.writeInt(text(each.getKey()));
      out.writeInt(each.getValue().size());
      for (int number : each.getValue()) {
        out.writeInt(number);
      }
    }
  }
}
