package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.callgraph.CallEdge;
import dev.plumbline.analyzer.callgraph.CallGraph;
import dev.plumbline.analyzer.callgraph.CallSite;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * In which order bodies are summarised: callees before callers, and what does not hang on one
 * another at the same time. A body sees the summaries of earlier batches and no others, so that
 * what comes out does not depend on the number of threads.
 */
final class Schedule {

  /** Bodies that call one another in a circle and are more than these are done layer by layer. */
  private static final int LARGE = 60;

  /** What is done at one time. */
  sealed interface Batch {}

  /** Bodies, and circles of few bodies, that do not hang on one another. */
  record Independent(List<List<CodeBody>> components) implements Batch {}

  /** Many bodies that call one another in circles, in layers without the calls backwards. */
  record Circle(List<List<CodeBody>> layers) implements Batch {}

  private final CallGraph callGraph;
  private final List<List<CodeBody>> components = new ArrayList<>();
  private final int[] component;
  private final int[] level;
  private final int[] layer;

  Schedule(CallGraph callGraph) {
    this.callGraph = callGraph;
    component = new int[callGraph.bodies().size()];
    layer = new int[component.length];
    Arrays.fill(component, -1);
    for (List<CodeBody> all : callGraph.bottomUp()) {
      List<CodeBody> kept = new ArrayList<>();
      for (CodeBody body : all) {
        if (body.owner().file().file().role() == SourceRole.MAIN) {
          component[body.index()] = components.size();
          kept.add(body);
        }
      }
      if (!kept.isEmpty()) {
        components.add(kept);
      }
    }
    level = new int[components.size()];
    for (int i = 0; i < level.length; i++) {
      for (CodeBody body : components.get(i)) {
        for (CallSite site : callGraph.sites(body)) {
          for (CallEdge edge : site.edges()) {
            int callee = component[edge.callee().index()];
            if (callee >= 0 && callee != i) {
              level[i] = Math.max(level[i], level[callee] + 1);
            }
          }
        }
      }
    }
  }

  /** All that are summarised, callees first. */
  List<List<CodeBody>> components() {
    return components;
  }

  /** The number of the component of a body; negative for one that is not looked at. */
  int component(CodeBody body) {
    return component[body.index()];
  }

  /** Whether the summary of {@code callee} is ready when {@code body} is done. */
  boolean isBefore(CodeBody callee, CodeBody body) {
    return level[component(callee)] < level[component(body)];
  }

  /** Within one component: whether {@code callee} is done earlier in each round. */
  boolean isEarlierLayer(CodeBody callee, CodeBody body) {
    return layer[callee.index()] < layer[body.index()];
  }

  boolean isLarge(int number) {
    return components.get(number).size() > LARGE;
  }

  List<Batch> batches() {
    int levels = Arrays.stream(level).max().orElse(-1) + 1;
    List<List<List<CodeBody>>> independent = new ArrayList<>();
    List<List<Batch>> circles = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      independent.add(new ArrayList<>());
      circles.add(new ArrayList<>());
    }
    for (int i = 0; i < components.size(); i++) {
      if (isLarge(i)) {
        circles.get(level[i]).add(new Circle(layers(components.get(i), i)));
      } else {
        independent.get(level[i]).add(components.get(i));
      }
    }
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      if (!independent.get(i).isEmpty()) {
        batches.add(new Independent(independent.get(i)));
      }
      batches.addAll(circles.get(i));
    }
    return batches;
  }

  /** Callees first, but for calls that lead back to where a walk along the calls came from. */
  private List<List<CodeBody>> layers(List<CodeBody> bodies, int number) {
    byte[] state = new byte[component.length];
    List<List<CodeBody>> layers = new ArrayList<>();
    for (CodeBody start : bodies) {
      if (state[start.index()] != 0) {
        continue;
      }
      Deque<Visit> stack = new ArrayDeque<>();
      stack.push(visit(start, number, state));
      while (!stack.isEmpty()) {
        Visit visit = stack.peek();
        if (visit.next < visit.callees.size()) {
          CodeBody callee = visit.callees.get(visit.next++);
          if (state[callee.index()] == 0) {
            stack.push(visit(callee, number, state));
          } else if (state[callee.index()] == 2) {
            visit.layer = Math.max(visit.layer, layer[callee.index()] + 1);
          }
          continue;
        }
        stack.pop();
        state[visit.body.index()] = 2;
        layer[visit.body.index()] = visit.layer;
        while (layers.size() <= visit.layer) {
          layers.add(new ArrayList<>());
        }
        layers.get(visit.layer).add(visit.body);
        if (!stack.isEmpty()) {
          stack.peek().layer = Math.max(stack.peek().layer, visit.layer + 1);
        }
      }
    }
    return layers;
  }

  private Visit visit(CodeBody body, int number, byte[] state) {
    state[body.index()] = 1;
    List<CodeBody> callees = new ArrayList<>();
    for (CallSite site : callGraph.sites(body)) {
      for (CallEdge edge : site.edges()) {
        if (component(edge.callee()) == number && edge.callee() != body) {
          callees.add(edge.callee());
        }
      }
    }
    return new Visit(body, callees);
  }

  private static final class Visit {
    final CodeBody body;
    final List<CodeBody> callees;
    int next;
    int layer;

    Visit(CodeBody body, List<CodeBody> callees) {
      this.body = body;
      this.callees = callees;
    }
  }
}
