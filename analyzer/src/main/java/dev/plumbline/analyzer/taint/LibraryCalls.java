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
import dev.plumbline.analyzer.program.GeneratedMethod;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.regex.Alphabet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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

  /** What a writer or stream writes to. */
  private static final String INTO = "^into";

  /** How much is there: of collections, texts, buffers, streams. */
  private static final Set<String> AMOUNTS =
      Set.of("size", "length", "count", "remaining", "readableBytes", "available");

  /** A writer around a writer around a stream. */
  private static final int MAX_WRAPPED = 5;

  private final BodyAnalysis analysis;
  private final Transfer transfer;
  private final CallTransfer calls;
  private final Context context;
  private final CodeBody body;
  private final Reader reader;
  private final TextCalls texts;
  private final ContainerCalls containers;
  private final MarkupWriters markup;

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
  }

  // ---- entry

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
    sinks(call);
    markup.written(call);
    CallTransfer.Outcome known = generated(call);
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
      settings(call);
      return new CallTransfer.Outcome(transfer.typed(known.value(), resultType(call)));
    }
    CallTransfer.Outcome outcome = byRoles(call);
    if (outcome == null) {
      return null;
    }
    if (receiver == null && outcome.value() instanceof Val.Atom made) {
      // A static factory sets what it makes.
      settings(new LibraryCall(site, number, target, made, arguments, models, state));
    }
    return new CallTransfer.Outcome(markup.opened(call, outcome.value()));
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
      made = composed(type, arguments, state);
    }
    if (made == null) {
      made = madeByRoles(call, type, number, state);
    }
    sinks(new LibraryCall(site, number, target, made, arguments, models, state));
    return made;
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
    FunctionRuns functions = new FunctionRuns(call);
    for (MethodModel model : call.models()) {
      for (MethodRole.Flow flow : model.roles(MethodRole.Flow.class)) {
        if (flow.to().function().isPresent()) {
          functions.pass(flow.to(), read(call, flow.from(), model));
        }
      }
    }
    for (MethodModel model : call.models()) {
      for (MethodRole role : model.roles()) {
        if (role instanceof MethodRole.Flow flow) {
          said = true;
          if (flow.from().base() == Place.Base.RECEIVER && flow.from().parts().isEmpty()) {
            // What will be written to the new object goes on to the argument.
            Val behind = base(call, flow.to());
            if (behind != null) {
              reader.store(object, INTO, behind, state);
              settingsOf(behind, object, state);
            }
            continue;
          }
          Val value =
              flow.from().function().isPresent()
                  ? into(functions.result(flow.from()), flow.from(), model, state)
                  : read(call, flow.from(), model);
          if (value == null || flow.to().function().isPresent()) {
            continue;
          }
          if (flow.to().parts().isEmpty() && flow.to().base() == Place.Base.RECEIVER) {
            taints = Join.taints(taints, Transfer.inexact(reader.deepTaints(value, state)));
            settingsOf(value, object, state);
          } else {
            write(call, object, flow.to(), model, value);
          }
        } else if (role instanceof MethodRole.Sanitizer || role instanceof MethodRole.Sink) {
          said = true;
        } else if (role instanceof MethodRole.Source source && context.wants(source.kind())) {
          taints = Join.taints(taints, List.of(source(call, source)));
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
      runFunctions(call, taints);
    }
    settings(
        new LibraryCall(
            call.site(), number, call.target(), object, call.arguments(), call.models(), state));
    taints = Heap.inType(taints, type, reader.hierarchy());
    return taints.isEmpty() ? object : new Val.Atom(object.id(), type, steps(taints, call));
  }

  // ---- generated code

  private CallTransfer.Outcome generated(LibraryCall call) {
    var method = call.target().method().orElse(null);
    if (method == null || method.declared().isPresent()) {
      return null;
    }
    GeneratedMethod generated = context.generated(method);
    if (generated == null) {
      return null;
    }
    State state = call.state();
    Val receiver = call.receiver();
    String property = generated.property().orElse(null);
    JavaType type = resultType(call);
    Val argument = call.arguments().isEmpty() ? null : call.arguments().get(0);
    switch (generated.role()) {
      case GETTER:
        return property == null
            ? null
            : new CallTransfer.Outcome(reader.load(receiver, property, type, state));
      case SETTER, BUILDER_SETTER:
        if (property != null && receiver != null) {
          reader.store(receiver, property, argument, state);
        }
        return new CallTransfer.Outcome(receiver);
      case BUILDER_ADDER:
        if (property != null && receiver != null && argument != null) {
          Val held = reader.load(receiver, property, JavaType.UNKNOWN, state);
          if (!(held instanceof Val.Atom)) {
            held = transfer.allocate(call.number(), Obj.fresh(JavaType.UNKNOWN), state);
            reader.store(receiver, property, held, state);
          }
          reader.store(held, Obj.ELEMENT, argument, state);
        }
        return new CallTransfer.Outcome(receiver);
      case BUILDER:
        return new CallTransfer.Outcome(transfer.allocate(call.number(), Obj.fresh(type), state));
      case BUILD, TO_BUILDER, WITHER:
        Val copy = copy(receiver, type, call.number(), state);
        if (generated.role() == GeneratedMethod.Role.WITHER && property != null) {
          reader.store(copy, property, argument, state);
        }
        return new CallTransfer.Outcome(copy);
      case FACTORY:
        Val.Atom made = transfer.allocate(call.number(), Obj.fresh(type), state);
        var info = context.program().type(type.name(), body.owner()).orElse(null);
        if (info != null) {
          for (var constructor : context.program().generated().constructors(info)) {
            if (constructor.parameters().size() == call.arguments().size()) {
              for (int i = 0; i < call.arguments().size(); i++) {
                Val each = call.arguments().get(i);
                constructor
                    .parameters()
                    .get(i)
                    .field()
                    .ifPresent(f -> reader.store(made, f, each, state));
              }
              break;
            }
          }
        }
        return new CallTransfer.Outcome(made);
      default:
        return null;
    }
  }

  /** An object with what another one holds: what a builder gives. */
  private Val copy(Val from, JavaType type, int number, State state) {
    if (from instanceof Val.Choice choice) {
      Val joined = null;
      for (Val option : choice.options()) {
        joined = Join.of(joined, copy(option, type, number, state));
      }
      return joined;
    }
    if (!(from instanceof Val.Atom atom)) {
      return transfer.unknown(number, type, List.of());
    }
    Obj held = state.object(atom.id());
    Val.Atom made =
        transfer.allocate(
            number,
            held == null || !held.fresh()
                ? Obj.fresh(type)
                : new Obj(type, true, false, held.slots(), null, null),
            state);
    boolean fromOutside = held == null || !held.fresh();
    if (fromOutside) {
      // A builder that came in: the object is another form of it.
      return held == null ? atom : new Val.Atom(atom.id(), type, atom.taints());
    }
    return made;
  }

  // ---- roles

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
    FunctionRuns functions = new FunctionRuns(call);
    for (MethodModel model : call.models()) {
      for (MethodRole role : model.roles()) {
        if (role instanceof MethodRole.Flow flow && flow.to().function().isPresent()) {
          said = true;
          functions.pass(flow.to(), read(call, flow.from(), model));
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
                  ? into(functions.result(flow.from()), flow.from(), model, state)
                  : read(call, flow.from(), model);
          if (value == null) {
            continue;
          }
          if (flow.to().parts().isEmpty() && flow.from().parts().isEmpty()) {
            settingsFrom =
                Join.of(settingsFrom, flow.to().base() == Place.Base.RESULT ? value : null);
            if (flow.to().base() == Place.Base.RECEIVER && call.receiver() instanceof Val.Atom to) {
              settingsOf(value, to, state);
            }
          }
          if (flow.to().base() == Place.Base.RESULT && !flow.to().parts().isEmpty()) {
            if (holder == null) {
              holder = transfer.allocate(number, Obj.fresh(type), state);
            }
            write(call, holder, flow.to(), model, value);
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
            writeTo(call, flow.to(), model, value);
          }
        } else if (role instanceof MethodRole.Returns returns) {
          said = true;
          same = Join.of(same, read(call, returns.same(), model));
        } else if (role instanceof MethodRole.Sanitizer sanitizer) {
          long kinds = kinds(sanitizer.clears(), sanitizer.alphabet());
          if (sanitizer.at().base() == Place.Base.RESULT) {
            clears |= kinds;
            encoded |= kinds;
          } else {
            said = true;
            Truth.assume(
                Truth.test(read(call, sanitizer.at(), model), true, kinds, List.of()), true, state);
          }
        } else if (role instanceof MethodRole.Decoder) {
          decodes = true;
        } else if (role instanceof MethodRole.Guard guard && type.name().equals("boolean")) {
          said = true;
          condition = guard(call, guard, model, condition);
        } else if (role instanceof MethodRole.Source source && context.wants(source.kind())) {
          if (source.at().base() == Place.Base.RESULT) {
            said = true;
            taints = Join.taints(taints, List.of(source(call, source)));
          } else {
            sourceInto(call, source, model);
          }
        } else if (role instanceof MethodRole.Random random) {
          said = true;
          if (random.predictable() && context.wants(SourceKind.RANDOM)) {
            taints = Join.taints(taints, List.of(random(call)));
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
    settings(call);
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
        settingsOf(settingsFrom, holder, state);
      }
      Val.Atom atom = taints.isEmpty() ? holder : holder.with(steps(taints, call));
      return new CallTransfer.Outcome(atom);
    }
    taints = cleared(taints, clears, encoded, decodes);
    Val value = same == null ? null : clears == 0 ? same : Heap.cleared(same, clears);
    if (result != null) {
      value = Join.of(value, transfer.typed(Heap.cleared(result, clears), type));
    }
    if (!taints.isEmpty() || value == null) {
      value = Join.of(value, opaque(call, type, taints));
    }
    if (holder != null) {
      value = Join.of(value, holder);
    }
    if (settingsFrom != null && value instanceof Val.Atom to && !to.id().isInput()) {
      settingsOf(settingsFrom, to, state);
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
    Val value = read(call, guard.at(), model);
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
    taints = Join.taints(taints, runFunctions(call, taints));
    if (call.receiver() instanceof Val.Atom receiver) {
      boolean mutates = MUTATORS.stream().anyMatch(name::startsWith);
      // What all requests share works for each of them; it keeps what is put into containers, and
      // what the library knowledge says.
      boolean keeps = !receiver.id().isStore();
      if (mutates && keeps && !ofArguments.isEmpty() && !isOwnTaint(ofArguments, receiver)) {
        reader.store(
            receiver,
            Obj.TAINT,
            new Val.Atom(
                receiver.id().field("#"),
                JavaType.UNKNOWN,
                steps(Transfer.inexact(ofArguments), call)),
            state);
      }
      boolean fluent =
          mutates && type.isClass() && type.name().equals(call.target().receiver().name());
      if (fluent) {
        return new CallTransfer.Outcome(receiver);
      }
      Val form = form(call, receiver, taints);
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
        opaque(call, type, cleared(Transfer.inexact(taints), clears, encoded, decodes)));
  }

  private static boolean isOwnTaint(List<Taint> taints, Val.Atom receiver) {
    return taints.size() == 1 && taints.get(0).origin().equals(receiver.id());
  }

  private Val opaque(LibraryCall call, JavaType type, List<Taint> taints) {
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
    return form != null ? form : argumentForm(call, type, steps(left, call));
  }

  /** {@code FilenameUtils.normalize(path)} and the like: the argument in another form. */
  private Val argumentForm(LibraryCall call, JavaType type, List<Taint> taints) {
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
  private static Id identity(LibraryCall call) {
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

  /** A canonical path, a host: views of the receiver whose checks count for it. */
  private Val form(LibraryCall call, Val.Atom receiver, List<Taint> taints) {
    String name = call.target().name();
    JavaType type = resultType(call);
    boolean canonical = CANONICAL.contains(name) || receiver.canonical() && FORMS.contains(name);
    boolean full = canonical || FORMS.contains(name);
    boolean host = name.equals("getHost") || name.equals("getAuthority");
    if (!full && !host || !call.arguments().isEmpty() && !canonical) {
      return null;
    }
    List<Val.Form> forms = new ArrayList<>();
    forms.add(new Val.Form(receiver.id(), host ? Kinds.HOST : Kinds.ALL));
    if (full) {
      forms.addAll(receiver.forms());
    }
    List<Taint> left =
        Heap.inType(
            taints.isEmpty() ? call.state().taints(receiver) : taints, type, reader.hierarchy());
    return new Val.Atom(Id.made(call.number(), 0), type, steps(left, call), forms, canonical);
  }

  /** What comes from outside gets a step where a library passes it on. */
  private List<Taint> steps(List<Taint> taints, LibraryCall call) {
    if (taints.isEmpty()) {
      return taints;
    }
    List<Taint> noted = new ArrayList<>(taints.size());
    for (Taint taint : taints) {
      boolean here =
          taint.trace() != null
              && taint.trace().before() == null
              && taint.trace().at().equals(body.location(call.site().span()));
      noted.add(
          !here && (taint.origin() instanceof Source || taint.trace() != null)
              ? taint.with(
                  Trace.step(
                      taint.trace(),
                      body,
                      call.site(),
                      "passes through " + call.target().displayName().replace("<init>", "new")))
              : taint);
    }
    return noted;
  }

  // ---- sources

  private Taint source(LibraryCall call, MethodRole.Source source) {
    String description = described(call);
    Source origin =
        new Source(source.kind(), source.weak(), description, body.location(call.site().span()));
    return new Taint(origin, 0, 0, true, Trace.start(origin.location(), description));
  }

  private Taint random(LibraryCall call) {
    Source origin =
        new Source(SourceKind.RANDOM, false, described(call), body.location(call.site().span()));
    return new Taint(origin, 0, 0, true, Trace.start(origin.location(), origin.description()));
  }

  /** In the words of the code: {@code getParameter("name")}. */
  private static String described(LibraryCall call) {
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

  private void sourceInto(LibraryCall call, MethodRole.Source source, MethodModel model) {
    Val value =
        read(
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

  // ---- places

  private Val read(LibraryCall call, Place place, MethodModel model) {
    Val base = base(call, place);
    return base == null ? null : into(base, place, model, call.state(), call);
  }

  private Val base(LibraryCall call, Place place) {
    List<Val> arguments = call.arguments();
    return switch (place.base()) {
      case RECEIVER -> call.receiver();
      case ARGUMENT -> place.index() < arguments.size() ? arguments.get(place.index()) : null;
      case LAST -> arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
      case FROM -> {
        Val joined = null;
        for (int i = place.index(); i < arguments.size(); i++) {
          joined = Join.of(joined, arguments.get(i));
        }
        yield joined;
      }
      case RESULT -> null;
    };
  }

  private Val into(Val value, Place place, MethodModel model, State state) {
    return into(value, place, model, state, null);
  }

  private Val into(Val value, Place place, MethodModel model, State state, LibraryCall call) {
    for (Place.Part part : place.parts()) {
      if (value == null) {
        return null;
      }
      value =
          switch (part) {
            case ELEMENT -> reader.load(value, Obj.ELEMENT, JavaType.UNKNOWN, state);
            case KEY -> reader.load(value, Obj.KEY, JavaType.UNKNOWN, state);
            case VALUE -> reader.load(value, key(call, model), JavaType.UNKNOWN, state);
            case FIELDS -> value;
          };
    }
    return value;
  }

  /** The slot for the key that a call names. */
  private String key(LibraryCall call, MethodModel model) {
    if (call == null || model.key().isEmpty()) {
      return Obj.VALUE;
    }
    Val key = base(call, model.key().get());
    return key instanceof Val.Const constant ? ContainerCalls.slot(constant) : Obj.VALUE;
  }

  private void writeTo(LibraryCall call, Place to, MethodModel model, Val value) {
    Val base = base(call, new Place(to.base(), to.index(), Optional.empty(), List.of()));
    if (base == null) {
      return;
    }
    if (to.parts().isEmpty() || to.parts().get(0) == Place.Part.FIELDS) {
      List<Taint> taints = Transfer.inexact(reader.deepTaints(value, call.state()));
      if (base instanceof Val.Atom atom && !taints.isEmpty() && !isOwnTaint(taints, atom)) {
        into(atom, value, steps(taints, call), call, 0);
      }
      return;
    }
    write(call, base, to, model, value);
  }

  /** Data go into an object that is looked at as a whole, and on to what stands behind it. */
  private void into(Val.Atom object, Val value, List<Taint> taints, LibraryCall call, int depth) {
    State state = call.state();
    Obj held = state.object(object.id());
    Val text = held == null ? null : held.slot(Obj.TEXT);
    if (text != null) {
      reader.store(
          object, Obj.TEXT, Join.concat(List.of(text, reader.text(value, state)), null), state);
    } else {
      reader.store(
          object, Obj.TAINT, new Val.Atom(object.id().field("#"), JavaType.UNKNOWN, taints), state);
    }
    Val behind = held == null ? null : held.slot(INTO);
    if (behind instanceof Val.Atom next && depth < MAX_WRAPPED) {
      into(next, value, taints, call, depth + 1);
    }
  }

  private void write(LibraryCall call, Val object, Place to, MethodModel model, Val value) {
    Val at = object;
    List<Place.Part> parts = to.parts();
    for (int i = 0; i < parts.size(); i++) {
      String slot =
          switch (parts.get(i)) {
            case ELEMENT -> Obj.ELEMENT;
            case KEY -> Obj.KEY;
            case VALUE -> key(call, model);
            case FIELDS -> Obj.TAINT;
          };
      if (i == parts.size() - 1) {
        reader.store(at, slot, value, call.state());
      } else {
        Val next = slotOf(at, slot, call.state());
        if (next == null) {
          Id id = at instanceof Val.Atom atom ? atom.id().field(slot) : Id.made(call.number(), 77);
          call.state().putIfAbsent(id, Obj.fresh(JavaType.UNKNOWN));
          next = new Val.Atom(id, JavaType.UNKNOWN, List.of());
          reader.store(at, slot, next, call.state());
        }
        at = next;
      }
    }
  }

  private static Val slotOf(Val object, String slot, State state) {
    if (object instanceof Val.Atom atom) {
      Obj held = state.object(atom.id());
      return held == null ? null : held.slot(slot);
    }
    return null;
  }

  // ---- functions

  /** Functions that a library call runs. */
  private final class FunctionRuns {
    private final LibraryCall call;
    private final TreeMap<Integer, TreeMap<Integer, Val>> passed = new TreeMap<>();
    private final TreeMap<Integer, Val> results = new TreeMap<>();

    FunctionRuns(LibraryCall call) {
      this.call = call;
    }

    void pass(Place to, Val value) {
      int function =
          to.base() == Place.Base.RECEIVER
              ? -1
              : to.base() == Place.Base.LAST ? call.arguments().size() - 1 : to.index();
      int last = to.base() == Place.Base.FROM ? call.arguments().size() - 1 : function;
      for (int i = function; i <= last; i++) {
        if (value != null) {
          passed
              .computeIfAbsent(i, key -> new TreeMap<>())
              .merge(to.function().get().parameter(), value, Join::of);
        }
      }
    }

    Val result(Place from) {
      int function =
          from.base() == Place.Base.RECEIVER
              ? -1
              : from.base() == Place.Base.LAST ? call.arguments().size() - 1 : from.index();
      if (from.base() == Place.Base.FROM) {
        Val joined = null;
        for (int i = from.index(); i < call.arguments().size(); i++) {
          joined = Join.of(joined, run(i));
        }
        return joined;
      }
      return run(function);
    }

    private Val run(int index) {
      if (results.containsKey(index)) {
        return results.get(index);
      }
      Val function =
          index < 0
              ? call.receiver()
              : index < call.arguments().size() ? call.arguments().get(index) : null;
      Val result =
          function == null
              ? null
              : runOne(function, passed.getOrDefault(index, new TreeMap<>()), call);
      results.put(index, result);
      return result;
    }

    /** The functions whose results go nowhere. */
    void rest() {
      for (Integer index : List.copyOf(passed.keySet())) {
        run(index);
      }
      for (int i = 0; i < call.arguments().size(); i++) {
        Val argument = call.arguments().get(i);
        if (calls.codeOf(argument, call.state()) != null) {
          run(i);
        }
      }
    }
  }

  /** Runs a function none, one or several times, and gives what it gives. */
  private Val runOne(Val function, TreeMap<Integer, Val> passed, LibraryCall call) {
    State state = call.state();
    if (function instanceof Val.Choice choice) {
      Val joined = null;
      for (Val option : choice.options()) {
        joined = Join.of(joined, runOne(option, passed, call));
      }
      return joined;
    }
    List<Taint> all = List.of();
    for (Val value : passed.values()) {
      all = Join.taints(all, reader.deepTaints(value, state));
    }
    int count = passed.isEmpty() ? 0 : passed.lastKey() + 1;
    List<Val> arguments = new ArrayList<>();
    for (int i = 0; i < Math.max(count, 4); i++) {
      Val value = passed.get(i);
      arguments.add(
          value != null
              ? value
              : new Val.Atom(Id.made(call.number(), 100 + i), JavaType.UNKNOWN, List.of()));
    }
    FunctionCode code = calls.codeOf(function, state);
    if (code != null) {
      if (code.lambda() != null) {
        arguments =
            arguments.subList(0, Math.min(arguments.size(), code.lambda().body().parameterCount()));
      } else if (count > 0) {
        arguments = arguments.subList(0, count);
      }
      State skipped = state.copy();
      CallTransfer.Outcome outcome =
          calls.applyFunction((Val.Atom) function, arguments, call.site(), call.number(), state);
      state.join(skipped, -1, false);
      return outcome == null ? null : outcome.value();
    }
    Val result = null;
    for (CodeBody each : calls.callbacks(function, call.site(), state)) {
      State skipped = state.copy();
      CallTransfer.Outcome outcome =
          calls.apply(each, function, arguments, null, call.site(), call.number(), state);
      state.join(skipped, -1, false);
      result = Join.of(result, outcome == null ? null : outcome.value());
    }
    if (function instanceof Val.Atom atom && atom.id().isInput() && passed.size() > 0) {
      analysis.decides(atom.id());
    }
    return result != null
        ? result
        : new Val.Atom(Id.made(call.number(), 200), JavaType.UNKNOWN, Transfer.inexact(all));
  }

  /** Functions that a call of unknown meaning is given: it may run them with what else it has. */
  private List<Taint> runFunctions(LibraryCall call, List<Taint> taints) {
    List<Taint> results = List.of();
    for (int i = 0; i < call.arguments().size(); i++) {
      Val argument = call.arguments().get(i);
      boolean isFunction =
          calls.codeOf(argument, call.state()) != null
              || argument != null
                  && !calls.callbacks(argument, call.site(), call.state()).isEmpty();
      if (!isFunction) {
        continue;
      }
      TreeMap<Integer, Val> passed = new TreeMap<>();
      for (int p = 0; p < 3; p++) {
        passed.put(
            p,
            new Val.Atom(
                Id.made(call.number(), 300 + 10L * i + p),
                JavaType.UNKNOWN,
                Transfer.inexact(taints)));
      }
      Val result = runOne(argument, passed, call);
      if (result != null) {
        results = Join.taints(results, reader.deepTaints(result, call.state()));
      }
    }
    return results;
  }

  // ---- sinks and settings

  private void sinks(LibraryCall call) {
    for (MethodModel model : call.models()) {
      for (MethodRole role : model.roles()) {
        if (role instanceof MethodRole.Sink sink) {
          if (context.wants(sink.kind())) {
            report(call, role, sink.kind(), sink.weak(), sink.at(), model);
          }
          if (sink.kind() == SinkKind.URL && context.wants(SinkKind.URL_PARAMETER)) {
            report(call, role, SinkKind.URL_PARAMETER, sink.weak(), sink.at(), model);
          }
          if (context.wantsUse(role)) {
            report(call, role, null, sink.weak(), sink.at(), model);
          }
        } else if (context.wantsUse(role)) {
          report(call, role, null, false, placeOf(role), model);
        }
      }
    }
  }

  private static Place placeOf(MethodRole role) {
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

  private void report(
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
      calls.report(sink, into(value, at, model, call.state(), call), receiver, call.state());
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
      Val used = at.parts().isEmpty() ? value : into(value, at, model, call.state(), call);
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
  private static boolean isCookie(MethodRole role) {
    return role instanceof MethodRole.Sink sink && sink.kind() == SinkKind.COOKIE;
  }

  /** The name of a method that takes a size may be that of one that takes what is to be copied. */
  private boolean mayBeNumber(LibraryCall call, int argument) {
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
  private boolean isThrowable(Val value) {
    return value instanceof Val.Atom atom
        && atom.type().isClass()
        && reader.hierarchy().isSubtype(atom.type(), "java.lang.Throwable");
  }

  private static boolean hasSettings(Val.Atom atom, State state) {
    Obj object = state.object(atom.id());
    return object != null
        && object.slots().keySet().stream().anyMatch(name -> name.startsWith("!"));
  }

  /** What a call sets on its receiver, and what its result takes over from it. */
  private void settings(LibraryCall call) {
    for (MethodModel model : call.models()) {
      for (MethodRole role : model.roles()) {
        if (role instanceof MethodRole.Configures configures && call.receiver() != null) {
          Val value =
              configures.at().isEmpty() ? Val.EMPTY : read(call, configures.at().get(), model);
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
  private static String settingName(LibraryCall call, MethodRole.Configures configures) {
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
  private void settingsOf(Val from, Val.Atom to, State state) {
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

  // ---- stores that all methods share

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
