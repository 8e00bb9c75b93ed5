/**
 * Regular expressions of {@code java.util.regex} as languages: which characters and which texts
 * they admit, and how long a backtracking matcher may take.
 *
 * <p>{@link dev.plumbline.analyzer.regex.MatchedText} says what is known of a text that passed a
 * test against a pattern, {@link dev.plumbline.analyzer.regex.Replacement} what a replacement
 * leaves, {@link dev.plumbline.analyzer.regex.Alphabet} which uses such a text is harmless for. No
 * pattern of a scanned workspace is ever run here; those that the JDK reads are only compiled.
 */
package dev.plumbline.analyzer.regex;
