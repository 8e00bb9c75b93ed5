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
import dev.plumbline.analyzer.regex.Alphabet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls of code that is not in the workspace, by the roles of the library data.
 *
 * <p>A method without a role that says where data go gives a result that may hold what it was given
 * and called on, unless its type cannot carry text; a method whose name says so ({@code add},
 * {@code set} …) puts its arguments into what it is called on. It never makes anything harmless.
 */
final class LibraryCalls {

  private static final List<String> MUTATORS =
      List.of(
          "append", "add", "put", "set", "with", "write", "insert", "push", "offer", "load",
          "init");

  /** What is made of a text and is the text for all purposes here. */
  private static final Set<String> SAME_AS_TEXT =
      Set.of(
          "java.net.URL",
          "java.net.URI",
          "java.lang.String",
          "java.lang.CharSequence",
          "okhttp3.HttpUrl",
          "org.springframework.web.util.UriComponentsBuilder",
          "org.springframework.web.util.UriComponents",
          "org.springframework.web.servlet.view.RedirectView",
          "org.springframework.web.servlet.ModelAndView");

  private static final Set<String> SAME_METHODS =
      Set.of(
          "<init>",
          "create",
          "toString",
          "toURI",
          "toURL",
          "toUri",
          "toUriString",
          "toExternalForm",
          "toASCIIString",
          "normalize",
          "parse",
          "get",
          "build",
          "encode",
          "fromUriString",
          "fromHttpUrl",
          "fromPath",
          "url",
          "uri");

  /** How much is there: of collections, texts, buffers, streams. */
  private static final Set<String> AMOUNTS =
      Set.of("size", "length", "count", "remaining", "readableBytes", "available");

  private final BodyAnalysis analysis;
  private final Transfer transfer;
  private final CallTransfer calls;
  private final Context context;
  private final CodeBody body;
  private final Reader reader;
  private final TextCalls texts;
  private final ContainerCalls containers;
  private final MarkupWriters markup;
  private final CallPlaces places;
  private final CallFunctions functionsOf;
  private final CallSinks sinks;
  private final CallSources sources;
  private final GeneratedCalls generated;
  private final CallForms forms;

  LibraryCalls(BodyAnalysis analysis, Transfer transfer, CallTransfer calls) {
    this.analysis = analysis;
    this.transfer = transfer;
    this.calls = calls;
    this.context = analysis.context;
    this.body = analysis.body;
    this.reader = context.reader();
    this.texts = new TextCalls(context, transfer, body);
    this.containers = new ContainerCalls(context, transfer);
    this.markup = new MarkupWriters(context, calls, body);
    this.places = new CallPlaces(body, reader);
    this.functionsOf = new CallFunctions(analysis, calls, reader);
    this.sinks = new CallSinks(analysis, calls, context, body, reader, places);
    this.sources = new CallSources(body, reader, places);
    this.generated = new GeneratedCalls(context, body, transfer, reader);
    this.forms = new CallForms(body, reader, places);
  }

  CallTransfer.Outcome call(
      Instruction site,
      int number,
      CallTarget target,
      Val receiver,
      List<Val> arguments,
      Operands registers,
      State state) {
    List<MethodModel> models = context.models(body, site, target, registers, arguments, state);
    LibraryCall call = new LibraryCall(site, number, target, receiver, arguments, models, state);
    sinks.sinks(call);
    markup.written(call);
    CallTransfer.Outcome known = generated.generated(call);
    if (known == null) {
      known = texts.call(site, number, target, receiver, arguments, state);
    }
    if (known == null) {
      known = containers.call(call);
    }
    if (known == null) {
      known = context.regexes().call(call, transfer);
    }
    if (known == null) {
      known = PathChecks.call(call, reader);
    }
    if (known == null && target.name().endsWith("Match") && arguments.size() == 1) {
      FunctionCode code = calls.codeOf(arguments.get(0), state);
      known = CharacterLoops.tested(call, code, context.program());
    }
    if (known == null) {
      known = ReflectiveFields.call(call, reader, transfer);
    }
    if (known == null) {
      known = sharedStore(call);
    }
    if (known == null) {
      known = Resources.call(call, context, transfer);
    }
    if (known != null) {
      sinks.settings(call);
      return new CallTransfer.Outcome(transfer.typed(known.value(), resultType(call)));
    }
    CallTransfer.Outcome outcome = byRoles(call);
    if (outcome == null) {
      return null;
    }
    if (receiver == null && outcome.value() instanceof Val.Atom made) {
      // A static factory sets what it makes.
      sinks.settings(new LibraryCall(site, number, target, made, arguments, models, state));
    }
    return new CallTransfer.Outcome(markup.opened(call, outcome.value()));
  }

