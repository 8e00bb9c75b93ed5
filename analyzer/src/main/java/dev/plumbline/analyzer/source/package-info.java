/**
 * The workspace: which files there are, of what kind and role, and what stands in them.
 *
 * <p>The leftmost package: it knows no other of the project. {@link
 * dev.plumbline.analyzer.source.WorkspaceScanner} lists files without opening them; {@link
 * dev.plumbline.analyzer.source.SourceReader} opens one and decodes it. Whatever cannot be listed
 * or read becomes a {@link dev.plumbline.analyzer.source.SkippedFile}, never silence.
 */
package dev.plumbline.analyzer.source;
