package dev.plumbline.analyzer.library;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The data of files that were read whole. */
record FileRoles(List<LibraryFile> files) implements RoleData {

  FileRoles {
    files = List.copyOf(files);
  }

  @Override
  public List<AnnotationModel> annotations() {
    return files.stream().flatMap(file -> file.annotations().stream()).toList();
  }

  @Override
  public List<TypeRole> typeRoles() {
    return files.stream().flatMap(file -> file.typeRoles().stream()).toList();
  }

  @Override
  public List<MethodModel> methods(String type) {
    return files.stream()
        .flatMap(file -> file.methods().stream())
        .filter(model -> model.on().equals(type))
        .toList();
  }

  @Override
  public Set<String> types() {
    Set<String> types = new TreeSet<>();
    files.forEach(file -> file.methods().forEach(model -> types.add(model.on())));
    return types;
  }

  @Override
  public Map<String, Set<String>> names() {
    Topics topics = new Topics();
    files.forEach(file -> file.methods().forEach(topics::add));
    return topics.names();
  }

  @Override
  public List<MethodModel> credentials(String name) {
    return files.stream()
        .flatMap(file -> file.methods().stream())
        .filter(model -> model.credential().isPresent() && model.names().contains(name))
        .toList();
  }
}
