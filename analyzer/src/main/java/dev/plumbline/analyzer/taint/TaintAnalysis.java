package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.callgraph.CallEdge;
import dev.plumbline.analyzer.callgraph.CallGraph;
import dev.plumbline.analyzer.callgraph.CallSite;
import dev.plumbline.analyzer.callgraph.EdgeKind;
import dev.plumbline.analyzer.finding.FlowStep;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Follows values through the whole program: summaries of bodies bottom-up over the strongly
 * connected components of the call graph, then what fields and stores connect, then the flows.
 *
 * <p>May-analysis: what is reported may happen as far as the code shows. Given up: reflection by
 * computed names, native code, concurrent changes, aliases of two parameters of one method, numbers
 * in arithmetic beyond constants.
 */
public final class TaintAnalysis {

  /**
   * What was found.
   *
   * @param flows by the place of the sink
   * @param uses by the place of the call
   * @param compositions by the place of the call
   */
  public record Result(
      List<Flow> flows, List<Use> uses, List<Composition> compositions, Budgets budgets) {}

  private final CallGraph callGraph;
  private final Context context;
  private final Budgets budgets = new Budgets();
  private final List<List<CodeBody>> components;
  private final Schedule schedule;
  private final Summaries summaries;

  public TaintAnalysis(
      Program program,
      Library library,
      CallGraph callGraph,
      Boundary boundary,
      Wanted wanted,
      Map<String, Map<String, String>> resources) {
    this.callGraph = callGraph;
    Schedule schedule = new Schedule(callGraph);
    this.components = schedule.components();
    this.summaries = new Summaries(schedule, callGraph, budgets);
    this.schedule = schedule;
    this.context =
        new Context(program, library, callGraph, boundary, wanted, budgets, summaries, resources);
  }

  /**
   * Follows the values.
   *
   * @throws InterruptedException when the calling thread is interrupted
   */
  public Result run(Parallel parallel) throws InterruptedException {
    summaries.make(this::analysed, parallel);
    List<Composition> compositions = new Compositions(context, this::isRoot).find(parallel);
    return new Gathering().result(compositions);
  }

  /** Whether something outside of the code that is looked at may run the body. */
  private boolean isRoot(CodeBody body) {
    if (body.enclosing().isPresent() || context.isEntry(body)) {
      return true;
    }
    for (CallSite site : callGraph.callers(body)) {
      boolean other =
          schedule.component(site.caller()) >= 0
              && schedule.component(site.caller()) != schedule.component(body);
      for (CallEdge edge : site.edges()) {
        if (other && edge.callee() == body && edge.kind() != EdgeKind.LIBRARY_CALLBACK) {
          return false;
        }
      }
    }
    return true;
  }

  private Summary analysed(CodeBody body) {
    BodyAnalysis analysis = new BodyAnalysis(context, body, Map.of(), 0, body);
    Summary summary = analysis.run();
    if (summary == null) {
      budgets.spent(Budgets.Limit.STEPS, body);
    }
    summaries.worked(body, analysis.work());
    return summary;
  }

  private static String place(Sink sink) {
    return sink.substitution() == null ? "" : sink.substitution().toString();
  }

  /** What the summaries say, put together. */
  private final class Gathering {

    private final Map<Sink, Map<Source, Strand>> strands = new LinkedHashMap<>();
    private final Map<Sink, Hit> first = new LinkedHashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private final Set<Use> seenUses = new HashSet<>();
    private final FieldSettings fields = new FieldSettings(context);
    private final SharedStores stores = new SharedStores();

    Result result(List<Composition> compositions) {
      collectFields();
      List<Summary> active = active();
      for (Summary summary : active) {
        for (Hit hit : summary.closed()) {
          take(hit, Gathering::itself);
        }
      }
      unasked();
      stored();
      return new Result(flows(), sortedUses(), compositions, budgets);
    }

    /**
     * Uses that depend on what callers hand over, where no caller is known: what is known of them
     * without one.
     */
    private void unasked() {
      for (List<CodeBody> component : components) {
        for (CodeBody body : component) {
          Summary summary = summaries.of(body);
          if (summary != null && isRoot(body)) {
            for (Hit hit : summary.hits()) {
              if (hit.sink().kind() == null && !hit.sink().isText()) {
                use(hit);
              }
            }
          }
        }
      }
    }

