/**
 * The call graph of the workspace: what each call may run, which beans a container injects where,
 * and where control enters from outside.
 *
 * <p>It asks {@code program} what a call means by its declared types and {@code library} what
 * annotations and library types mean, and knows nothing of values. {@link
 * dev.plumbline.analyzer.callgraph.CallGraph} is the way in.
 */
package dev.plumbline.analyzer.callgraph;