  /** What the arguments and the receiver are used for, where other code tells what comes of it. */
  void uses(
      Instruction site,
      int number,
      CallTarget target,
      Val receiver,
      List<Val> arguments,
      Operands registers,
      State state) {
    List<MethodModel> models = context.models(body, site, target, registers, arguments, state);
    sinks.sinks(new LibraryCall(site, number, target, receiver, arguments, models, state));
  }

  CallSinks sinks() {
    return sinks;
  }

  private static JavaType resultType(LibraryCall call) {
    return call.target().returnType();
  }

  Val create(
      Instruction site,
      int number,
      CallTarget target,
      JavaType type,
      List<Val> arguments,
      Operands registers,
      State state) {
    List<MethodModel> models = context.models(body, site, target, registers, arguments, state);
    LibraryCall call = new LibraryCall(site, number, target, null, arguments, models, state);
    Val made = texts.create(type, arguments, number, site, state);
    if (made == null) {
      made = containers.create(type, arguments, number, state);
    }
    if (made == null && isSame(type, "<init>") && !arguments.isEmpty()) {
      made = accepted(call, composed(type, arguments, state));
    }
    if (made == null) {
      made = madeByRoles(call, type, number, state);
    }
    sinks.sinks(new LibraryCall(site, number, target, made, arguments, models, state));
    return made;
  }

  /** What a constructor has let pass. */
  private static Val accepted(LibraryCall call, Val made) {
    long clears = 0;
    for (MethodModel model : call.models()) {
      for (MethodRole.Sanitizer sanitizer : model.roles(MethodRole.Sanitizer.class)) {
        clears |= acceptedFor(sanitizer);
      }
    }
    return made == null ? null : Heap.cleared(made, clears);
  }

  /** The kinds for which an object is harmless whose constructor refuses or encodes the rest. */
  private static long acceptedFor(MethodRole role) {
    return role instanceof MethodRole.Sanitizer sanitizer
            && sanitizer.at().base() == Place.Base.RECEIVER
        ? kinds(sanitizer.clears(), sanitizer.alphabet())
        : 0;
  }

  /** The text of a URL and its like; {@code null} when it cannot be put together. */
  private Val composed(JavaType type, List<Val> arguments, State state) {
    if (arguments.size() == 1) {
      Val text = arguments.get(0) == null ? null : reader.text(arguments.get(0), state);
      return text;
    }
    if (type.name().equals("java.net.URL") && arguments.size() >= 3) {
      List<Val> parts = new ArrayList<>();
      for (int i = 0; i < arguments.size(); i++) {
        if (arguments.get(i) != null) {
          parts.add(reader.text(arguments.get(i), state));
        }
        if (i == 0) {
          parts.add(new Val.Const("://"));
        } else if (i == 1 && arguments.size() == 4) {
          parts.add(new Val.Const(":"));
        }
      }
      return Join.concat(parts, null);
    }
    return null;
  }

  private static boolean isSame(JavaType type, String method) {
    return type.isClass()
        && SAME_AS_TEXT.contains(type.name())
        && (type.isString() ? method.startsWith("to") : SAME_METHODS.contains(method));
  }

