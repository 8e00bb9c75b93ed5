package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.library.SourceKind;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the rules of a scan want to hear of; the rest is not looked for.
 *
 * @param uses which roles of calls
 * @param texts the kinds of sink of which it is to be told what their texts are put together of
 */
public record Wanted(
    Set<SourceKind> sources,
    Set<SinkKind> sinks,
    Predicate<MethodRole> uses,
    Set<SinkKind> texts) {}
