package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.program.JavaType;
import java.util.List;
import java.util.Objects;

/**
 * A place outside of Java where a framework puts an argument of a method into a text as it is: a
 * {@code ${}} of a MyBatis mapper.
 *
 * @param argument index of the argument, from 0
 * @param way to the part of it that is used, outermost first: names of properties or keys, {@code
 *     [*]} for elements
 * @param type of that part, {@link JavaType#UNKNOWN} where it does not say
 * @param expression as it is written
 * @param before the text directly before it
 * @param after the text directly behind it
 */
public record Substitution(
    int argument,
    List<String> way,
    JavaType type,
    Location place,
    String expression,
    String before,
    String after) {

  /** The step to the elements of a collection or array. */
  public static final String ELEMENT = "[*]";

  public Substitution {
    way = List.copyOf(way);
    Objects.requireNonNull(type);
    Objects.requireNonNull(place);
  }
}
