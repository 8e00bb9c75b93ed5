package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;

/**
 * A loop, or a function that is called for each element, around some place.
 *
 * @param location of the loop's head, or of the name of the call that iterates
 * @param description for messages: {@code the loop over orders}
 * @param bounded whether the elements are few and fixed: constants that are listed, an enum
 */
public record Iteration(Location location, String description, boolean bounded) {}
