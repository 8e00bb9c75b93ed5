import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Processor;
import com.github.javaparser.Provider;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.resolution.declarations.ResolvedConstructorDeclaration;
import com.github.javaparser.resolution.declarations.ResolvedMethodLikeDeclaration;
import com.github.javaparser.resolution.declarations.ResolvedReferenceTypeDeclaration;
import com.github.javaparser.resolution.model.SymbolReference;
import com.github.javaparser.resolution.types.ResolvedType;
import com.github.javaparser.symbolsolver.JavaSymbolSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.CombinedTypeSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.JavaParserTypeSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.ReflectionTypeSolver;
import dev.plumbline.analyzer.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What javaparser-symbol-solver says of call sites. */
final class TheirTargets {

  /** What became of a site: an answer, or why there is none. */
  record Result(Answer answer, String failure) {}

  private final long limitNanos;
  private final JavaParser parser;
  private final Map<String, Map<Site.Place, Node>> nodes = new HashMap<>();
  private long deadline = Long.MAX_VALUE;
  private long parseNanos;
  private long solveNanos;

  /**
   * @param roots folders of packages
   * @param limitNanos wall time that one site may take
   */
  TheirTargets(Collection<Path> roots, long limitNanos) {
    this.limitNanos = limitNanos;
    ParserConfiguration configuration = Agreement.configuration();
    CombinedTypeSolver solver =
        new CombinedTypeSolver() {
          @Override
          public SymbolReference<ResolvedReferenceTypeDeclaration> tryToSolveType(String name) {
            if (System.nanoTime() > deadline) {
              throw new Late();
            }
            return super.tryToSolveType(name);
          }
        };
    solver.add(new ReflectionTypeSolver());
    roots.forEach(root -> solver.add(new JavaParserTypeSolver(root, configuration)));
    JavaSymbolSolver resolver = new JavaSymbolSolver(solver);
    configuration.getProcessors().add(() -> new AfterParse(resolver));
    parser = new JavaParser(configuration);
  }

  /** Thrown out of a resolution that takes too long; no one catches errors. */
  private static final class Late extends Error {
    Late() {
      super("limit of time", null, false, false);
    }
  }

  /** Hands the solver to each tree; it parses when it needs a type, and that is told apart. */
  private final class AfterParse extends Processor {
    private final JavaSymbolSolver resolver;
    private long start;

    AfterParse(JavaSymbolSolver resolver) {
      this.resolver = resolver;
    }

    @Override
    public Provider preProcess(Provider provider) {
      start = Agreement.cpu();
      return provider;
    }

    @Override
    public void postProcess(
        ParseResult<? extends Node> result, ParserConfiguration configuration) {
      result
          .getResult()
          .ifPresent(
              tree -> {
                if (tree instanceof CompilationUnit unit) {
                  resolver.inject(unit);
                }
              });
      parseNanos += Agreement.cpu() - start;
    }
  }

  /** Parses the file and keeps its tree. */
  void open(SourceText text) {
    CompilationUnit unit = parser.parse(text.text()).getResult().orElseThrow();
    Map<Site.Place, Node> places = new HashMap<>();
    Agreement.sites(
        text.file().path(), unit, (site, node) -> places.putIfAbsent(site.place(), node));
    nodes.put(text.file().path(), places);
  }

  Result answer(Site site) {
    Node node = nodes.get(site.path()).get(site.place());
    long start = Agreement.cpu();
    long parsedBefore = parseNanos;
    deadline = System.nanoTime() + limitNanos;
    ResolvedMethodLikeDeclaration declaration = null;
    String failure = null;
    try {
      declaration = resolve(node);
    } catch (StackOverflowError | RuntimeException | Late e) {
      failure = e.getClass().getSimpleName();
    } finally {
      deadline = Long.MAX_VALUE;
      solveNanos += Agreement.cpu() - start - (parseNanos - parsedBefore);
    }
    if (declaration == null) {
      return new Result(null, failure);
    }
    try {
      return new Result(answer(declaration), null);
    } catch (StackOverflowError | RuntimeException e) {
      return new Result(null, "owner " + e.getClass().getSimpleName());
    }
  }

  private static ResolvedMethodLikeDeclaration resolve(Node node) {
    if (node instanceof MethodCallExpr call) {
      return call.resolve();
    } else if (node instanceof ObjectCreationExpr creation) {
      return creation.resolve();
    } else if (node instanceof ExplicitConstructorInvocationStmt call) {
      return call.resolve();
    }
    return ((MethodReferenceExpr) node).resolve();
  }

  private static Answer answer(ResolvedMethodLikeDeclaration declaration) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < declaration.getNumberOfParams(); i++) {
      parameters.add(erased(declaration, i));
    }
    boolean creates = declaration instanceof ResolvedConstructorDeclaration;
    return new Answer(
        declaration.declaringType().getQualifiedName().replace('$', '.'),
        creates ? "<init>" : declaration.getName(),
        parameters,
        false);
  }

  private static String erased(ResolvedMethodLikeDeclaration declaration, int index) {
    try {
      ResolvedType type = declaration.getParam(index).getType().erasure();
      // The erasure of a bound keeps the bound's arguments there.
      return type.describe().replaceAll("<.*>", "").replace('$', '.');
    } catch (StackOverflowError | RuntimeException e) {
      // A type of a library: the solver has no jars here.
      return Answer.UNKNOWN;
    }
  }

  /** Of the files with sites and of all that the solver read on its own. */
  long parseNanos() {
    return parseNanos;
  }

  /** Of all {@link #answer} calls, without {@link #parseNanos}. */
  long solveNanos() {
    return solveNanos;
  }
}
