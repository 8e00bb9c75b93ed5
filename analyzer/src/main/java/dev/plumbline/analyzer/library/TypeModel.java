package dev.plumbline.analyzer.library;

import java.util.List;
import java.util.Map;

/**
 * What the library data say of a type, beside signatures.
 *
 * @param name canonical name
 * @param supertypes as type text, with arguments
 * @param typeParameters names of its type variables
 * @param returns result types by method name, as type text
 * @param repository whether the abstract methods of its workspace subtypes are queries
 */
record TypeModel(
    String name,
    boolean isInterface,
    List<String> typeParameters,
    List<String> supertypes,
    Map<String, String> returns,
    boolean repository) {}
