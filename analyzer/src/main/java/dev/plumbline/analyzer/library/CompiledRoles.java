package dev.plumbline.analyzer.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shipped library data, as the build packed them. What is said of methods is read when their
 * type is asked for, so that it costs nothing to know a library that a program does not use.
 */
final class CompiledRoles implements RoleData {

  private final ByteBuffer bytes;
  private final String[] texts;
  private final List<AnnotationModel> annotations = new ArrayList<>();
  private final List<TypeRole> typeRoles = new ArrayList<>();
  private final Map<String, Set<String>> names = new TreeMap<>();
  private final Map<String, int[]> entriesByType;
  private final Map<String, int[]> credentialEntries;
  private final int[] entries;
  private final Map<Integer, List<MethodModel>> read = new ConcurrentHashMap<>();

  private CompiledRoles(ByteBuffer bytes) {
    this.bytes = bytes;
    if (bytes.getInt() != CompiledForm.VERSION) {
      throw new IllegalStateException(
          "the library data are of another version of Plumbline: build it again with mvn clean");
    }
    texts = new String[bytes.getInt()];
    for (int i = 0; i < texts.length; i++) {
      int length = bytes.getShort() & 0xFFFF;
      texts[i] = new String(bytes.array(), bytes.position(), length, CompiledForm.TEXT);
      bytes.position(bytes.position() + length);
    }
    readAnnotations();
    readTypeRoles();
    readNames();
    entriesByType = readIndex();
    credentialEntries = readIndex();
    entries = new int[bytes.getInt()];
    for (int i = 0; i < entries.length; i++) {
      int length = bytes.getInt();
      entries[i] = bytes.position();
      bytes.position(bytes.position() + length);
    }
  }

  /**
   * @throws IllegalStateException when the data are missing from this build or of another one
   */
  static CompiledRoles shipped() {
    try (InputStream in = CompiledRoles.class.getResourceAsStream(CompiledForm.RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            "the library data are missing from this build: run mvn package");
      }
      return new CompiledRoles(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("the library data cannot be read", e);
    }
  }

  private String text() {
    return texts[bytes.getInt()];
  }

  private void readAnnotations() {
    for (int left = bytes.getInt(); left > 0; left--) {
      annotations.add(
          new AnnotationModel(text(), AnnotationModel.Role.valueOf(text()), text(), text()));
    }
  }

  private void readTypeRoles() {
    for (int left = bytes.getInt(); left > 0; left--) {
      String type = text();
      TypeRole.Role role = TypeRole.Role.valueOf(text());
      String framework = text();
      String as = text();
      List<String> methods = new ArrayList<>();
      for (int method = bytes.getInt(); method > 0; method--) {
        methods.add(text());
      }
      typeRoles.add(new TypeRole(type, role, framework, as, methods));
    }
  }

  private void readNames() {
    for (int topics = bytes.getInt(); topics > 0; topics--) {
      String topic = text();
      int size = bytes.getInt();
      Set<String> ofTopic = new LinkedHashSet<>(size * 2);
      for (int left = size; left > 0; left--) {
        ofTopic.add(text());
      }
      names.put(topic, ofTopic);
    }
  }

  private Map<String, int[]> readIndex() {
    int size = bytes.getInt();
    Map<String, int[]> index = new LinkedHashMap<>(size * 2);
    for (int left = size; left > 0; left--) {
      String name = text();
      int[] numbers = new int[bytes.getInt()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = bytes.getInt();
      }
      index.put(name, numbers);
    }
    return index;
  }

  private DataTree tree(ByteBuffer in) {
    byte kind = in.get();
    if (kind == CompiledForm.SCALAR) {
      return new DataTree.Scalar(texts[in.getInt()], 0, 0);
    }
    int size = in.getShort();
    if (kind == CompiledForm.SEQUENCE) {
      List<DataTree> items = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        items.add(tree(in));
      }
      return new DataTree.Sequence(items, 0, 0);
    }
    List<DataTree.Entry> parts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      parts.add(new DataTree.Entry(tree(in), tree(in)));
    }
    return new DataTree.Mapping(parts, 0, 0);
  }

  private static DataNode node(DataTree tree) {
    return DataNode.of(tree, "library data", new ArrayList<>());
  }

  @Override
  public List<AnnotationModel> annotations() {
    return annotations;
  }

  @Override
  public List<TypeRole> typeRoles() {
    return typeRoles;
  }

  @Override
  public Set<String> types() {
    return entriesByType.keySet();
  }

  @Override
  public Map<String, Set<String>> names() {
    return names;
  }

  @Override
  public List<MethodModel> methods(String type) {
    int[] numbers = entriesByType.get(type);
    if (numbers == null) {
      return List.of();
    }
    List<MethodModel> models = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      for (MethodModel model : entry(number)) {
        if (model.on().equals(type)) {
          models.add(model);
        }
      }
    }
    return models;
  }

  @Override
  public List<MethodModel> credentials(String name) {
    List<MethodModel> models = new ArrayList<>();
    for (int number : credentialEntries.getOrDefault(name, new int[0])) {
      models.addAll(entry(number));
    }
    return models;
  }

  private List<MethodModel> entry(int number) {
    List<MethodModel> models = read.get(number);
    if (models == null) {
      // Two threads may read it at once and find the same.
      models = MethodReader.read(node(tree(bytes.duplicate().position(entries[number]))));
      read.put(number, models);
    }
    return models;
  }
}
