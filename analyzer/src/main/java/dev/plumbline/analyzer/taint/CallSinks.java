package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.Place;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import java.util.List;

/** What a library call does with what reaches it: sinks, uses, and what it sets. */
final class CallSinks {

  private final BodyAnalysis analysis;
  private final CallTransfer calls;
  private final Context context;
  private final CodeBody body;
  private final Reader reader;
  private final CallPlaces places;

  CallSinks(
      BodyAnalysis analysis,
      CallTransfer calls,
      Context context,
      CodeBody body,
      Reader reader,
      CallPlaces places) {
    this.analysis = analysis;
    this.calls = calls;
    this.context = context;
    this.body = body;
    this.reader = reader;
    this.places = places;
  }

  void sinks(LibraryCall call) {
    substitutions(call);
    for (MethodModel model : call.models()) {
      for (MethodRole role : model.roles()) {
        if (role instanceof MethodRole.Sink sink) {
          if (context.wants(sink.kind()) && !isQuiet(sink, model)) {
            report(call, role, sink.kind(), sink.weak(), sink.at(), model);
          }
          if (sink.kind() == SinkKind.URL && context.wants(SinkKind.URL_PARAMETER)) {
            report(call, role, SinkKind.URL_PARAMETER, sink.weak(), sink.at(), model);
          }
          if (context.wantsUse(role)) {
            report(call, role, null, sink.weak(), sink.at(), model);
          }
          if (context.wantsText(sink.kind())) {
            text(call, sink);
          }
        } else if (context.wantsUse(role)) {
          report(call, role, null, false, placeOf(role), model);
        }
      }
    }
  }

  /**
   * Whether it writes to a log what production does not write. Only who asks for secrets in logs
   * wants to know of it: those must not be there on the day when somebody turns the level on.
   */
  private boolean isQuiet(MethodRole.Sink sink, MethodModel model) {
    return sink.kind() == SinkKind.LOG
        && !context.wants(SourceKind.SECRET)
        && model.roles(MethodRole.Logs.class).stream().anyMatch(logs -> logs.level().isQuiet());
  }

  /** What a mapper's method puts into its statement as it is. */
  private void substitutions(LibraryCall call) {
    for (Substitution each : context.substitutions(call.target())) {
      if (each.argument() >= call.arguments().size()) {
        continue;
      }
      State state = call.state();
      Val value = call.arguments().get(each.argument());
      for (int i = 0; i < each.way().size() && value != null; i++) {
        boolean last = i + 1 == each.way().size();
        value = part(value, each.way().get(i), last ? each.type() : JavaType.UNKNOWN, state);
      }
      if (value == null || HarmlessTypes.contains(each.type(), reader.hierarchy())) {
        continue;
      }
      Val text =
          Join.concat(
              List.of(
                  new Val.Const(each.before()),
                  reader.text(value, state),
                  new Val.Const(each.after())),
              null);
      MethodRole.Sink role =
          new MethodRole.Sink(SinkKind.MAPPER_SQL, Place.argument(each.argument()), false);
      if (context.wants(SinkKind.MAPPER_SQL)) {
        calls.report(sink(call, role, each, false), text, null, state);
      }
      if (context.wantsText(SinkKind.MAPPER_SQL)) {
        context.composes(body);
        calls.report(sink(call, role, each, true), text, null, state);
      }
    }
  }

  private Sink sink(
      LibraryCall call, MethodRole.Sink role, Substitution substitution, boolean isText) {
    return new Sink(
        body,
        call.number(),
        call.site(),
        call.target(),
        role,
        isText ? null : SinkKind.MAPPER_SQL,
        false,
        substitution.argument(),
        substitution,
        isText);
  }

  /** A property of an object, the value of a key, or the elements. */
  private Val part(Val value, String step, JavaType type, State state) {
    if (step.equals(Substitution.ELEMENT)) {
      return reader.load(value, Obj.ELEMENT, type, state);
    }
    boolean isMap =
        value instanceof Val.Atom atom
            && (reader.hierarchy().isSubtype(atom.type(), "java.util.Map")
                || state.object(atom.id()) != null
                    && reader
                        .hierarchy()
                        .isSubtype(state.object(atom.id()).type(), "java.util.Map"));
    return reader.load(value, isMap ? ContainerCalls.slot(new Val.Const(step)) : step, type, state);
  }

  private void text(LibraryCall call, MethodRole.Sink role) {
    for (int i = 0; i < call.arguments().size(); i++) {
      Val value = call.arguments().get(i);
      if (value != null && role.at().isArgument(i, call.arguments().size())) {
        if (!Transfer.isConstant(value)) {
          context.composes(body);
        }
        Sink sink =
            new Sink(
                body,
                call.number(),
                call.site(),
                call.target(),
                role,
                null,
                role.weak(),
                i,
                null,
                true);
        calls.report(sink, value, null, call.state());
      }
    }
  }

  static Place placeOf(MethodRole role) {
    if (role instanceof MethodRole.Crypto crypto) {
      return crypto.at().orElse(Place.RESULT);
    }
    if (role instanceof MethodRole.Configures configures) {
      return configures.at().orElse(Place.RESULT);
    }
    if (role instanceof MethodRole.Credential credential) {
      return credential.at();
    }
    return Place.RESULT;
  }

