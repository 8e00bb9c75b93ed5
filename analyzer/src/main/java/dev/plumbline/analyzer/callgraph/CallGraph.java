package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who <i>may</i> call whom. Nodes are the bodies of the workspace: methods, constructors,
 * initialisers and lambdas; edges go from call sites to the bodies that they may run.
 *
 * <p>Dispatch follows the receiver as far as it can be followed: to an object that was just
 * created, to the beans that can be injected, to lambdas and method references, and else to all
 * classes below its type. Test code is no target of calls in main code. What cannot be known is in
 * {@link CallSite#unknown()}.
 *
 * <p>No edges lead to static initialisers: the JVM runs them before the first use of a class, which
 * no call site shows. The initialisers of fields are callees of what creates an object.
 *
 * <p>Unsound for: reflection by computed names, objects that native code or unread configuration
 * makes, advice of aspects, calls that bytecode tools add.
 *
 * <p>Deterministic: everything is in path and source order. Immutable, safe to read from many
 * threads; linear in the number of calls, with a bound on the targets of one ({@link
 * Dispatch#MAX_TARGETS}).
 */
public final class CallGraph {

  private final List<CodeBody> bodies;
  private final List<List<CallSite>> sites;
  private final List<List<CallSite>> callers;
  private volatile List<List<CodeBody>> components;

  CallGraph(List<CodeBody> bodies, List<List<CallSite>> sites) {
    this.bodies = bodies;
    this.sites = List.copyOf(sites);
    this.callers = reverse();
  }

  /**
   * The graph of {@code program}; types of expressions are inferred on the way.
   *
   * @param mappers files that name interfaces which MyBatis implements
   */
  public static CallGraph of(Program program, Library library, Collection<MapperXml> mappers) {
    return new CallGraphBuilder(program, library, mappers, type -> true).build();
  }

  /**
   * The same graph without the code of tests: their bodies are in it, but call nobody and are
   * called by nobody. Tests are often the greater half of a project, and what they call costs as
   * much to find.
   */
  public static CallGraph withoutTests(
      Program program, Library library, Collection<MapperXml> mappers) {
    return new CallGraphBuilder(program, library, mappers, type -> !CallGraphBuilder.isTest(type))
        .build();
  }

  private List<List<CallSite>> reverse() {
    List<List<CallSite>> reversed =
        new ArrayList<>(Collections.nCopies(bodies.size(), List.<CallSite>of()));
    for (List<CallSite> ofBody : sites) {
      for (CallSite site : ofBody) {
        for (CallEdge edge : site.edges()) {
          int callee = edge.callee().index();
          List<CallSite> known = reversed.get(callee);
          if (known.isEmpty()) {
            known = new ArrayList<>(2);
            reversed.set(callee, known);
          }
          // A site may have two edges to one body, as receiver and as callback.
          if (known.isEmpty() || known.get(known.size() - 1) != site) {
            known.add(site);
          }
        }
      }
    }
    return reversed;
  }

  /** All nodes, in path and source order. */
  public List<CodeBody> bodies() {
    return bodies;
  }

  /** The calls in {@code body}, without those of the lambdas in it, in block order. */
  public List<CallSite> sites(CodeBody body) {
    return sites.get(number(body));
  }

  /**
   * The call at {@code instruction} (the very object) of {@code body}.
   *
   * @return empty for instructions that call nothing
   */
  public Optional<CallSite> site(CodeBody body, Instruction instruction) {
    for (CallSite site : sites(body)) {
      if (site.instruction() == instruction) {
        return Optional.of(site);
      }
    }
    return Optional.empty();
  }

  /** The call sites that may run {@code body}, in path and source order. */
  public List<CallSite> callers(CodeBody body) {
    return Collections.unmodifiableList(callers.get(number(body)));
  }

  /** The bodies that {@code body} may run itself, in the order of its calls. */
  public Set<CodeBody> callees(CodeBody body) {
    Set<CodeBody> callees = new LinkedHashSet<>();
    for (CallSite site : sites(body)) {
      for (CallEdge edge : site.edges()) {
        callees.add(edge.callee());
      }
    }
    return callees;
  }

  /** Everything that may run when {@code roots} do, themselves included, nearest first. */
  public Set<CodeBody> reachable(Iterable<CodeBody> roots) {
    Set<CodeBody> reached = new LinkedHashSet<>();
    List<CodeBody> work = new ArrayList<>();
    for (CodeBody root : roots) {
      if (reached.add(root)) {
        work.add(root);
      }
    }
    for (int i = 0; i < work.size(); i++) {
      for (CodeBody callee : callees(work.get(i))) {
        if (reached.add(callee)) {
          work.add(callee);
        }
      }
    }
    return reached;
  }

  /**
   * The strongly connected components, callees before callers: when one is reached, all that it
   * calls has been, but for calls within the component.
   */
  public List<List<CodeBody>> bottomUp() {
    List<List<CodeBody>> known = components;
    if (known == null) {
      known = findComponents();
      components = known;
    }
    return known;
  }

  private List<List<CodeBody>> findComponents() {
    int[][] successors = new int[bodies.size()][];
    for (int i = 0; i < successors.length; i++) {
      successors[i] =
          sites.get(i).stream()
              .flatMap(site -> site.edges().stream())
              .mapToInt(edge -> edge.callee().index())
              .distinct()
              .toArray();
    }
    List<List<CodeBody>> found = new ArrayList<>();
    for (int[] component : Components.bottomUp(successors)) {
      found.add(java.util.Arrays.stream(component).mapToObj(bodies::get).toList());
    }
    return List.copyOf(found);
  }

  private int number(CodeBody body) {
    if (body.index() >= bodies.size() || bodies.get(body.index()) != body) {
      throw new IllegalArgumentException("not a body of this program: " + body);
    }
    return body.index();
  }
}
