/**
 * Signatures of libraries: read from class files when Plumbline is built, kept in a compact table,
 * decoded a type at a time when a scan asks for it.
 */
package dev.plumbline.analyzer.signature;
