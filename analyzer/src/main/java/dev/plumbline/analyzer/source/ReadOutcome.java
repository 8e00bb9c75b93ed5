package dev.plumbline.analyzer.source;

/** What came of reading a file: its text, or the reason why there is none. */
public sealed interface ReadOutcome permits SourceText, SkippedFile {}
