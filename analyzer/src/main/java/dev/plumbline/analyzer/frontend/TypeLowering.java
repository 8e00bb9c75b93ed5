package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.UnknownType;
import com.github.javaparser.ast.type.VarType;
import com.github.javaparser.ast.type.VoidType;
import com.github.javaparser.ast.type.WildcardType;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Types as written. Of a qualified type such as {@code Outer<A>.Inner<B>} the last arguments stay;
 * annotations on the dimensions of an array are dropped.
 */
final class TypeLowering {

  private static final TypeRef VAR = new TypeRef(TypeRef.Kind.INFERRED, "var", List.of(), 0);

  /** A file writes the same few names over and over; one object each is enough. */
  private final Map<String, TypeRef> simple = new HashMap<>();

  private final FileLowering file;
  private boolean isValOfLombok;

  /**
   * @param file whose names are shared and which lowers the annotations that stand on types
   */
  TypeLowering(FileLowering file) {
    this.file = file;
  }

  /**
   * Tells of an import. Lombok's {@code val} is no type: it stands where one is to be inferred, and
   * nobody names a type of his own so.
   */
  void imported(String name, boolean onDemand) {
    isValOfLombok |= name.equals("lombok.val") || onDemand && name.equals("lombok");
  }

  TypeRef of(Type type) {
    int dimensions = 0;
    Type element = type;
    while (element instanceof ArrayType array) {
      dimensions++;
      element = array.getComponentType();
    }
    TypeRef lowered = element(element);
    if (!element.getAnnotations().isEmpty()) {
      lowered = lowered.withAnnotations(file.annotations().all(element.getAnnotations()));
    }
    return dimensions == 0 ? lowered : lowered.withDimensions(lowered.dimensions() + dimensions);
  }

  List<TypeRef> all(NodeList<? extends Type> types) {
    if (types.isEmpty()) {
      return List.of();
    }
    List<TypeRef> lowered = new ArrayList<>(types.size());
    for (Type type : types) {
      lowered.add(of(type));
    }
    return lowered;
  }

  List<dev.plumbline.analyzer.ir.TypeParameter> parameters(NodeList<TypeParameter> parameters) {
    if (parameters.isEmpty()) {
      return List.of();
    }
    List<dev.plumbline.analyzer.ir.TypeParameter> lowered = new ArrayList<>(parameters.size());
    for (TypeParameter parameter : parameters) {
      lowered.add(
          new dev.plumbline.analyzer.ir.TypeParameter(
              parameter.getNameAsString(), all(parameter.getTypeBound())));
    }
    return lowered;
  }

  TypeRef named(String name) {
    return simple.computeIfAbsent(file.names().of(name), TypeRef::named);
  }

  /** Whether the type is written {@code String}: only then is {@code +} known to concatenate. */
  static boolean isString(TypeRef type) {
    return type.kind() == TypeRef.Kind.NAMED
        && type.dimensions() == 0
        && (type.name().equals("String") || type.name().equals("java.lang.String"));
  }

  private TypeRef element(Type type) {
    if (type instanceof ClassOrInterfaceType named) {
      return named(named);
    }
    if (type instanceof PrimitiveType primitive) {
      return simple.computeIfAbsent(primitive.getType().asString(), TypeRef::primitive);
    }
    if (type instanceof VoidType) {
      return TypeRef.VOID;
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard(wildcard);
    }
    if (type instanceof UnknownType) {
      return TypeRef.INFERRED;
    }
    if (type instanceof VarType) {
      return VAR;
    }
    if (type instanceof UnionType union) {
      return new TypeRef(TypeRef.Kind.UNION, "", all(union.getElements()), 0);
    }
    if (type instanceof IntersectionType intersection) {
      return new TypeRef(TypeRef.Kind.INTERSECTION, "", all(intersection.getElements()), 0);
    }
    if (type instanceof TypeParameter parameter) {
      return named(parameter.getNameAsString());
    }
    throw UnsupportedNode.of(type);
  }

  private TypeRef named(ClassOrInterfaceType type) {
    NodeList<Type> arguments = type.getTypeArguments().orElse(null);
    boolean qualified = type.getScope().isPresent();
    String name = qualified ? qualifiedName(type) : type.getName().getIdentifier();
    List<TypeRef> ofOuter = qualified ? ofOuter(type) : List.of();
    if (arguments == null && ofOuter.isEmpty()) {
      // With the processors off, the parser leaves the type "var" as a class of that name.
      boolean isInferred = name.equals("var") || isValOfLombok && name.equals("val");
      return !qualified && isInferred ? VAR : named(name);
    }
    name = file.names().of(name);
    if (arguments != null && arguments.isEmpty()) {
      return new TypeRef(TypeRef.Kind.DIAMOND, name, List.of(), 0);
    }
    List<TypeRef> all = new ArrayList<>(arguments == null ? List.of() : all(arguments));
    all.addAll(ofOuter);
    return new TypeRef(TypeRef.Kind.NAMED, name, all, 0);
  }

  /**
   * Those of {@code Outer<A>} in {@code Outer<A>.Inner}: an inner class has them behind its own.
   */
  private List<TypeRef> ofOuter(ClassOrInterfaceType type) {
    List<TypeRef> all = new ArrayList<>(0);
    ClassOrInterfaceType scope = type.getScope().orElse(null);
    for (; scope != null; scope = scope.getScope().orElse(null)) {
      scope.getTypeArguments().ifPresent(arguments -> all.addAll(all(arguments)));
    }
    return all;
  }

  private static String qualifiedName(ClassOrInterfaceType type) {
    StringBuilder name = new StringBuilder(type.getName().getIdentifier());
    ClassOrInterfaceType scope = type.getScope().orElse(null);
    while (scope != null) {
      name.insert(0, '.').insert(0, scope.getName().getIdentifier());
      scope = scope.getScope().orElse(null);
    }
    return name.toString();
  }

  private TypeRef wildcard(WildcardType type) {
    if (type.getExtendedType().isPresent()) {
      return new TypeRef(
          TypeRef.Kind.WILDCARD_EXTENDS, "", List.of(of(type.getExtendedType().get())), 0);
    }
    if (type.getSuperType().isPresent()) {
      return new TypeRef(
          TypeRef.Kind.WILDCARD_SUPER, "", List.of(of(type.getSuperType().get())), 0);
    }
    return new TypeRef(TypeRef.Kind.WILDCARD, "", List.of(), 0);
  }
}
