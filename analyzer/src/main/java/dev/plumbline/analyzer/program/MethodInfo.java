package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.MethodDecl;
import java.util.Optional;

/** A method, constructor or initialiser of the workspace. */
public final class MethodInfo {

  private final TypeInfo owner;
  private final MethodDecl declaration;
  private CodeBody body;
  private Signature signature;

  MethodInfo(TypeInfo owner, MethodDecl declaration) {
    this.owner = owner;
    this.declaration = declaration;
  }

  void body(CodeBody value) {
    body = value;
  }

  /** Its header with resolved types, in terms of the type variables in scope. */
  Signature signature(Names names) {
    // Racy on purpose: two threads may build equal signatures.
    Signature known = signature;
    if (known == null) {
      known = Signature.of(this, names);
      signature = known;
    }
    return known;
  }

  public TypeInfo owner() {
    return owner;
  }

  public MethodDecl declaration() {
    return declaration;
  }

  public String name() {
    return declaration.name();
  }

  /** Its code; absent for abstract and native methods. */
  public Optional<CodeBody> body() {
    return Optional.ofNullable(body);
  }

  public Location location(Span span) {
    return owner.location(span);
  }

  /** For example {@code OrderService.find}; a constructor by the name of its class. */
  public String displayName() {
    return switch (declaration.kind()) {
      case CONSTRUCTOR, COMPACT_CONSTRUCTOR -> owner.displayName();
      case STATIC_INITIALIZER, FIELD_INITIALIZER -> "initialiser of " + owner.displayName();
      default -> owner.displayName() + "." + declaration.name();
    };
  }

  @Override
  public String toString() {
    return owner.name() + "#" + declaration.name();
  }
}
