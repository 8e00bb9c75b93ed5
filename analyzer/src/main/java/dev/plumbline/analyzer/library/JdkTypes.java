package dev.plumbline.analyzer.library;

import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import dev.plumbline.analyzer.program.ExternalTypes;
import dev.plumbline.analyzer.program.JavaType;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signatures of the JDK, read from the running JDK by reflection, one type at a time when it is
 * asked for. Nothing is initialised or run: only platform classes are looked at, never code of the
 * scanned repository.
 */
final class JdkTypes implements ExternalTypes {

  private final Map<String, Optional<ExternalType>> known = new ConcurrentHashMap<>();

  @Override
  public Optional<ExternalType> find(String canonicalName) {
    if (!canonicalName.startsWith("java.") && !canonicalName.startsWith("javax.")) {
      return Optional.empty();
    }
    Optional<ExternalType> type = known.get(canonicalName);
    if (type == null) {
      type = load(canonicalName).map(JdkTypes::describe);
      known.put(canonicalName, type);
    }
    return type;
  }

  private static Optional<Class<?>> load(String canonicalName) {
    String binaryName = canonicalName;
    while (true) {
      try {
        Class<?> type = Class.forName(binaryName, false, ClassLoader.getPlatformClassLoader());
        return Modifier.isPublic(type.getModifiers()) ? Optional.of(type) : Optional.empty();
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
    Method[] declared = type.getDeclaredMethods();
    // Reflection promises no order.
    Arrays.sort(declared, Comparator.comparing(Method::getName).thenComparing(Method::toString));
    for (Method method : declared) {
      boolean visible =
          Modifier.isPublic(method.getModifiers()) || Modifier.isProtected(method.getModifiers());
      if (visible && !method.isSynthetic()) {
        methods
            .computeIfAbsent(method.getName(), key -> new ArrayList<>(2))
            .add(
                new ExternalMethod(
                    method.getName(),
                    Arrays.stream(method.getGenericParameterTypes())
                        .map(JdkTypes::convert)
                        .toList(),
                    method.isVarArgs(),
                    convert(method.getGenericReturnType()),
                    Modifier.isStatic(method.getModifiers()),
                    Modifier.isAbstract(method.getModifiers())));
      }
    }
    for (var constructor : type.getConstructors()) {
      methods
          .computeIfAbsent("<init>", key -> new ArrayList<>(2))
          .add(
              new ExternalMethod(
                  "<init>",
                  Arrays.stream(constructor.getGenericParameterTypes())
                      .map(JdkTypes::convert)
                      .toList(),
                  constructor.isVarArgs(),
                  JavaType.VOID,
                  false,
                  false));
    }
    Map<String, JavaType> fields = new HashMap<>();
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        fields.put(field.getName(), convert(field.getGenericType()));
      }
    }
    return new ExternalType(
        type.getCanonicalName(),
        type.isInterface(),
        Arrays.stream(type.getTypeParameters()).map(TypeVariable::getName).toList(),
        List.copyOf(supertypes),
        methods,
        fields);
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
      return new JavaType(
          raw.kind(),
          raw.name(),
          Arrays.stream(generic.getActualTypeArguments()).map(JdkTypes::convert).toList(),
          0);
    } else if (type instanceof TypeVariable<?> variable) {
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