  void report(
      LibraryCall call, MethodRole role, SinkKind kind, boolean weak, Place at, MethodModel model) {
    Val.Atom receiver = call.receiver() instanceof Val.Atom atom ? atom : null;
    if (at.base() == Place.Base.RECEIVER || at.base() == Place.Base.RESULT) {
      int where = at.base() == Place.Base.RECEIVER ? Flow.RECEIVER : Flow.RESULT;
      Val value = call.receiver();
      if (at.base() == Place.Base.RESULT || value == null) {
        if (kind != null) {
          return;
        }
        value = Val.NULL;
      }
      Sink sink =
          new Sink(body, call.number(), call.site(), call.target(), role, kind, weak, where);
      calls.report(sink, places.into(value, at, model, call.state(), call), receiver, call.state());
      return;
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      Val value = call.arguments().get(i);
      if (value == null
          || !at.isArgument(i, call.arguments().size())
          || calls.codeOf(value, call.state()) != null
          || kind == SinkKind.LOG && isThrowable(value)
          || kind == SinkKind.NUMBER && !mayBeNumber(call, i)) {
        continue;
      }
      Sink sink = new Sink(body, call.number(), call.site(), call.target(), role, kind, weak, i);
      Val used = at.parts().isEmpty() ? value : places.into(value, at, model, call.state(), call);
      Val.Atom object =
          value instanceof Val.Atom atom && (isCookie(role) || hasSettings(atom, call.state()))
              ? atom
              : receiver;
      if (used != null) {
        calls.report(sink, used, object, call.state());
      }
    }
  }

  /** What is asked of a cookie is what it was told, be it nothing; not what the response was. */
  static boolean isCookie(MethodRole role) {
    return role instanceof MethodRole.Sink sink && sink.kind() == SinkKind.COOKIE;
  }

  /** The name of a method that takes a size may be that of one that takes what is to be copied. */
  boolean mayBeNumber(LibraryCall call, int argument) {
    Operands registers =
        call.site() instanceof Instruction.Call site
            ? site.arguments()
            : call.site() instanceof Instruction.New site ? site.arguments() : Operands.NONE;
    JavaType type =
        registers.size() == call.arguments().size()
            ? analysis.typeOf(registers.get(argument))
            : call.arguments().get(argument) instanceof Val.Atom atom
                ? atom.type()
                : JavaType.UNKNOWN;
    return !type.isArray() && !type.isClass() || Heap.isNumber(type, reader.hierarchy());
  }

  /** Loggers print the message of an exception on its own lines anyway. */
  boolean isThrowable(Val value) {
    return value instanceof Val.Atom atom
        && atom.type().isClass()
        && reader.hierarchy().isSubtype(atom.type(), "java.lang.Throwable");
  }

  static boolean hasSettings(Val.Atom atom, State state) {
    Obj object = state.object(atom.id());
    return object != null
        && object.slots().keySet().stream().anyMatch(name -> name.startsWith("!"));
  }

  /** What a call sets on its receiver, and what its result takes over from it. */
  void settings(LibraryCall call) {
    for (MethodModel model : call.models()) {
      for (MethodRole role : model.roles()) {
        if (role instanceof MethodRole.Configures configures && call.receiver() != null) {
          Val value =
              configures.at().isEmpty()
                  ? Val.EMPTY
                  : places.read(call, configures.at().get(), model);
          reader.store(
              call.receiver(),
              "!" + settingName(call, configures),
              value == null ? Val.EMPTY : reader.flat(value, call.state()),
              call.state());
        }
      }
    }
  }

  /**
   * {@code feature:NAME} where the first argument names the feature and another one is the value. A
   * constant of a library is named by its field.
   */
  static String settingName(LibraryCall call, MethodRole.Configures configures) {
    String name = configures.setting().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    boolean named =
        configures.setting() == MethodRole.Configures.Setting.FEATURE
            && configures.at().isPresent()
            && configures.at().get().base() != Place.Base.RESULT
            && !configures.at().get().isArgument(0, call.arguments().size())
            && !call.arguments().isEmpty();
    if (!named) {
      return name;
    }
    Val first = call.arguments().get(0);
    if (first instanceof Val.Const constant && constant.value() != null) {
      return name + ":" + Join.text(constant);
    }
    return first instanceof Val.Atom atom
            && atom.id().root() instanceof Id.Static field
            && atom.id().fields().isEmpty()
        ? name + ":" + field.name().substring(field.name().lastIndexOf('.') + 1)
        : name;
  }

  /** An object made of another one takes over its settings: a parser those of its factory. */
  void settingsOf(Val from, Val.Atom to, State state) {
    if (from instanceof Val.Atom atom && !atom.id().equals(to.id())) {
      Obj held = state.object(atom.id());
      if (atom.id().isInput()) {
        // What callers have set is theirs to say.
        reader.store(to, SettingsBehind.OF, new Val.Atom(atom.id(), atom.type(), List.of()), state);
      }
      if (held != null && held.fresh() && !state.has(to.id())) {
        // As much is known of the one as of the other.
        state.put(to.id(), Obj.fresh(to.type()));
      }
      if (held != null) {
        held.slots()
            .forEach(
                (name, value) -> {
                  if (name.startsWith("!")
                      || name.equals("^response")
                      || name.equals(SettingsBehind.OF)) {
                    reader.store(to, name, value, state);
                  }
                });
      }
    }
  }

  /** The length of an array as a number that somebody may choose. */
  void allocation(Instruction.NewArray creation, int number, Val length, State state) {
    if (length == null || !context.wants(SinkKind.NUMBER)) {
      return;
    }
    MethodRole role = new MethodRole.Sink(SinkKind.NUMBER, Place.argument(0), false);
    CallTarget target =
        CallTarget.undeclared(
            analysis.typeOf(creation.target()), true, "<init>", analysis.typeOf(creation.target()));
    Sink sink = new Sink(body, number, creation, target, role, SinkKind.NUMBER, false, 0);
    calls.report(sink, length, null, state);
  }
}
