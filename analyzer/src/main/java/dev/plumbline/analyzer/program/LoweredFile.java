package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.CompilationUnit;
import dev.plumbline.analyzer.source.SourceFile;

/** A Java file with its IR. */
public record LoweredFile(SourceFile file, CompilationUnit unit) {}
