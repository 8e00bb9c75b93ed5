package dev.plumbline.analyzer.callgraph;

import java.util.ArrayList;
import java.util.List;

/**
 * Strongly connected components, callees before callers: R. Tarjan, Depth-first search and linear
 * graph algorithms, 1972. With a stack of its own, because call chains of generated code are deeper
 * than a thread's. Linear in nodes and edges.
 */
final class Components {

  private static final int UNSEEN = 0;

  private final int[][] successors;
  private final int[] number;
  private final int[] low;
  private final boolean[] open;
  private final int[] path;
  private final int[] nextEdge;
  private final int[] members;
  private int pathLength;
  private int memberCount;
  private int count;
  private final List<int[]> found = new ArrayList<>();

  private Components(int[][] successors) {
    int nodes = successors.length;
    this.successors = successors;
    this.number = new int[nodes];
    this.low = new int[nodes];
    this.open = new boolean[nodes];
    this.path = new int[nodes];
    this.nextEdge = new int[nodes];
    this.members = new int[nodes];
  }

  /**
   * @param successors of each node
   * @return nodes of each component in ascending order; a component stands behind all that it
   *     reaches
   */
  static List<int[]> bottomUp(int[][] successors) {
    Components components = new Components(successors);
    for (int node = 0; node < successors.length; node++) {
      if (components.number[node] == UNSEEN) {
        components.visit(node);
      }
    }
    return components.found;
  }

  private void visit(int root) {
    enter(root);
    while (pathLength > 0) {
      int node = path[pathLength - 1];
      if (nextEdge[node] < successors[node].length) {
        int next = successors[node][nextEdge[node]++];
        if (number[next] == UNSEEN) {
          enter(next);
        } else if (open[next]) {
          low[node] = Math.min(low[node], number[next]);
        }
      } else {
        leave(node);
      }
    }
  }

  private void enter(int node) {
    number[node] = ++count;
    low[node] = count;
    open[node] = true;
    path[pathLength++] = node;
    members[memberCount++] = node;
  }

  private void leave(int node) {
    pathLength--;
    if (pathLength > 0) {
      int parent = path[pathLength - 1];
      low[parent] = Math.min(low[parent], low[node]);
    }
    if (low[node] == number[node]) {
      int from = memberCount;
      do {
        from--;
        open[members[from]] = false;
      } while (members[from] != node);
      int[] component = java.util.Arrays.copyOfRange(members, from, memberCount);
      java.util.Arrays.sort(component);
      memberCount = from;
      found.add(component);
    }
  }
}
