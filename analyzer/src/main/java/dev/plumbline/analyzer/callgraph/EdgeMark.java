package dev.plumbline.analyzer.callgraph;

/** What else is to be known of an edge. */
public enum EdgeMark {
  /** A proxy runs the callee on another thread; the caller does not wait for it. */
  ASYNC,
  /**
   * The callee bears an annotation that a proxy acts on, but the call goes through {@code this}, so
   * that no proxy sees it.
   */
  PAST_PROXY,
  /**
   * No code of the workspace creates an object of the callee's class, and nothing shows that a
   * framework does. Configuration that is not read may still create one.
   */
  NEVER_CREATED
}
