package dev.plumbline.analyzer.ir;

import java.util.List;
import java.util.stream.Collectors;

/**
 * IR as text, for tests and for people who look for a fault.
 *
 * <p>A named variable is printed by its name, with its register behind a {@code #} where two of a
 * body share a name; a temporary is {@code %} and its register. Positions are left out.
 */
public final class IrPrinter {

  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();

  private IrPrinter() {}

  public static String print(CompilationUnit unit) {
    IrPrinter printer = new IrPrinter();
    for (TypeDecl type : unit.types()) {
      printer.type(type, "");
    }
    return printer.out.toString();
  }

  public static String print(TypeDecl type) {
    IrPrinter printer = new IrPrinter();
    printer.type(type, "");
    return printer.out.toString();
  }

  public static String print(Body body) {
    IrPrinter printer = new IrPrinter();
    printer.body(body, "");
    return printer.out.toString();
  }

  private void type(TypeDecl type, String indent) {
    line(indent, type.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + type.binaryName());
    String inner = indent + INDENT;
    for (EnumConstant constant : type.enumConstants()) {
      line(inner, "constant " + constant.name() + value(constant.initializer()));
      constant.body().ifPresent(body -> type(body, inner + INDENT));
    }
    for (FieldDecl field : type.fields()) {
      line(inner, "field " + field.type() + " " + field.name() + value(field.initializer()));
    }
    for (MethodDecl method : type.methods()) {
      String parameters =
          method.parameters().stream()
              .map(parameter -> parameter.type() + " " + parameter.name())
              .collect(Collectors.joining(", "));
      line(inner, method.returnType() + " " + method.name() + "(" + parameters + ")");
      method.body().ifPresent(body -> body(body, inner + INDENT));
    }
    for (TypeDecl member : type.memberTypes()) {
      type(member, inner);
    }
  }

  private static String value(int register) {
    return register == Body.NONE ? "" : " = register " + register;
  }

  private void body(Body body, String indent) {
    InstructionPrinter instructions = new InstructionPrinter(body);
    if (!body.captures().isEmpty()) {
      line(
          indent,
          body.captures().stream()
              .map(one -> instructions.register(one.inner()))
              .collect(Collectors.joining(", ", "captures ", "")));
    }
    for (int i = 0; i < body.regions().size(); i++) {
      region(body.regions().get(i), i, indent);
    }
    for (Block block : body.blocks()) {
      block(body, block, instructions, indent);
    }
    for (int i = 0; i < body.lambdas().size(); i++) {
      line(indent, "lambda " + i + ":");
      body(body.lambdas().get(i).body(), indent + INDENT);
    }
    for (int i = 0; i < body.localTypes().size(); i++) {
      type(body.localTypes().get(i), indent);
    }
  }

  private void region(TryRegion region, int index, String indent) {
    String handlers =
        region.handlers().stream()
            .map(handler -> types(handler.types()) + " -> b" + handler.block())
            .collect(Collectors.joining(", "));
    String parent = region.parent() == Body.NONE ? "" : " in try " + region.parent();
    line(indent, "try " + index + parent + ": " + handlers);
  }

  private void block(Body body, Block block, InstructionPrinter instructions, String indent) {
    StringBuilder head = new StringBuilder("b").append(block.id()).append(':');
    if (block.loop() != Body.NONE) {
      Loop loop = body.loops().get(block.loop());
      head.append(loop.header() == block.id() ? " header of loop " : " loop ").append(block.loop());
    }
    if (block.region() != Body.NONE) {
      head.append(" try ").append(block.region());
    }
    line(indent, head.toString());
    for (Instruction instruction : block.instructions()) {
      line(indent + INDENT, instruction.accept(instructions));
    }
  }

  static String types(List<TypeRef> types) {
    return types.isEmpty()
        ? "everything"
        : types.stream().map(TypeRef::toString).collect(Collectors.joining(" | "));
  }

  private void line(String indent, String text) {
    out.append(indent).append(text).append('\n');
  }
}
