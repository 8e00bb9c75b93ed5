package dev.plumbline.analyzer.regex;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Strongly connected components, after Tarjan 1972, with a stack of its own. */
final class Components {

  private final IntFunction<int[]> successors;
  private final int[] component;
  private final int[] order;
  private final int[] low;
  private final int[] open;
  private final int[] path;
  private final int[][] left;
  private final int[] next;
  private int openSize;
  private int count;
  private int visited;

  private Components(int size, IntFunction<int[]> successors) {
    this.successors = successors;
    this.component = new int[size];
    this.order = new int[size];
    this.low = new int[size];
    this.open = new int[size];
    this.path = new int[size];
    this.left = new int[size][];
    this.next = new int[size];
    Arrays.fill(component, -1);
  }

  /** The number of the component of each node; nodes of one component have the same. */
  static int[] of(int size, IntFunction<int[]> successors) {
    Components components = new Components(size, successors);
    for (int node = 0; node < size; node++) {
      if (components.order[node] == 0) {
        components.walk(node);
      }
    }
    return components.component;
  }

  private void walk(int root) {
    int pathSize = 0;
    path[pathSize++] = root;
    enter(root);
    while (pathSize > 0) {
      int node = path[pathSize - 1];
      if (next[node] < left[node].length) {
        int successor = left[node][next[node]++];
        if (order[successor] == 0) {
          enter(successor);
          path[pathSize++] = successor;
        } else if (component[successor] < 0) {
          low[node] = Math.min(low[node], order[successor]);
        }
      } else {
        pathSize--;
        leave(node);
        if (pathSize > 0) {
          int above = path[pathSize - 1];
          low[above] = Math.min(low[above], low[node]);
        }
      }
    }
  }

  private void enter(int node) {
    order[node] = ++visited;
    low[node] = visited;
    left[node] = successors.apply(node);
    open[openSize++] = node;
  }

  private void leave(int node) {
    left[node] = null;
    if (low[node] == order[node]) {
      int member;
      do {
        member = open[--openSize];
        component[member] = count;
      } while (member != node);
      count++;
    }
  }
}
