import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import dev.plumbline.analyzer.frontend.GeneratorInputReader;
import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceReader;
import dev.plumbline.analyzer.source.SourceRole;
import dev.plumbline.analyzer.source.SourceText;
import dev.plumbline.analyzer.source.WorkspaceScanner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Asks Plumbline and javaparser-symbol-solver what the same call sites mean.
 *
 * <p>Sites are drawn from the syntax trees of main and test code, each with the same chance. Times
 * are CPU times of the one thread that does all the work; each side parses for itself.
 */
final class Agreement {

  /** What the two answers are to each other. */
  private enum Verdict {
    AGREE("agree"),
    GENERATED("differ: Plumbline names a generated member"),
    OVERRIDDEN("differ: one overrides the other"),
    OVERLOAD("differ: another overload"),
    OTHER("differ: another type or name"),
    ONLY_OURS("only Plumbline answers"),
    ONLY_OURS_GENERATED("only Plumbline answers: generated member"),
    ONLY_THEIRS("only symbol-solver answers"),
    NEITHER("neither answers");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }
  }

  private final int sampleSize;
  private final long seed;
  private final long limitNanos;
  private final Path out;
  private final Map<Verdict, Integer> total = new TreeMap<>();

  private Agreement(int sampleSize, long seed, long limitNanos, Path out) {
    this.sampleSize = sampleSize;
    this.seed = seed;
    this.limitNanos = limitNanos;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    int sites = 500;
    long seed = 1;
    long limit = 10;
    Path out = Path.of(".");
    List<Path> projects = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--sites" -> sites = Integer.parseInt(arguments[++i]);
        case "--seed" -> seed = Long.parseLong(arguments[++i]);
        case "--limit" -> limit = Long.parseLong(arguments[++i]);
        case "--out" -> out = Path.of(arguments[++i]);
        default -> projects.add(Path.of(arguments[i]));
      }
    }
    Agreement agreement = new Agreement(sites, seed, limit * 1_000_000_000L, out);
    List<Throwable> failures = new ArrayList<>();
    Thread thread =
        new Thread(
            null, () -> agreement.compare(projects, failures), "compare", JavaFrontEnd.STACK_BYTES);
    thread.start();
    thread.join();
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.get(0));
    }
  }

  private void compare(List<Path> projects, List<Throwable> failures) {
    try {
      for (Path project : projects) {
        compare(project);
      }
      if (projects.size() > 1) {
        System.out.println("all");
        print(total);
      }
    } catch (IOException | RuntimeException | Error e) {
      failures.add(e);
    }
  }

  private void compare(Path project) throws IOException {
    List<SourceText> texts = read(project);
    Map<String, SourceText> byPath = new LinkedHashMap<>();
    texts.forEach(text -> byPath.put(text.file().path(), text));
    Set<Path> roots = new LinkedHashSet<>();
    List<Site> sample = sample(texts, roots);
    Set<String> paths = new LinkedHashSet<>();
    sample.forEach(site -> paths.add(site.path()));

    OurTargets ours = new OurTargets(texts);
    ours.index(paths);
    List<Optional<Answer>> ourAnswers = sample.stream().map(ours::answer).toList();

    TheirTargets theirs = new TheirTargets(roots, limitNanos);
    paths.forEach(path -> theirs.open(byPath.get(path)));
    List<TheirTargets.Result> theirAnswers = sample.stream().map(theirs::answer).toList();

    Map<Verdict, Integer> verdicts = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < sample.size(); i++) {
      Site site = sample.get(i);
      Answer our = ourAnswers.get(i).orElse(null);
      TheirTargets.Result their = theirAnswers.get(i);
      Verdict verdict = judge(our, their.answer(), ours);
      verdicts.merge(verdict, 1, Integer::sum);
      total.merge(verdict, 1, Integer::sum);
      lines.add(
          String.join(
              "\t",
              verdict.name(),
              site.path() + ":" + site.line() + ":" + site.column(),
              site.text(),
              our == null ? "-" : our.toString(),
              their.answer() == null ? "- " + their.failure() : their.answer().toString()));
    }
    lines.sort(Comparator.naturalOrder());
    String name = project.toAbsolutePath().normalize().getFileName().toString();
    Files.write(out.resolve(name + ".tsv"), lines);
    System.out.printf("%s: %d sites of %d files%n", name, sample.size(), paths.size());
    print(verdicts);
    print(ours, theirs);
  }

  private static Verdict judge(Answer our, Answer their, OurTargets program) {
    if (our == null || their == null) {
      return our != null
          ? our.generated() ? Verdict.ONLY_OURS_GENERATED : Verdict.ONLY_OURS
          : their != null ? Verdict.ONLY_THEIRS : Verdict.NEITHER;
    }
    boolean sameOwner =
        our.owner().equals(their.owner())
            // Local and anonymous types have no name in the language.
            || isLocal(their.owner(), our.owner());
    if (sameOwner && our.sameMethod(their)) {
      return Verdict.AGREE;
    } else if (our.generated()) {
      // The solver takes what the generated member overrides, or one of an enclosing type.
      return Verdict.GENERATED;
    } else if (!our.name().equals(their.name())) {
      return Verdict.OTHER;
    }
    boolean related =
        sameOwner
            || program.isSubtype(our.owner(), their.owner())
            || program.isSubtype(their.owner(), our.owner());
    if (!related) {
      return Verdict.OTHER;
    }
    return !sameOwner && our.parameters().size() == their.parameters().size()
        ? Verdict.OVERRIDDEN
        : Verdict.OVERLOAD;
  }

  private static boolean isLocal(String their, String our) {
    return their.contains("Anonymous-") && our.matches(".*\\$\\d+.*");
  }

  private void print(Map<Verdict, Integer> verdicts) {
    int both = 0;
    for (Verdict each : Verdict.values()) {
      int count = verdicts.getOrDefault(each, 0);
      both += each.compareTo(Verdict.ONLY_OURS) < 0 ? count : 0;
      System.out.printf("  %-42s %6d%n", each.words, count);
    }
    int agree = verdicts.getOrDefault(Verdict.AGREE, 0);
    int written = both - verdicts.getOrDefault(Verdict.GENERATED, 0);
    System.out.printf(
        Locale.ROOT,
        "  both answer: %d, agreement %.2f %%; without generated members: %d, %.2f %%%n",
        both,
        100.0 * agree / Math.max(1, both),
        written,
        100.0 * agree / Math.max(1, written));
  }

  private static void print(OurTargets ours, TheirTargets theirs) {
    double parse = ours.parseNanos() / 1e6;
    double link = ours.linkNanos() / 1e6;
    double type = ours.typeNanos() / 1e6;
    double theirParse = theirs.parseNanos() / 1e6;
    double solve = theirs.solveNanos() / 1e6;
    System.out.printf(
        Locale.ROOT,
        "  CPU ms: Plumbline parse and lower %.0f (all files), link %.0f, resolve %.0f;"
            + " symbol-solver parse %.0f (files it needs), resolve %.0f%n",
        parse,
        link,
        type,
        theirParse,
        solve);
    System.out.printf(
        Locale.ROOT,
        "  ours / theirs: resolve %.3f, link and resolve %.3f, with parsing %.3f%n",
        type / solve,
        (link + type) / solve,
        (parse + link + type) / (theirParse + solve));
  }

  private static List<SourceText> read(Path project) throws IOException {
    SourceReader reader = new SourceReader();
    List<SourceText> texts = new ArrayList<>();
    for (SourceFile file :
        new WorkspaceScanner().scan(project, WorkspaceScanner.Options.DEFAULT).files()) {
      boolean wanted =
          file.kind() == SourceKind.JAVA || GeneratorInputReader.reads(file.path());
      if (wanted && reader.read(file) instanceof SourceText text) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A reservoir over all sites in file order; collects the source roots by the way. */
  private List<Site> sample(List<SourceText> texts, Collection<Path> roots) {
    Random random = new Random(seed);
    JavaParser parser = new JavaParser(configuration());
    List<Site> sample = new ArrayList<>();
    int[] seen = {0};
    for (SourceText text : texts) {
      SourceFile file = text.file();
      if (file.kind() != SourceKind.JAVA) {
        continue;
      }
      CompilationUnit unit = parser.parse(text.text()).getResult().orElse(null);
      if (unit == null) {
        continue;
      }
      root(file.location(), unit).ifPresent(roots::add);
      if (file.role() == SourceRole.GENERATED) {
        continue;
      }
      sites(
          file.path(),
          unit,
          (site, node) -> {
            seen[0]++;
            if (sample.size() < sampleSize) {
              sample.add(site);
            } else {
              int place = random.nextInt(seen[0]);
              if (place < sampleSize) {
                sample.set(place, site);
              }
            }
          });
    }
    sample.sort(
        Comparator.comparing(Site::path)
            .thenComparingInt(Site::line)
            .thenComparingInt(Site::column));
    return sample;
  }

  private static Optional<Path> root(Path file, CompilationUnit unit) {
    Path folder = file.toAbsolutePath().getParent();
    String name =
        unit.getPackageDeclaration().map(declared -> declared.getNameAsString()).orElse("");
    if (name.isEmpty()) {
      return Optional.of(folder);
    }
    Path packages = Path.of(name.replace('.', '/'));
    if (!folder.endsWith(packages)) {
      return Optional.empty();
    }
    for (int i = 0; i < packages.getNameCount(); i++) {
      folder = folder.getParent();
    }
    return Optional.of(folder);
  }

  /** Every call, creation and method reference of the tree, in a fixed order. */
  static void sites(String path, CompilationUnit unit, BiConsumer<Site, Node> found) {
    unit.walk(
        Node.TreeTraversal.PREORDER,
        node -> {
          Position at = null;
          Site.Kind kind = null;
          if (node instanceof MethodCallExpr call) {
            kind = Site.Kind.CALL;
            at = call.getName().getBegin().orElseThrow();
          } else if (node instanceof ObjectCreationExpr creation) {
            kind = Site.Kind.CREATION;
            at = creation.getType().getBegin().orElseThrow();
          } else if (node instanceof MethodReferenceExpr reference) {
            kind = Site.Kind.REFERENCE;
            at = reference.getBegin().orElseThrow();
          } else if (node instanceof ExplicitConstructorInvocationStmt call) {
            kind = Site.Kind.CONSTRUCTOR_CALL;
            at = keyword(call);
          }
          if (at != null) {
            found.accept(new Site(path, kind, at.line, at.column, text(node)), node);
          }
        });
  }

  private static Position keyword(ExplicitConstructorInvocationStmt call) {
    JavaToken token = call.getTokenRange().orElseThrow().getBegin();
    String keyword = call.isThis() ? "this" : "super";
    while (!token.getText().equals(keyword)) {
      token = token.getNextToken().orElseThrow();
    }
    return token.getRange().orElseThrow().begin;
  }

  private static String text(Node node) {
    String text =
        node.getTokenRange().map(Object::toString).orElse("").replaceAll("\\s+", " ");
    return text.length() > 160 ? "…" + text.substring(text.length() - 160) : text;
  }

  static ParserConfiguration configuration() {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_26)
            .setAttributeComments(false);
    configuration.getProcessors().clear();
    return configuration;
  }

  /** CPU time of this thread in ns. */
  static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
