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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what a flow writes into a response is read as HTML by a browser. */
public enum ResponseType {
  HTML,
  /** Nothing says what it is: then browsers and content negotiation make HTML of text. */
  NOT_SAID,
  OTHER;

  private static final String SETTING = "content-type";

  private static final Pattern BROWSABLE = Pattern.compile("(?s).*(html|svg|\\*/\\*).*");

  private static final Set<String> TEXTS =
      Set.of("java.lang.String", "java.lang.CharSequence", "java.lang.StringBuilder");

  /** Elements that say it, by whatever annotation: of mappings, of {@code @Produces}. */
  private static final String PRODUCES = "produces";

  /** What the flow's response says it is; what the code sets goes before what annotations say. */
  public static ResponseType of(Flow flow, Backend backend) {
    Set<String> set = flow.settings().values().get(SETTING);
    if (set != null) {
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
   */
  public static boolean isText(Flow flow, Program program) {
    return isText(type(flow, program), 0);
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

  private static boolean isText(JavaType type, int depth) {
    if (type.isArray()) {
      return type.component().name().equals("byte") || type.component().name().equals("char");
    }
    if (TEXTS.contains(type.name())) {
      return true;
    }
    // ResponseEntity<String>, Mono<String>, Mono<ResponseEntity<String>>
    return depth < 3 && type.arguments().size() == 1 && isText(type.argument(0), depth + 1);
  }
}
