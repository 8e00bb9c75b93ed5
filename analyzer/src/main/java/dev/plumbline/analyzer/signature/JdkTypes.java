package dev.plumbline.analyzer.signature;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.ExternalType.ExternalField;
import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import dev.plumbline.analyzer.program.ExternalTypes;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.TypeVariable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Signatures of the JDK, read from the running JDK by reflection, one type at a time when it is
 * asked for. Nothing is initialised or run: only platform classes are looked at, never code of the
 * scanned repository.
 */
public final class JdkTypes implements ExternalTypes {

  /** Where packages of the JDK begin; asked first, because most names are of no JDK type. */
  private static final List<String> ROOTS =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "com.sun.",
          "sun.",
          "org.w3c.dom.",
          "org.xml.sax.",
          "org.ietf.jgss.");

  private static final Span NOWHERE = new Span(1, 1, 1, 1);

  private final Map<String, Optional<ExternalType>> known = new ConcurrentHashMap<>();

  @Override
  public Optional<ExternalType> find(String canonicalName) {
    if (!isBelowRoot(canonicalName)) {
      return Optional.empty();
    }
    Optional<ExternalType> type = known.get(canonicalName);
    if (type == null) {
      type = load(canonicalName).map(JdkTypes::describe);
      known.put(canonicalName, type);
    }
    return type;
  }

  @Override
  public boolean hasPackage(String packageName) {
    return isBelowRoot(packageName + ".") && Packages.ALL.contains(packageName);
  }

  private static boolean isBelowRoot(String name) {
    for (String root : ROOTS) {
      if (name.startsWith(root)) {
        return true;
      }
    }
    return false;
  }

  /** Made when it is first asked for: some ten thousand names. */
  private static final class Packages {
    static final Set<String> ALL =
        ModuleLayer.boot().modules().stream()
            .flatMap(module -> module.getPackages().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Class<?>> load(String canonicalName) {
    String binaryName = canonicalName;
    while (true) {
      try {
        Class<?> type = Class.forName(binaryName, false, ClassLoader.getPlatformClassLoader());
        boolean named = type.getCanonicalName() != null && !Modifier.isPrivate(type.getModifiers());
        return named ? Optional.of(type) : Optional.empty();
      } catch (ClassNotFoundException | LinkageError e) {
        // The last dot may part a member type from its outer type, if that looks like a type.
        int dot = binaryName.lastIndexOf('.');
        int before = dot < 0 ? -1 : binaryName.lastIndexOf('.', dot - 1);
        if (before < 0 || !Character.isUpperCase(binaryName.charAt(before + 1))) {
          return Optional.empty();
        }
        binaryName = binaryName.substring(0, dot) + "$" + binaryName.substring(dot + 1);
      }
    }
  }

  private static ExternalType describe(Class<?> type) {
    List<JavaType> supertypes = new ArrayList<>();
    if (type.getGenericSuperclass() != null) {
      supertypes.add(convert(type.getGenericSuperclass()));
    }
    for (Type each : type.getGenericInterfaces()) {
      supertypes.add(convert(each));
    }
    Map<String, List<ExternalMethod>> methods = new HashMap<>();
    List<Executable> declared = new ArrayList<>(List.of(type.getDeclaredMethods()));
    declared.addAll(List.of(type.getDeclaredConstructors()));
    // Reflection promises no order.
    declared.sort(Comparator.comparing(Executable::getName).thenComparing(Executable::toString));
    for (Executable each : declared) {
      if (isApi(each.getModifiers()) && !each.isSynthetic()) {
        ExternalMethod method = method(each);
        methods.computeIfAbsent(method.name(), key -> new ArrayList<>(2)).add(method);
      }
    }
    Map<String, ExternalField> fields = new HashMap<>();
    for (Field field : type.getDeclaredFields()) {
      if (isApi(field.getModifiers())) {
        fields.put(
            field.getName(),
            new ExternalField(
                convert(field.getGenericType()),
                Modifier.isStatic(field.getModifiers()),
                constant(field)));
      }
    }
    return new ExternalType(
        type.getCanonicalName(),
        kind(type),
        isApi(type.getModifiers()),
        type.getDeclaredClasses().length > 0,
        variablesInScope(type),
        supertypes,
        methods,
        fields,
        annotations(type));
  }

  private static boolean isApi(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static ExternalType.Kind kind(Class<?> type) {
    if (type.isAnnotation()) {
      return ExternalType.Kind.ANNOTATION;
    } else if (type.isInterface()) {
      return ExternalType.Kind.INTERFACE;
    }
    return type.isEnum() ? ExternalType.Kind.ENUM : ExternalType.Kind.CLASS;
  }

  private static ExternalMethod method(Executable method) {
    boolean isConstructor = method instanceof Constructor<?>;
    return new ExternalMethod(
        isConstructor ? "<init>" : method.getName(),
        variables(method.getTypeParameters()),
        convert(method.getGenericParameterTypes()),
        method.isVarArgs(),
        isConstructor ? JavaType.VOID : convert(((Method) method).getGenericReturnType()),
        Modifier.isStatic(method.getModifiers()),
        Modifier.isAbstract(method.getModifiers()),
        convert(method.getGenericExceptionTypes()),
        List.of());
  }

  /** An inner class has those of the class around it too, behind its own. */
  private static List<TypeVariable> variablesInScope(Class<?> type) {
    List<TypeVariable> own = variables(type.getTypeParameters());
    boolean inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
    return inner ? TableBuilder.ofInner(own, variablesInScope(type.getDeclaringClass())) : own;
  }

  private static List<TypeVariable> variables(java.lang.reflect.TypeVariable<?>[] variables) {
    List<TypeVariable> converted = new ArrayList<>(variables.length);
    for (var variable : variables) {
      List<JavaType> bounds = convert(variable.getBounds());
      boolean unbounded = bounds.size() == 1 && bounds.get(0).is("java.lang.Object");
      converted.add(new TypeVariable(variable.getName(), unbounded ? List.of() : bounds));
    }
    return converted;
  }

  /** Functional interfaces and the targets of annotations are all that anyone asks the JDK for. */
  private static List<AnnotationUse> annotations(Class<?> type) {
    return type.isAnnotationPresent(FunctionalInterface.class)
        ? List.of(new AnnotationUse("java.lang.FunctionalInterface", Map.of(), NOWHERE))
        : List.of();
  }

  /**
   * The value of a constant, as {@code Integer.MAX_VALUE}. Reading one of another type would run
   * the initialiser of its class; a class of {@code java.lang} with constants has none that acts.
   */
  private static Object constant(Field field) {
    Class<?> type = field.getType();
    boolean candidate =
        Modifier.isStatic(field.getModifiers())
            && Modifier.isFinal(field.getModifiers())
            && Modifier.isPublic(field.getModifiers())
            && (type.isPrimitive() || type == String.class)
            && field.getDeclaringClass().getName().startsWith("java.lang.");
    if (!candidate) {
      return null;
    }
    try {
      Object value = field.get(null);
      return value instanceof Byte || value instanceof Short ? ((Number) value).intValue() : value;
    } catch (IllegalAccessException | LinkageError e) {
      // A field of a class that is not exported: then its value is not known.
      return null;
    }
  }

  private static List<JavaType> convert(Type[] types) {
    List<JavaType> converted = new ArrayList<>(types.length);
    for (Type type : types) {
      converted.add(convert(type));
    }
    return converted;
  }

  private static JavaType convert(Type type) {
    if (type instanceof Class<?> raw) {
      int dimensions = 0;
      while (raw.isArray()) {
        raw = raw.getComponentType();
        dimensions++;
      }
      JavaType plain =
          raw.isPrimitive()
              ? JavaType.primitive(raw.getName())
              : JavaType.of(raw.getCanonicalName());
      return plain.withDimensions(dimensions);
    } else if (type instanceof ParameterizedType generic) {
      JavaType raw = convert(generic.getRawType());
      List<JavaType> arguments = convert(generic.getActualTypeArguments());
      if (generic.getOwnerType() instanceof ParameterizedType outer) {
        arguments.addAll(convert(outer).arguments());
      }
      return new JavaType(raw.kind(), raw.name(), arguments, 0);
    } else if (type instanceof java.lang.reflect.TypeVariable<?> variable) {
      return JavaType.variable(variable.getName());
    } else if (type instanceof GenericArrayType array) {
      JavaType component = convert(array.getGenericComponentType());
      return component.withDimensions(component.dimensions() + 1);
    } else if (type instanceof WildcardType wildcard) {
      Type[] lower = wildcard.getLowerBounds();
      return convert(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0]);
    }
    return JavaType.UNKNOWN;
  }
}
