package dev.plumbline.analyzer.callgraph;

/** Code that a call may run beside or instead of the bodies of the workspace. */
public enum Outside {
  /** Code of the JDK or of a library. */
  LIBRARY,
  /** An implementation that a framework makes of an interface: a repository, a mapper, a client. */
  FRAMEWORK,
  /** Code that a compiler or an annotation processor writes: default constructors, accessors. */
  GENERATED
}
