package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.Place;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writers and streams that write the body of a response, wherever they are handed: a call that
 * gives one is a sink of the kind HTML at its result, and what is written to it later reaches the
 * sink.
 */
final class MarkupWriters {

  /** Whether the object writes to a response. */
  static final String HTML = "!html";

  /** The response that it writes to, for its settings. */
  private static final String RESPONSE = "^response";

  private static final Set<String> WRITING =
      Set.of("write", "print", "println", "append", "printf", "format");

  private static final List<String> WRITERS =
      List.of("java.io.Writer", "java.io.OutputStream", "java.io.PrintStream");

  private final Context context;
  private final CallTransfer calls;
  private final CodeBody body;

  MarkupWriters(Context context, CallTransfer calls, CodeBody body) {
    this.context = context;
    this.calls = calls;
    this.body = body;
  }

  /** Marks what a call gives when it writes to a response. */
  Val opened(LibraryCall call, Val result) {
    if (!context.wants(SinkKind.HTML) || !(result instanceof Val.Atom atom)) {
      return result;
    }
    for (MethodModel model : call.models()) {
      for (MethodRole.Sink sink : model.sinks()) {
        if (sink.kind() == SinkKind.HTML && sink.at().equals(Place.RESULT)) {
          Obj held = call.state().object(atom.id());
          Obj writer = (held == null ? Obj.fresh(atom.type()) : held).with(HTML, Val.TRUE);
          if (call.receiver() != null) {
            writer = writer.with(RESPONSE, call.receiver());
          }
          call.state().put(atom.id(), writer);
        }
      }
    }
    return result;
  }

  /** Tells of what is written. */
  void written(LibraryCall call) {
    if (!context.wants(SinkKind.HTML)
        || !WRITING.contains(call.target().name())
        || call.arguments().isEmpty()
        || !(call.receiver() instanceof Val.Atom writer)
        || !isWriter(call.target().receiver())) {
      return;
    }
    Obj held = call.state().object(writer.id());
    boolean fresh = held != null && held.fresh();
    Val html = held == null ? null : held.slot(HTML);
    if (html == null && (fresh || !writer.id().isInput())) {
      return;
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      Val value = call.arguments().get(i);
      if (value == null || isNumber(call, i)) {
        continue;
      }
      MethodRole role = new MethodRole.Sink(SinkKind.HTML, Place.argument(i), false);
      Sink sink =
          new Sink(body, call.number(), call.site(), call.target(), role, SinkKind.HTML, false, i);
      calls.reportWritten(sink, value, writer, html, response(held), call.state());
    }
  }

  private static Val response(Obj held) {
    return held == null ? null : held.slot(RESPONSE);
  }

  private static boolean isNumber(LibraryCall call, int argument) {
    return call.arguments().get(argument) instanceof Val.Const;
  }

  private boolean isWriter(JavaType type) {
    if (!type.isClass()) {
      return false;
    }
    for (String each : WRITERS) {
      if (type.name().equals(each) || context.reader().hierarchy().isSubtype(type, each)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the hit counts: that the writer writes to a response is known by now. */
  static boolean isMarkup(Hit hit) {
    TreeMap<String, Val> settings = hit.settings();
    Val html = settings.get("html");
    return html == null || mayBeTrue(html);
  }

  private static boolean mayBeTrue(Val value) {
    return Val.TRUE.equals(value)
        || value instanceof Val.Choice choice
            && choice.options().stream().anyMatch(MarkupWriters::mayBeTrue);
  }
}
