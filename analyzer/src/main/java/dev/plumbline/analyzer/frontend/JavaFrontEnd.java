package dev.plumbline.analyzer.frontend;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParseStart;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Providers;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.PackageDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.comments.CommentsCollection;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.CompilationUnit;
import dev.plumbline.analyzer.ir.Directive;
import dev.plumbline.analyzer.ir.ImportDecl;
import dev.plumbline.analyzer.ir.IrVerifier;
import dev.plumbline.analyzer.ir.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Parses one Java file with JavaParser and lowers it to IR.
 *
 * <p>What is wrong with a file becomes a {@link Problem}; nothing that a file holds makes {@link
 * #parse} throw. A file with syntax errors is lowered as far as the parser could make sense of it.
 *
 * <p>Not thread-safe: one instance for each thread. The parser and the lowering recurse as deeply
 * as expressions and statements nest, so run it on threads with a stack of {@link #STACK_BYTES}.
 */
public final class JavaFrontEnd {

  /** Stack size of a parsing thread, in bytes; measured in {@code DeepNestingTest}. */
  public static final long STACK_BYTES = 16L << 20;

  private static final String DIRECTIVE = "plumbline:";

  /** JavaParser lists every token that it would have liked; readers want to know where it stuck. */
  private static final int LONGEST_MESSAGE = 160;

  private final Names names = new Names();
  private JavaParser parser = newParser();
  private final boolean selfCheck;

  public JavaFrontEnd() {
    this(false);
  }

  /**
   * @param selfCheck whether each unit is verified and compared with its AST; what is wrong becomes
   *     an internal problem
   */
  public JavaFrontEnd(boolean selfCheck) {
    this.selfCheck = selfCheck;
  }

  private static JavaParser newParser() {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_26)
            .setAttributeComments(false)
            .setStoreTokens(true);
    // Validators and post-processors cost several times the parse and reject valid code.
    configuration.getProcessors().clear();
    return new JavaParser(configuration);
  }

  /**
   * What became of a file.
   *
   * @param unit empty when nothing could be parsed
   * @param complete whether the unit holds all that the file does: no syntax error, no defect of
   *     ours
   */
  public record Outcome(Optional<CompilationUnit> unit, List<Problem> problems, boolean complete) {
    public Outcome {
      Objects.requireNonNull(unit);
      problems = List.copyOf(problems);
    }
  }

  public Outcome parse(String path, String text) {
    return parse(path, text, ast -> {});
  }

  /**
   * @param astVisitor gets the AST before it is dropped; it must not keep or change it. It is not
   *     called when nothing could be parsed. What it throws is a problem of this file.
   */
  public Outcome parse(
      String path, String text, Consumer<com.github.javaparser.ast.CompilationUnit> astVisitor) {
    List<Problem> problems = new ArrayList<>();
    Optional<CompilationUnit> unit = Optional.empty();
    boolean complete = false;
    try {
      ParseResult<com.github.javaparser.ast.CompilationUnit> result =
          parser.parse(ParseStart.COMPILATION_UNIT, Providers.provider(text));
      SourceSpans spans = new SourceSpans();
      for (com.github.javaparser.Problem problem : result.getProblems()) {
        problems.add(syntaxError(problem, spans));
      }
      com.github.javaparser.ast.CompilationUnit ast = result.getResult().orElse(null);
      if (ast != null) {
        CompilationUnit lowered =
            lower(path, text, ast, result.getCommentsCollection().orElse(null), problems);
        unit = Optional.of(lowered);
        complete = result.isSuccessful();
        if (selfCheck && problems.isEmpty()) {
          check(ast, lowered, text, problems);
        }
        astVisitor.accept(ast);
      }
    } catch (StackOverflowError tooDeep) {
      problems.add(
          new Problem("nested too deeply for the stack of this thread", Optional.empty(), false));
      // It was stopped anywhere; nobody knows what state it is in.
      parser = newParser();
      complete = false;
    } catch (RuntimeException defect) {
      problems.add(Problem.internal(defect.toString(), null));
    }
    for (Problem problem : problems) {
      complete &= !problem.internal();
    }
    return new Outcome(unit, problems, complete);
  }

  private CompilationUnit lower(
      String path,
      String text,
      com.github.javaparser.ast.CompilationUnit ast,
      CommentsCollection comments,
      List<Problem> problems) {
    FileLowering file = new FileLowering(problems, names);
    String packageName = "";
    List<AnnotationUse> packageAnnotations = List.of();
    PackageDeclaration packageDeclaration = ast.getPackageDeclaration().orElse(null);
    if (packageDeclaration != null) {
      packageName = packageDeclaration.getNameAsString();
      packageAnnotations = file.annotations().all(packageDeclaration.getAnnotations());
    }
    List<ImportDecl> imports = new ArrayList<>(ast.getImports().size());
    for (ImportDeclaration one : ast.getImports()) {
      String name = names.of(one.getNameAsString());
      file.types().imported(name, one.isAsterisk());
      imports.add(new ImportDecl(name, one.isStatic(), one.isAsterisk(), file.spans().of(one)));
    }
    List<TypeDecl> types = new ArrayList<>(ast.getTypes().size());
    for (TypeDeclaration<?> type : ast.getTypes()) {
      try {
        types.add(file.declarations().topLevel(type, packageName));
      } catch (RuntimeException defect) {
        problems.add(Problem.internal(defect.toString(), file.spans().of(type)));
      }
    }
    return new CompilationUnit(
        path,
        packageName,
        packageAnnotations,
        imports,
        types,
        ast.getModule().map(module -> module.getNameAsString()).orElse(""),
        directives(text, comments, file.spans()),
        SourceLines.count(text));
  }

  private static List<Directive> directives(
      String text, CommentsCollection comments, SourceSpans spans) {
    if (comments == null || !text.contains(DIRECTIVE)) {
      return List.of();
    }
    SourceLines lines = new SourceLines(text);
    List<Directive> directives = new ArrayList<>();
    for (Comment comment : comments.getComments()) {
      if (comment.getContent().contains(DIRECTIVE)) {
        Span span = spans.of(comment);
        directives.add(new Directive(lines.text(span), span));
      }
    }
    return directives;
  }

  private static Problem syntaxError(com.github.javaparser.Problem problem, SourceSpans spans) {
    String message = problem.getMessage();
    int wishes = message.indexOf(", expected one of");
    if (message.length() > LONGEST_MESSAGE && wishes > 0) {
      message = message.substring(0, wishes);
    }
    Span span = problem.getLocation().flatMap(TokenRange::toRange).map(spans::of).orElse(null);
    return Problem.inSource(message, span);
  }

  private static void check(
      com.github.javaparser.ast.CompilationUnit ast,
      CompilationUnit unit,
      String text,
      List<Problem> problems) {
    for (String fault : IrVerifier.verify(unit, text)) {
      problems.add(Problem.internal("IR: " + fault, null));
    }
    for (String fault : LoweringAudit.compare(ast, unit)) {
      problems.add(Problem.internal("lowering: " + fault, null));
    }
  }
}