  private Val madeByRoles(LibraryCall call, JavaType type, int number, State state) {
    Val.Atom object = transfer.allocate(number, Obj.fresh(type), state);
    List<Taint> taints = List.of();
    boolean said = false;
    long clears = 0;
    CallFunctions.FunctionRuns functions = functionsOf.runs(call);
    for (MethodModel model : call.models()) {
      for (MethodRole.Flow flow : model.roles(MethodRole.Flow.class)) {
        if (flow.to().function().isPresent()) {
          functions.pass(flow.to(), places.read(call, flow.from(), model));
        }
      }
    }
    for (MethodModel model : call.models()) {
      for (MethodRole role : model.roles()) {
        if (role instanceof MethodRole.Flow flow) {
          said = true;
          if (flow.from().base() == Place.Base.RECEIVER && flow.from().parts().isEmpty()) {
            // What will be written to the new object goes on to the argument.
            Val behind = places.base(call, flow.to());
            if (behind != null) {
              reader.store(object, CallPlaces.INTO, behind, state);
              sinks.settingsOf(behind, object, state);
            }
            continue;
          }
          Val value =
              flow.from().function().isPresent()
                  ? places.into(functions.result(flow.from()), flow.from(), model, state)
                  : places.read(call, flow.from(), model);
          if (value == null || flow.to().function().isPresent()) {
            continue;
          }
          if (flow.to().parts().isEmpty() && flow.to().base() == Place.Base.RECEIVER) {
            taints = Join.taints(taints, Transfer.inexact(reader.deepTaints(value, state)));
            sinks.settingsOf(value, object, state);
          } else {
            places.write(call, object, flow.to(), model, value);
          }
        } else if (role instanceof MethodRole.Sanitizer || role instanceof MethodRole.Sink) {
          said = true;
          clears |= acceptedFor(role);
        } else if (role instanceof MethodRole.Source source && context.wants(source.kind())) {
          taints = Join.taints(taints, List.of(sources.source(call, source)));
        } else if (role instanceof MethodRole.Random random) {
          said = true;
          if (random.predictable()) {
            reader.store(object, "!random", Val.TRUE, state);
          }
        }
      }
    }
    if (!said) {
      for (Val argument : call.arguments()) {
        taints = Join.taints(taints, Transfer.inexact(reader.deepTaints(argument, state)));
      }
      functionsOf.runFunctions(call, taints);
    }
    sinks.settings(
        new LibraryCall(
            call.site(), number, call.target(), object, call.arguments(), call.models(), state));
    taints = Heap.inType(Heap.clear(taints, clears), type, reader.hierarchy());
    return taints.isEmpty() ? object : new Val.Atom(object.id(), type, places.steps(taints, call));
  }

  private CallTransfer.Outcome byRoles(LibraryCall call) {
    State state = call.state();
    int number = call.number();
    JavaType type = resultType(call);
    List<Taint> taints = List.of();
    Val same = null;
    Val condition = null;
    Val result = null;
    boolean said = false;
    boolean decodes = false;
    long clears = 0;
    long encoded = 0;
    Val.Atom holder = null;
    Val settingsFrom = null;
    CallFunctions.FunctionRuns functions = functionsOf.runs(call);
    for (MethodModel model : call.models()) {
      for (MethodRole role : model.roles()) {
        if (role instanceof MethodRole.Flow flow && flow.to().function().isPresent()) {
          said = true;
          functions.pass(flow.to(), places.read(call, flow.from(), model));
        }
      }
    }
    for (MethodModel model : call.models()) {
      for (MethodRole role : model.roles()) {
        if (role instanceof MethodRole.Flow flow) {
          said = true;
          if (flow.to().function().isPresent()) {
            continue;
          }
          Val value =
              flow.from().function().isPresent()
                  ? places.into(functions.result(flow.from()), flow.from(), model, state)
                  : places.read(call, flow.from(), model);
          if (value == null) {
            continue;
          }
          if (flow.to().parts().isEmpty() && flow.from().parts().isEmpty()) {
            settingsFrom =
                Join.of(settingsFrom, flow.to().base() == Place.Base.RESULT ? value : null);
            if (flow.to().base() == Place.Base.RECEIVER && call.receiver() instanceof Val.Atom to) {
              sinks.settingsOf(value, to, state);
            }
          }
          if (flow.to().base() == Place.Base.RESULT && !flow.to().parts().isEmpty()) {
            if (holder == null) {
              holder = transfer.allocate(number, Obj.fresh(type), state);
            }
            places.write(call, holder, flow.to(), model, value);
          } else if (flow.to().base() == Place.Base.RESULT) {
            if (isContent(flow)) {
              result = Join.of(result, value);
            } else if (isSame(type, call.target().name())
                && !(value instanceof Val.Atom atom && !isTextType(atom.type()))) {
              same = Join.of(same, reader.text(value, state));
            } else {
              taints = Join.taints(taints, Transfer.inexact(reader.deepTaints(value, state)));
            }
          } else {
            places.writeTo(call, flow.to(), model, value);
          }
        } else if (role instanceof MethodRole.Returns returns) {
          said = true;
          same = Join.of(same, places.read(call, returns.same(), model));
        } else if (role instanceof MethodRole.Sanitizer sanitizer) {
          long kinds = kinds(sanitizer.clears(), sanitizer.alphabet());
          if (sanitizer.at().base() == Place.Base.RESULT) {
            clears |= kinds;
            encoded |= kinds;
          } else {
            said = true;
            Truth.assume(
                Truth.test(places.read(call, sanitizer.at(), model), true, kinds, List.of()),
                true,
                state);
          }
        } else if (role instanceof MethodRole.Decoder) {
          decodes = true;
        } else if (role instanceof MethodRole.Guard guard && type.name().equals("boolean")) {
          said = true;
          condition = guard(call, guard, model, condition);
        } else if (role instanceof MethodRole.Source source && context.wants(source.kind())) {
          if (source.at().base() == Place.Base.RESULT) {
            said = true;
            taints = Join.taints(taints, List.of(sources.source(call, source)));
          } else {
            sources.sourceInto(call, source, model);
          }
        } else if (role instanceof MethodRole.Random random) {
          said = true;
          if (random.predictable() && context.wants(SourceKind.RANDOM)) {
            taints = Join.taints(taints, List.of(sources.random(call)));
          }
        } else if (role instanceof MethodRole.Fresh) {
          said = true;
          holder = holder == null ? transfer.allocate(number, Obj.fresh(type), state) : holder;
        } else if (role instanceof MethodRole.NeverReturns) {
          return null;
        } else if (role instanceof MethodRole.Sink
            || role instanceof MethodRole.DataAccess
            || role instanceof MethodRole.Remote
            || role instanceof MethodRole.Logs
            || role instanceof MethodRole.Source) {
          said = true;
        }
      }
    }
    sinks.settings(call);
    if (condition != null) {
      return new CallTransfer.Outcome(condition);
    }
    if (!said) {
      return byDefault(call, clears, encoded, decodes);
    }
    functions.rest();
    if (type.name().equals("void")) {
      return new CallTransfer.Outcome(null);
    }
    if (holder != null && same == null && result == null) {
      if (settingsFrom != null) {
        sinks.settingsOf(settingsFrom, holder, state);
      }
      Val.Atom atom = taints.isEmpty() ? holder : holder.with(places.steps(taints, call));
      return new CallTransfer.Outcome(atom);
    }
    taints = cleared(taints, clears, encoded, decodes);
    Val value = same == null ? null : clears == 0 ? same : Heap.cleared(same, clears);
    if (result != null) {
      value = Join.of(value, transfer.typed(Heap.cleared(result, clears), type));
    }
    if (!taints.isEmpty() || value == null) {
      value = Join.of(value, forms.opaque(call, type, taints));
    }
    if (holder != null) {
      value = Join.of(value, holder);
    }
    if (settingsFrom != null && value instanceof Val.Atom to && !to.id().isInput()) {
      sinks.settingsOf(settingsFrom, to, state);
    }
    return new CallTransfer.Outcome(value);
  }

