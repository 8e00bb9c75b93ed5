package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.Place;
import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import java.util.List;
import java.util.Optional;

/** What a library call brings in from outside. */
final class CallSources {

  private final CodeBody body;
  private final Reader reader;
  private final CallPlaces places;

  CallSources(CodeBody body, Reader reader, CallPlaces places) {
    this.body = body;
    this.reader = reader;
    this.places = places;
  }

  Taint source(LibraryCall call, MethodRole.Source source) {
    String description = described(call);
    Source origin =
        new Source(source.kind(), source.weak(), description, body.location(call.site().span()));
    return new Taint(origin, 0, 0, true, Trace.start(origin.location(), description));
  }

  Taint random(LibraryCall call) {
    Source origin =
        new Source(SourceKind.RANDOM, false, described(call), body.location(call.site().span()));
    return new Taint(origin, 0, 0, true, Trace.start(origin.location(), origin.description()));
  }

  /** In the words of the code: {@code getParameter("name")}. */
  static String described(LibraryCall call) {
    StringBuilder text = new StringBuilder(call.target().displayName());
    Val first = call.arguments().isEmpty() ? null : call.arguments().get(0);
    if (first instanceof Val.Const constant
        && constant.value() instanceof String name
        && name.length() < 40) {
      text.append("(\"").append(name).append("\")");
    } else {
      text.append("()");
    }
    return text.toString();
  }

  void sourceInto(LibraryCall call, MethodRole.Source source, MethodModel model) {
    Val value =
        places.read(
            call,
            new Place(source.at().base(), source.at().index(), Optional.empty(), List.of()),
            model);
    if (value instanceof Val.Atom atom) {
      reader.store(
          atom,
          Obj.TAINT,
          new Val.Atom(atom.id().field("#"), JavaType.UNKNOWN, List.of(source(call, source))),
          call.state());
    }
  }
}
