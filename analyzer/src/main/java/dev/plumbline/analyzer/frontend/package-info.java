/**
 * From Java source to IR.
 *
 * <p>{@link dev.plumbline.analyzer.frontend.JavaFrontEnd} parses one file with JavaParser and
 * lowers what it got: {@code DeclarationLowering} walks types and members, {@code BodyLowering}
 * gathers the parts that lower one body (statements, expressions, conditions, patterns, switches,
 * ways out) over one {@code BodyBuilder}. Nothing is resolved beyond the variables of a body (JLS
 * 6.3, 6.4.1): all other names stay names. No JavaParser type leaves this package but for syntax
 * rules.
 */
package dev.plumbline.analyzer.frontend;
