package dev.plumbline.analyzer.signature;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.ExternalType.ExternalField;
import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The signatures that a class file (JVMS 4) declares: what is public or protected, without code.
 * Nothing is loaded or run.
 */
public final class ClassFile {

  private static final int SKIP =
      ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

  /** An inner class without an outer one: local or anonymous, no source can name it. */
  private static final String LOCAL = "";

  private final ClassReader reader;
  private final Map<String, String> canonical = new HashMap<>();
  private final Map<String, Integer> innerAccess = new HashMap<>();
  private final Map<String, String> outerOf = new HashMap<>();

  private ClassFile(byte[] bytes) {
    reader = new ClassReader(bytes);
    reader.accept(new InnerClasses(), SKIP);
  }

  /**
   * @throws IllegalArgumentException when the bytes are not a class file that ASM can read
   */
  static ClassFile of(byte[] bytes) {
    return new ClassFile(bytes);
  }

  /**
   * @return empty for a class that no other source can name: local, anonymous, private, synthetic
   */
  Optional<ExternalType> type() {
    String name = reader.getClassName();
    boolean hidden = (access() & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_PRIVATE)) != 0;
    if (hidden || canonicalName(name).isEmpty() || name.endsWith("-info")) {
      return Optional.empty();
    }
    Signatures signatures = new Signatures(access());
    reader.accept(signatures, SKIP);
    return Optional.of(signatures.type());
  }

  /**
   * The class whose type variables are in scope here too: that of an inner class, one with an outer
   * instance (JLS 8.1.3). Empty for any other.
   */
  Optional<String> outerOfInner() {
    String outer = outerOf.get(reader.getClassName());
    return outer == null || !isInner(access())
        ? Optional.empty()
        : Optional.of(canonicalName(outer));
  }

  private int access() {
    return innerAccess.getOrDefault(reader.getClassName(), reader.getAccess());
  }

  private static boolean isInner(int access) {
    return (access & (Opcodes.ACC_STATIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM)) == 0;
  }

  /** Empty when the class, or one around it, is local or anonymous. */
  private String canonicalName(String internalName) {
    String known = canonical.get(internalName);
    return known != null ? known : internalName.replace('/', '.');
  }

  /** Gathers how member classes are named (JVMS 4.7.6): a dollar sign alone proves nothing. */
  private final class InnerClasses extends ClassVisitor {
    private final Map<String, String[]> parts = new HashMap<>();

    InnerClasses() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitInnerClass(String name, String outer, String inner, int access) {
      parts.put(name, new String[] {outer, inner});
      innerAccess.put(name, access);
      if (outer != null) {
        outerOf.put(name, outer);
      }
    }

    @Override
    public void visitEnd() {
      parts.keySet().forEach(name -> canonical.put(name, resolve(name)));
    }

    private String resolve(String name) {
      String[] part = parts.get(name);
      if (part == null) {
        return name.replace('/', '.');
      }
      if (part[0] == null || part[1] == null) {
        return LOCAL;
      }
      String outer = resolve(part[0]);
      return outer.isEmpty() ? LOCAL : outer + "." + part[1];
    }
  }

  private final class Signatures extends ClassVisitor {
    private final int access;
    private List<TypeVariable> variables = List.of();
    private final List<JavaType> supertypes = new ArrayList<>();
    private final Map<String, List<ExternalMethod>> methods = new TreeMap<>();
    private final Map<String, ExternalField> fields = new TreeMap<>();
    private final List<AnnotationUse> annotations = new ArrayList<>();

    Signatures(int access) {
      super(Opcodes.ASM9);
      this.access = access;
    }

    ExternalType type() {
      return new ExternalType(
          canonicalName(reader.getClassName()),
          kind(),
          (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0,
          outerOf.containsValue(reader.getClassName()),
          variables,
          supertypes,
          methods,
          fields,
          annotations);
    }

    private ExternalType.Kind kind() {
      if ((access & Opcodes.ACC_ANNOTATION) != 0) {
        return ExternalType.Kind.ANNOTATION;
      } else if ((access & Opcodes.ACC_INTERFACE) != 0) {
        return ExternalType.Kind.INTERFACE;
      }
      return (access & Opcodes.ACC_ENUM) != 0 ? ExternalType.Kind.ENUM : ExternalType.Kind.CLASS;
    }

    @Override
    public void visit(
        int version,
        int classAccess,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      boolean isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
      if (signature != null) {
        GenericSignature generic = generic(signature);
        variables = generic.typeVariables();
        while (!generic.atEnd()) {
          supertypes.add(generic.type());
        }
        if (isInterface) {
          supertypes.remove(0);
        }
        return;
      }
      if (superName != null && !isInterface) {
        supertypes.add(JavaType.of(canonicalName(superName)));
      }
      for (String each : interfaces) {
        supertypes.add(JavaType.of(canonicalName(each)));
      }
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      String name = annotationName(descriptor);
      return ClassFileAnnotations.onType(name)
          ? new ClassFileAnnotations(name, ClassFile.this::canonicalName, annotations::add)
          : null;
    }

    @Override
    public FieldVisitor visitField(
        int fieldAccess, String name, String descriptor, String signature, Object value) {
      if (isApi(fieldAccess)) {
        JavaType type = generic(signature == null ? descriptor : signature).type();
        boolean isStatic = (fieldAccess & Opcodes.ACC_STATIC) != 0;
        fields.put(name, new ExternalField(type, isStatic, constant(type, value)));
      }
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int methodAccess, String name, String descriptor, String signature, String[] exceptions) {
      if (!isApi(methodAccess) || name.equals("<clinit>")) {
        return null;
      }
      GenericSignature generic = generic(signature == null ? descriptor : signature);
      List<TypeVariable> own = generic.typeVariables();
      List<JavaType> parameters = generic.parameters();
      JavaType result = generic.type();
      List<JavaType> thrown = generic.thrown();
      if (thrown.isEmpty() && exceptions != null) {
        for (String each : exceptions) {
          thrown.add(JavaType.of(canonicalName(each)));
        }
      }
      ExternalMethod method =
          new ExternalMethod(
              name,
              own,
              sourceParameters(name, descriptor, parameters, signature != null),
              (methodAccess & Opcodes.ACC_VARARGS) != 0,
              result,
              (methodAccess & Opcodes.ACC_STATIC) != 0,
              (methodAccess & Opcodes.ACC_ABSTRACT) != 0,
              List.copyOf(thrown),
              List.of());
      List<ExternalMethod> group = methods.computeIfAbsent(name, key -> new ArrayList<>(2));
      int place = group.size();
      group.add(method);
      return new MethodAnnotations(
          annotation -> group.set(place, with(group.get(place), annotation)));
    }

    /** Without the outer instance that the compiler passes to constructors of inner classes. */
    private List<JavaType> sourceParameters(
        String name, String descriptor, List<JavaType> parameters, boolean fromSignature) {
      boolean inner =
          name.equals("<init>")
              && innerAccess.containsKey(reader.getClassName())
              && isInner(access);
      // A Signature attribute leaves the synthetic parameter out already.
      boolean drop =
          inner && !fromSignature && descriptor.startsWith("(L") && !parameters.isEmpty();
      return List.copyOf(drop ? parameters.subList(1, parameters.size()) : parameters);
    }

    private static boolean isApi(int memberAccess) {
      return (memberAccess & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0
          && (memberAccess & Opcodes.ACC_SYNTHETIC) == 0;
    }

    private GenericSignature generic(String text) {
      return new GenericSignature(text, ClassFile.this::canonicalName);
    }
  }

  private static ExternalMethod with(ExternalMethod method, AnnotationUse annotation) {
    List<AnnotationUse> annotations = new ArrayList<>(method.annotations());
    annotations.add(annotation);
    return new ExternalMethod(
        method.name(),
        method.typeVariables(),
        method.parameters(),
        method.variableArity(),
        method.returnType(),
        method.isStatic(),
        method.isAbstract(),
        method.thrown(),
        List.copyOf(annotations));
  }

  private final class MethodAnnotations extends MethodVisitor {
    private final Consumer<AnnotationUse> sink;

    MethodAnnotations(Consumer<AnnotationUse> sink) {
      super(Opcodes.ASM9);
      this.sink = sink;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      String name = annotationName(descriptor);
      return ClassFileAnnotations.onMethod(name)
          ? new ClassFileAnnotations(name, ClassFile.this::canonicalName, sink)
          : null;
    }
  }

  private String annotationName(String descriptor) {
    return canonicalName(descriptor.substring(1, descriptor.length() - 1));
  }

  /** Class files keep booleans, characters and small numbers as Integer (JVMS 4.7.2). */
  private static Object constant(JavaType type, Object value) {
    if (value instanceof Integer number && type.kind() == JavaType.Kind.PRIMITIVE) {
      return switch (type.name()) {
        case "boolean" -> number != 0;
        case "char" -> (char) number.intValue();
        default -> number;
      };
    }
    return value;
  }
}
