package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.EnumConstant;
import dev.plumbline.analyzer.ir.GeneratorInput;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one {@link Program} of the lowered files. Linear in the number of declarations. */
public final class Linker {

  private final Map<String, List<TypeInfo>> types = new HashMap<>();
  private final List<TypeInfo> allTypes = new ArrayList<>();
  private final List<CodeBody> bodies = new ArrayList<>();

  private Linker() {}

  /**
   * @param files in any order
   * @param external signatures of what is not in {@code files}
   */
  public static Program link(List<LoweredFile> files, ExternalTypes external) {
    return link(files, List.of(), external);
  }

  /**
   * @param files in any order
   * @param inputs of code generators, in any order
   * @param external signatures of what is not in {@code files}
   */
  public static Program link(
      List<LoweredFile> files, List<GeneratorInput> inputs, ExternalTypes external) {
    List<LoweredFile> sorted = new ArrayList<>(files);
    sorted.sort(Comparator.comparing(file -> file.file().path()));
    Linker linker = new Linker();
    for (LoweredFile file : sorted) {
      String prefix = file.unit().packageName().isEmpty() ? "" : file.unit().packageName() + ".";
      for (TypeDecl declaration : file.unit().types()) {
        linker.declare(prefix + declaration.simpleName(), declaration, file, null, null);
      }
    }
    for (List<TypeInfo> same : linker.types.values()) {
      same.sort(Comparator.comparing(type -> type.file().file().role() != SourceRole.MAIN));
    }
    List<GeneratorInput> sortedInputs = new ArrayList<>(inputs);
    sortedInputs.sort(Comparator.comparing(GeneratorInput::path));
    return new Program(
        sorted, linker.types, linker.allTypes, linker.bodies, sortedInputs, external);
  }

  private TypeInfo declare(
      String name, TypeDecl declaration, LoweredFile file, TypeInfo outer, CodeBody enclosingBody) {
    TypeInfo type = new TypeInfo(name, declaration, file, outer, enclosingBody);
    allTypes.add(type);
    types.computeIfAbsent(name, key -> new ArrayList<>(1)).add(type);
    for (TypeDecl member : declaration.memberTypes()) {
      type.add(declare(name + "." + member.simpleName(), member, file, type, null));
    }
    for (EnumConstant constant : declaration.enumConstants()) {
      constant.body().ifPresent(body -> declare(body.binaryName(), body, file, type, null));
    }
    for (MethodDecl method : declaration.methods()) {
      MethodInfo info = new MethodInfo(type, method);
      type.add(info);
      method.body().ifPresent(body -> info.body(declare(info, body, null, null)));
    }
    return type;
  }

  private CodeBody declare(
      MethodInfo method, Body body, CodeBody enclosing, Instruction.MakeLambda creation) {
    CodeBody code = new CodeBody(bodies.size(), method, body, enclosing, creation);
    bodies.add(code);
    Instruction.MakeLambda[] makers = new Instruction.MakeLambda[body.lambdas().size()];
    if (makers.length > 0) {
      for (Block block : body.blocks()) {
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.MakeLambda maker) {
            makers[maker.lambda()] = maker;
          }
        }
      }
    }
    for (int i = 0; i < makers.length; i++) {
      code.addLambda(declare(method, body.lambdas().get(i).body(), code, makers[i]));
    }
    for (TypeDecl local : body.localTypes()) {
      code.addLocalType(
          declare(local.binaryName(), local, method.owner().file(), method.owner(), code));
    }
    return code;
  }
}
