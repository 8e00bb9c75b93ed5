package dev.plumbline.rules.flow;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Strand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whether what a flow writes into a response is read as HTML by a browser. */
public enum ResponseType {
  HTML,
  /** Nothing says what it is: then browsers and content negotiation make HTML of text. */
  NOT_SAID,
  OTHER;

  private static final String SETTING = "content-type";

  private static final Set<String> NAMING = Set.of("contentType", "type");

  /** Builders of responses have a handful of calls. */
  private static final int MAX_CHAIN = 12;

  private static final Pattern BROWSABLE = Pattern.compile("(?s).*(html|svg|\\*/\\*|^all$).*");

  private static final Set<String> ENTITIES =
      Set.of("ResponseEntity", "HttpEntity", "HttpResponse");

  private static final Set<String> TEXTS =
      Set.of("java.lang.String", "java.lang.CharSequence", "java.lang.StringBuilder");

  /** Elements that say it, by whatever annotation: of mappings, of {@code @Produces}. */
  private static final String PRODUCES = "produces";

  /** What the flow's response says it is; what the code sets goes before what annotations say. */
  public static ResponseType of(Flow flow, Backend backend) {
    Set<String> set = set(flow);
    if (!set.isEmpty()) {
      boolean html = false;
      boolean open = false;
      for (String each : set) {
        html |= isBrowsable(each);
        open |= each.equals("?") || each.equals("-");
      }
      return html ? HTML : open ? NOT_SAID : OTHER;
    }
    List<String> produced = produced(flow.body(), backend.program());
    return produced.isEmpty()
        ? NOT_SAID
        : produced.stream().anyMatch(ResponseType::isBrowsable) ? HTML : OTHER;
  }

  /** By a method for it, or by one for any header that is told which. */
  private static Set<String> set(Flow flow) {
    Set<String> values = new TreeSet<>();
    flow.settings()
        .values()
        .forEach(
            (name, each) -> {
              if (name.equals(SETTING) || name.startsWith(SETTING + ":")) {
                values.addAll(each);
              }
            });
    if (values.remove("?")) {
      values.add(named(flow).orElse("?"));
    }
    return values;
  }

  /** The name of the constant that is handed over in the chain of calls before: TEXT_HTML. */
  private static Optional<String> named(Flow flow) {
    CodeBody body = flow.body();
    Instruction at = flow.site();
    for (int i = 0; i < MAX_CHAIN && at instanceof Instruction.Call call; i++) {
      if (NAMING.contains(call.name()) && call.arguments().size() == 1) {
        for (Instruction each : body.definitions(call.arguments().get(0))) {
          if (each instanceof Instruction.LoadName load) {
            return Optional.of(load.path().get(load.path().size() - 1));
          }
        }
      }
      List<Instruction> before =
          call.receiver() < 0 ? List.of() : body.definitions(call.receiver());
      at = before.size() == 1 ? before.get(0) : null;
    }
    return Optional.empty();
  }

  private static boolean isBrowsable(String type) {
    return BROWSABLE.matcher(type.toLowerCase(Locale.ROOT)).matches();
  }

  /** What the annotations of the method say, else those of its class. */
  private static List<String> produced(CodeBody body, Program program) {
    TypeInfo owner = body.owner();
    List<String> own = produced(body.method().declaration().annotations(), owner, program);
    return own.isEmpty() ? produced(owner.annotations(), owner, program) : own;
  }

  private static List<String> produced(
      List<AnnotationUse> annotations, TypeInfo scope, Program program) {
    List<String> types = new ArrayList<>();
    for (AnnotationUse each : annotations) {
      String element = each.simpleName().equals("Produces") ? "value" : PRODUCES;
      program.constants().element(each, element, scope).ifPresent(value -> addTexts(value, types));
    }
    return types;
  }

  private static void addTexts(ConstantValue value, List<String> into) {
    if (value instanceof ConstantValue.Several several) {
      several.elements().forEach(each -> addTexts(each, into));
    } else if (value instanceof ConstantValue.Scalar scalar) {
      into.add(String.valueOf(scalar.value()));
    } else if (!(value instanceof ConstantValue.Unknown)) {
      into.add(value.toString());
    } else {
      // Said, but not known: nobody writes a constant for the default.
      into.add("unknown");
    }
  }

  /**
   * Whether the value is text, which frameworks write as it is. Anything else becomes JSON or XML.
   * Bytes are text if they are those of the source's text, not of an image that it names.
   */
  public static boolean isText(Flow flow, Program program) {
    boolean exact = flow.strands().stream().anyMatch(Strand::exact);
    return isText(type(flow, program), flow.argument() == Flow.RESULT, exact, 0);
  }

  private static JavaType type(Flow flow, Program program) {
    int register = -1;
    if (flow.site() instanceof Instruction.Return exit) {
      register = exit.value();
    } else if (flow.argument() >= 0 && flow.site() instanceof Instruction.Call call) {
      register =
          flow.argument() < call.arguments().size() ? call.arguments().get(flow.argument()) : -1;
    } else if (flow.argument() >= 0 && flow.site() instanceof Instruction.New creation) {
      register =
          flow.argument() < creation.arguments().size()
              ? creation.arguments().get(flow.argument())
              : -1;
    }
    return register < 0 ? JavaType.UNKNOWN : program.inference().typeOf(flow.body(), register);
  }

  private static boolean isText(JavaType type, boolean returned, boolean exact, int depth) {
    if (type.isArray()) {
      return exact
          && (type.component().name().equals("byte") || type.component().name().equals("char"));
    }
    if (TEXTS.contains(type.name())) {
      return true;
    }
    // Mono<String>, Callable<String>; for arguments ResponseEntity<String> too
    return depth < 3
        && type.arguments().size() == 1
        // Where the entity was put in, its type was said as well.
        && !(returned && ENTITIES.contains(type.simpleName()))
        && isText(type.argument(0), returned, exact, depth + 1);
  }
}
