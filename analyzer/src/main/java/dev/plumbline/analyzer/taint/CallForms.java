package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Results of library calls that are another form of what was there: a file, its canonical path. */
final class CallForms {

  private static final Set<String> CANONICAL =
      Set.of(
          "getCanonicalPath",
          "getCanonicalFile",
          "toRealPath",
          "normalize",
          "normalizeNoEndSeparator");

  /** Methods that keep a canonical path canonical. */
  private static final Set<String> FORMS =
      Set.of(
          "toString",
          "toPath",
          "toFile",
          "toAbsolutePath",
          "getAbsolutePath",
          "getPath",
          "toURI",
          "getAbsoluteFile",
          "getParentFile",
          "getParent");

  private final CodeBody body;
  private final Reader reader;
  private final CallPlaces places;

  CallForms(CodeBody body, Reader reader, CallPlaces places) {
    this.body = body;
    this.reader = reader;
    this.places = places;
  }

  Val opaque(LibraryCall call, JavaType type, List<Taint> taints) {
    List<Taint> left = Heap.inType(taints, type, reader.hierarchy());
    if (left.isEmpty() && type.name().equals("boolean")) {
      List<Id> inputs = new ArrayList<>();
      if (call.receiver() != null) {
        inputs.addAll(Truth.inputs(call.receiver()));
      }
      call.arguments()
          .forEach(
              argument -> inputs.addAll(argument == null ? List.of() : Truth.inputs(argument)));
      return new Val.Condition(Map.of(), Map.of(), List.of(), inputs);
    }
    Val.Atom receiver = call.receiver() instanceof Val.Atom atom ? atom : null;
    Val form = receiver == null ? null : form(call, receiver, taints);
    return form != null ? form : argumentForm(call, type, places.steps(left, call));
  }

  /** {@code FilenameUtils.normalize(path)} and the like: the argument in another form. */
  Val argumentForm(LibraryCall call, JavaType type, List<Taint> taints) {
    Val first = call.arguments().isEmpty() ? null : call.arguments().get(0);
    boolean canonical = CANONICAL.contains(call.target().name()) && call.receiver() == null;
    List<Val.Form> forms =
        canonical && first instanceof Val.Atom atom
            ? List.of(new Val.Form(atom.id(), Kinds.of(SinkKind.PATH)))
            : List.of();
    return new Val.Atom(identity(call), type, taints, forms, canonical);
  }

  /**
   * A getter that is asked twice gives the same: {@code if (OK.contains(e.getName()))
   * use(e.getName())} checks what is used.
   */
  static Id identity(LibraryCall call) {
    String name = call.target().name();
    boolean getter =
        (name.startsWith("get") || name.startsWith("header") || name.startsWith("param"))
            && !name.startsWith("getNext")
            && !name.startsWith("getAnd");
    if (getter && call.receiver() instanceof Val.Atom receiver) {
      int hash = 31 * receiver.id().hashCode() + name.hashCode();
      for (Val argument : call.arguments()) {
        if (!(argument instanceof Val.Const)) {
          return Id.made(call.number(), 0);
        }
        hash = 31 * hash + argument.hashCode();
      }
      return Id.made(-5, hash);
    }
    return Id.made(call.number(), 0);
  }

  /**
   * Browsers take a backslash for a slash: they go to {@code evil.example} in {@code
   * https://evil.example\@shop.example}, of which {@code java.net.URL} says that the host is the
   * other one. {@code java.net.URI} refuses it.
   */
  private static long hostOf(LibraryCall call) {
    return call.target().owner().is("java.net.URL")
        ? Kinds.HOST & ~Kinds.of(SinkKind.REDIRECT)
        : Kinds.HOST;
  }

  /** A canonical path, a host: views of the receiver whose checks count for it. */
  Val form(LibraryCall call, Val.Atom receiver, List<Taint> taints) {
    String name = call.target().name();
    JavaType type = call.target().returnType();
    boolean canonical = CANONICAL.contains(name) || receiver.canonical() && FORMS.contains(name);
    boolean full = canonical || FORMS.contains(name);
    boolean host = name.equals("getHost") || name.equals("getAuthority");
    if (!full && !host || !call.arguments().isEmpty() && !canonical) {
      return null;
    }
    List<Val.Form> forms = new ArrayList<>();
    forms.add(new Val.Form(receiver.id(), host ? hostOf(call) : Kinds.ALL));
    if (full) {
      forms.addAll(receiver.forms());
    }
    List<Taint> left =
        Heap.inType(
            taints.isEmpty() ? call.state().taints(receiver) : taints, type, reader.hierarchy());
    return new Val.Atom(
        Id.made(call.number(), 0), type, places.steps(left, call), forms, canonical);
  }
}