  /** Whether the flow gives a thing that was put in, as an element, value or field. */
  private static boolean isContent(MethodRole.Flow flow) {
    return !flow.from().parts().isEmpty() && flow.from().parts().get(0) != Place.Part.FIELDS
        || flow.from().function().isPresent();
  }

  private static boolean isTextType(JavaType type) {
    return !type.isKnown() || SAME_AS_TEXT.contains(type.name()) || type.is("java.lang.Object");
  }

  private static List<Taint> cleared(
      List<Taint> taints, long clears, long encoded, boolean decodes) {
    if (decodes) {
      List<Taint> decoded = new ArrayList<>(taints.size());
      for (Taint taint : taints) {
        decoded.add(new Taint(taint.origin(), 0, 0, taint.exact(), taint.trace()));
      }
      return decoded;
    }
    if (clears == 0) {
      return taints;
    }
    List<Taint> clean = new ArrayList<>(taints.size());
    for (Taint taint : taints) {
      long fresh = encoded & ~taint.cleared();
      clean.add(
          new Taint(
              taint.origin(),
              taint.cleared() | clears,
              taint.encoded() | fresh,
              taint.exact(),
              taint.trace()));
    }
    return clean;
  }

  private static long kinds(Set<SinkKind> kinds, Optional<String> alphabet) {
    long bits = Kinds.of(kinds);
    return alphabet
        .flatMap(Alphabet::parse)
        .map(letters -> bits | Kinds.of(letters.harmlessFor()))
        .orElse(bits);
  }

