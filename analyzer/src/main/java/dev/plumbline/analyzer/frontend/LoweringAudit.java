package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.CompilationUnit;
import dev.plumbline.analyzer.ir.EnumConstant;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.TypeDecl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares an AST with the IR that was made of it: each call, creation, lambda, method reference
 * and string literal must be there once, at its place. String literals in annotations and case
 * labels are not code and not counted.
 *
 * <p>This finds what the lowering lost or did twice; whether it did the right thing is for tests.
 */
final class LoweringAudit {

  private record Item(String kind, Span span) implements Comparable<Item> {
    @Override
    public int compareTo(Item other) {
      int order = span.compareTo(other.span);
      return order != 0 ? order : kind.compareTo(other.kind);
    }
  }

  private static final String CALL = "call";
  private static final String CREATION = "creation";
  private static final String LAMBDA = "lambda";
  private static final String REFERENCE = "method reference";
  private static final String STRING = "string";

  private final Map<Item, Integer> balance = new TreeMap<>();

  private LoweringAudit() {}

  /** What is missing or too much; empty when both agree. */
  static List<String> compare(com.github.javaparser.ast.CompilationUnit ast, CompilationUnit unit) {
    LoweringAudit audit = new LoweringAudit();
    audit.count(ast);
    for (TypeDecl type : unit.types()) {
      audit.count(type);
    }
    List<String> faults = new ArrayList<>();
    audit.balance.forEach(
        (item, count) -> {
          if (count != 0) {
            faults.add(item.kind + " at " + item.span + (count > 0 ? " is lost" : " is too much"));
          }
        });
    return faults;
  }

  private void add(String kind, Span span, int count) {
    balance.merge(new Item(kind, span), count, Integer::sum);
  }

  // The AST

  private void count(com.github.javaparser.ast.CompilationUnit ast) {
    SourceSpans spans = new SourceSpans();
    Deque<Node> open = new ArrayDeque<>();
    open.push(ast);
    while (!open.isEmpty()) {
      Node node = open.pop();
      String kind = kind(node);
      if (kind != null) {
        add(kind, spans.of(node), 1);
      }
      for (Node child : node.getChildNodes()) {
        if (isCode(node, child)) {
          open.push(child);
        }
      }
    }
  }

  private static String kind(Node node) {
    if (node instanceof MethodCallExpr || node instanceof ExplicitConstructorInvocationStmt) {
      return CALL;
    }
    if (node instanceof ObjectCreationExpr || node instanceof EnumConstantDeclaration) {
      return CREATION;
    }
    if (node instanceof LambdaExpr) {
      return LAMBDA;
    }
    if (node instanceof MethodReferenceExpr) {
      return REFERENCE;
    }
    return node instanceof StringLiteralExpr || node instanceof TextBlockLiteralExpr
        ? STRING
        : null;
  }

  private static boolean isCode(Node parent, Node child) {
    if (child instanceof AnnotationExpr || parent instanceof AnnotationMemberDeclaration) {
      return false;
    }
    return !(parent instanceof SwitchEntry entry) || !contains(entry.getLabels(), child);
  }

  private static boolean contains(List<? extends Node> nodes, Node wanted) {
    for (Node node : nodes) {
      if (node == wanted) {
        return true;
      }
    }
    return false;
  }

  // The IR

  private void count(TypeDecl type) {
    for (EnumConstant constant : type.enumConstants()) {
      constant.body().ifPresent(this::count);
    }
    for (MethodDecl method : type.methods()) {
      method.body().ifPresent(this::count);
    }
    for (TypeDecl member : type.memberTypes()) {
      count(member);
    }
  }

  private void count(Body body) {
    for (Block block : body.blocks()) {
      for (Instruction instruction : block.instructions()) {
        String kind = kind(instruction);
        if (kind != null) {
          add(kind, instruction.span(), -1);
        }
      }
    }
    for (Body.Lambda lambda : body.lambdas()) {
      count(lambda.body());
    }
    for (TypeDecl type : body.localTypes()) {
      count(type);
    }
  }

  private static String kind(Instruction instruction) {
    if (instruction instanceof Instruction.Call) {
      return CALL;
    }
    if (instruction instanceof Instruction.New) {
      return CREATION;
    }
    if (instruction instanceof Instruction.MakeLambda) {
      return LAMBDA;
    }
    if (instruction instanceof Instruction.MethodReference) {
      return REFERENCE;
    }
    boolean isString =
        instruction instanceof Instruction.Constant constant
            && constant.literal().kind() == Literal.Kind.STRING;
    return isString ? STRING : null;
  }
}
