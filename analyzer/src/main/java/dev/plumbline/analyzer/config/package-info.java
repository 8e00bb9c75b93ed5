/**
 * The configuration of the programs of a workspace: which files configure which module, what a key
 * may be in production, and which code reads it. Stands behind {@code program}, whose constants
 * name the keys, and before {@code taint}, which may ask what a configured value is.
 */
package dev.plumbline.analyzer.config;