  private Val guard(LibraryCall call, MethodRole.Guard guard, MethodModel model, Val condition) {
    Val value = places.read(call, guard.at(), model);
    if (value == null) {
      return condition;
    }
    List<Id> inputs = new ArrayList<>(Truth.inputs(value));
    if (call.receiver() != null) {
      if (call.target().name().startsWith("contains")) {
        Boolean known = ContainerCalls.contains(call.receiver(), value, call.state());
        if (known != null) {
          return known ? Val.TRUE : Val.FALSE;
        }
        // A list of what outsiders sent allows nothing.
        for (Taint taint : reader.deepTaints(call.receiver(), call.state())) {
          if (taint.origin() instanceof Source) {
            return new Val.Condition(Map.of(), Map.of(), List.of(), inputs);
          }
        }
      }
      inputs.addAll(Truth.inputs(call.receiver()));
    }
    return Truth.test(
        reader.text(value, call.state()),
        guard.when(),
        kinds(guard.clears(), guard.alphabet()),
        inputs);
  }

  /** What a call gives that nothing is known of. */
  private CallTransfer.Outcome byDefault(
      LibraryCall call, long clears, long encoded, boolean decodes) {
    State state = call.state();
    JavaType type = resultType(call);
    String name = call.target().name();
    if (call.arguments().isEmpty() && AMOUNTS.contains(name)) {
      // How much is there is no number that somebody sent.
      return new CallTransfer.Outcome(transfer.unknown(call.number(), type, List.of()));
    }
    List<Taint> ofArguments = List.of();
    for (Val argument : call.arguments()) {
      if (calls.codeOf(argument, state) == null) {
        ofArguments = Join.taints(ofArguments, reader.deepTaints(argument, state));
      }
    }
    List<Taint> taints = ofArguments;
    if (call.receiver() != null) {
      taints = Join.taints(taints, reader.deepTaints(call.receiver(), state));
    }
    taints = Join.taints(taints, functionsOf.runFunctions(call, taints));
    if (call.receiver() instanceof Val.Atom receiver) {
      boolean mutates = MUTATORS.stream().anyMatch(name::startsWith);
      // What all requests share works for each of them; it keeps what is put into containers, and
      // what the library knowledge says.
      boolean keeps = !receiver.id().isStore();
      if (mutates
          && keeps
          && !ofArguments.isEmpty()
          && !CallPlaces.isOwnTaint(ofArguments, receiver)) {
        reader.store(
            receiver,
            Obj.TAINT,
            new Val.Atom(
                receiver.id().field("#"),
                JavaType.UNKNOWN,
                places.steps(Transfer.inexact(ofArguments), call)),
            state);
      }
      boolean fluent =
          mutates && type.isClass() && type.name().equals(call.target().receiver().name());
      if (fluent) {
        return new CallTransfer.Outcome(receiver);
      }
      Val form = forms.form(call, receiver, taints);
      if (form != null) {
        return new CallTransfer.Outcome(form);
      }
    }
    if (isSame(type, name) && call.arguments().size() <= 1) {
      Val only = call.arguments().isEmpty() ? call.receiver() : call.arguments().get(0);
      if (only != null && clears == 0) {
        Val text = reader.text(only, state);
        if (!(text instanceof Val.Atom atom) || isTextType(atom.type())) {
          return new CallTransfer.Outcome(text);
        }
      }
    }
    if (type.name().equals("void")) {
      return new CallTransfer.Outcome(null);
    }
    return new CallTransfer.Outcome(
        forms.opaque(call, type, cleared(Transfer.inexact(taints), clears, encoded, decodes)));
  }

  private CallTransfer.Outcome sharedStore(LibraryCall call) {
    String store = context.sharedStore(call.target().owner(), call.target().receiver());
    if (store == null || call.arguments().isEmpty() || call.receiver() == null) {
      return null;
    }
    String name = call.target().name();
    boolean puts =
        call.arguments().size() == 2
            && (name.startsWith("set") || name.startsWith("add") || name.startsWith("put"));
    boolean gets =
        call.arguments().size() == 1
            && (name.equals("getAttribute") || name.equals("getValue") || name.equals("get"));
    if (!puts && !gets) {
      return null;
    }
    Id id = Id.ofStatic("@" + store);
    Val.Atom shared = new Val.Atom(id, JavaType.UNKNOWN, List.of(new Taint(id, 0, 0, true, null)));
    Val key = call.arguments().get(0);
    String slot = key instanceof Val.Const constant ? ContainerCalls.slot(constant) : Obj.VALUE;
    if (puts) {
      reader.store(shared, slot, call.arguments().get(1), call.state());
      return new CallTransfer.Outcome(null);
    }
    return new CallTransfer.Outcome(reader.load(shared, slot, resultType(call), call.state()));
  }
}
