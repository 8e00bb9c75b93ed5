package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Instruction;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Types of registers and targets of calls, worked out on demand and kept.
 *
 * <p>Flow-insensitive: a variable has its declared type, a temporary the type of the step that
 * makes it. What cannot be known is {@link JavaType#UNKNOWN}, never a guess.
 */
public final class TypeInference {

  private final Program program;

  /** By the number of the outermost body. */
  private final AtomicReferenceArray<MethodTypes> byMethod;

  private final SharedMeanings meanings;

  TypeInference(Program program) {
    this.program = program;
    this.meanings = new SharedMeanings(program.types().size());
    this.byMethod = new AtomicReferenceArray<>(program.bodies().size());
  }

  /** The type of what {@code register} holds. */
  public JavaType typeOf(CodeBody body, int register) {
    return types(body).typeOf(body, register);
  }

  /** What {@code call} calls. */
  public CallTarget target(CodeBody body, Instruction.Call call) {
    return types(body).target(body, call);
  }

  /** What {@code reference} refers to when it is called. */
  public CallTarget target(CodeBody body, Instruction.MethodReference reference) {
    return types(body).target(body, reference);
  }

  /** What {@code reference} is handed when it is called; empty when that is not known. */
  public List<JavaType> parameters(CodeBody body, Instruction.MethodReference reference) {
    return types(body).handed(reference);
  }

  /**
   * The constructor that {@code creation} calls; of an anonymous class that of its superclass. No
   * method when the class declares none that fits: then it has a default constructor, or one that
   * is generated, or it is not known.
   */
  public CallTarget target(CodeBody body, Instruction.New creation) {
    return types(body).target(body, creation);
  }

  /** What {@code name} means where {@code load} stands. */
  public NameMeaning meaning(CodeBody body, Instruction.LoadName load) {
    return begun(body).meaning(body, load.path());
  }

  /** What is assigned where {@code store} stands. */
  public NameMeaning meaning(CodeBody body, Instruction.StoreName store) {
    return begun(body).meaning(body, store.path());
  }

  private MethodTypes types(CodeBody body) {
    return begun(body).completed();
  }

  /** What names mean depends on no types within methods: it is known before they are. */
  private MethodTypes begun(CodeBody body) {
    CodeBody outermost = body;
    while (outermost.enclosing().isPresent()) {
      outermost = outermost.enclosing().get();
    }
    MethodTypes types = byMethod.get(outermost.index());
    if (types == null) {
      MethodTypes made = new MethodTypes(program, outermost, meanings);
      types = byMethod.compareAndExchange(outermost.index(), null, made);
      types = types == null ? made : types;
    }
    return types;
  }
}