    private void collectFields() {
      for (List<CodeBody> component : components) {
        for (CodeBody body : component) {
          Summary summary = summaries.of(body);
          if (summary != null) {
            fields.collect(body, summary);
          }
        }
      }
    }

    private static List<Taint> itself(Taint taint) {
      return taint.origin() instanceof Source ? List.of(taint) : List.of();
    }

    /** The summaries that callers from outside make count. */
    private List<Summary> active() {
      Deque<Summary.Applied> work = new ArrayDeque<>();
      Set<Summary.Applied> seen = new HashSet<>();
      List<Summary> active = new ArrayList<>();
      for (List<CodeBody> component : components) {
        for (CodeBody body : component) {
          if (isRoot(body)) {
            work.add(new Summary.Applied(body, null));
          }
        }
      }
      while (!work.isEmpty()) {
        Summary.Applied next = work.poll();
        if (!seen.add(next)) {
          continue;
        }
        Summary summary = next.special() != null ? next.special() : summaries.of(next.body());
        if (summary != null) {
          active.add(summary);
          work.addAll(summary.uses());
        }
      }
      return active;
    }

    private void take(Hit hit, Strands.SourceOf sources) {
      if (hit.sink().kind() == null) {
        use(hit);
        return;
      }
      Strands.each(
          hit,
          (taint, strand) -> {
            first.merge(hit.sink(), hit, (a, b) -> a.depth() <= b.depth() ? a : b);
            strands
                .computeIfAbsent(hit.sink(), key -> new TreeMap<>(Join.ORIGINS))
                .merge(strand.source(), strand, Gathering::shorter);
          },
          sources);
    }

    private static Strand shorter(Strand left, Strand right) {
      return right.path().size() < left.path().size() ? right : left;
    }

    private void use(Hit seen) {
      Hit hit = fields.of(seen);
      List<Strand> all = new ArrayList<>();
      Strands.each(hit, (taint, strand) -> all.add(strand), Gathering::itself);
      List<FlowStep> path = List.of();
      Use use =
          new Use(
              hit.sink().role(),
              hit.sink().body(),
              hit.sink().site(),
              hit.sink().target(),
              Strands.constants(hit.value()),
              Strands.isComplete(hit.value()),
              all,
              path,
              Strands.settings(hit));
      if (seenUses.add(use)) {
        uses.add(use);
      }
    }

    /** Flows through fields of shared objects, static fields and attributes. */
    private void stored() {
      for (List<CodeBody> component : components) {
        for (CodeBody body : component) {
          Summary summary = summaries.of(body);
          if (summary != null) {
            stores.collect(summary);
          }
        }
      }
      if (stores.isEmpty()) {
        return;
      }
      for (List<CodeBody> component : components) {
        for (CodeBody body : component) {
          Summary summary = summaries.of(body);
          if (summary != null) {
            for (Hit hit : summary.hits()) {
              if (hit.sink().kind() != null) {
                take(hit, taint -> taint.origin() instanceof Id ? stores.of(taint) : List.of());
              }
            }
          }
        }
      }
    }

    private List<Flow> flows() {
      List<Flow> flows = new ArrayList<>();
      List<Sink> sinks = new ArrayList<>(strands.keySet());
      sinks.sort(
          Comparator.<Sink>comparingInt(sink -> sink.body().index())
              .thenComparingInt(Sink::number)
              .thenComparing(Sink::kind)
              .thenComparingInt(Sink::argument)
              .thenComparing(TaintAnalysis::place));
      for (Sink sink : sinks) {
        List<Strand> all = new ArrayList<>(strands.get(sink).values());
        all.sort(Comparator.comparingInt(strand -> strand.path().size()));
        Hit hit = first.get(sink);
        flows.add(
            new Flow(
                sink.kind(),
                sink.weak(),
                sink.body(),
                sink.site(),
                sink.target(),
                sink.argument(),
                all,
                Strands.settings(hit),
                Strands.constants(hit.value()),
                java.util.Optional.ofNullable(sink.substitution())));
      }
      return flows;
    }

    private List<Use> sortedUses() {
      uses.sort(
          Comparator.<Use, dev.plumbline.analyzer.finding.Location>comparing(
                  use -> use.body().location(use.site().span()))
              .thenComparing(use -> use.role().toString())
              .thenComparing(use -> use.constants().toString())
              .thenComparing(use -> use.settings().toString()));
      return uses;
    }
  }
}
