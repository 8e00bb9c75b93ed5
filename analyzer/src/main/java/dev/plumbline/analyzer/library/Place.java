package dev.plumbline.analyzer.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place of a call where a value goes in or comes out. Written in the library data as
 *
 * <pre>
 * 0  1  2         an argument, counted from the left from 0
 * 1+              the arguments from there on, the elements of varargs among them
 * every           all arguments: 0+
 * last            the last argument
 * receiver        what stands before the dot; for a constructor the new object
 * result          what the call gives
 * 0/1             the second parameter of the function that is the first argument
 * 0/result        what that function gives
 * receiver/0      the same of a function that is called
 * result.element  an element of a collection, array, stream, Optional or publisher
 * receiver.key    a key of a map
 * receiver.value  a value of a map, by the key of the model if it names one
 * result.fields   the fields of an object, and theirs
 * </pre>
 *
 * Parts may follow one another: {@code result.value.element}.
 *
 * @param index of the argument; for the other bases 0
 * @param function which end of the function at the base is meant, if one is
 * @param parts the way from there into the value, outermost first
 */
public record Place(Base base, int index, Optional<FunctionEnd> function, List<Part> parts) {

  /** Where the way begins. */
  public enum Base {
    ARGUMENT,
    /** The arguments from {@code index} on. */
    FROM,
    LAST,
    RECEIVER,
    RESULT
  }

  /** A step into a value. */
  public enum Part {
    ELEMENT,
    KEY,
    VALUE,
    FIELDS
  }

  /**
   * An end of a function that is passed or called.
   *
   * @param parameter from 0; {@link #RESULT} for what the function gives
   */
  public record FunctionEnd(int parameter) {
    public static final int RESULT = -1;
  }

  /** The whole result of the call. */
  public static final Place RESULT = new Place(Base.RESULT, 0, Optional.empty(), List.of());

  private static final Pattern FORM =
      Pattern.compile(
          "(?<base>\\d{1,2}|result|receiver|every|last)(?<rest>\\+)?"
              + "(?:/(?<end>\\d|result))?(?<parts>(?:\\.(?:element|key|value|fields))*)");

  public Place {
    Objects.requireNonNull(base);
    Objects.requireNonNull(function);
    parts = List.copyOf(parts);
  }

  /** The place of that argument as a whole. */
  public static Place argument(int index) {
    return new Place(Base.ARGUMENT, index, Optional.empty(), List.of());
  }

  /** Reads the form above; empty when the text has another. */
  static Optional<Place> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String word = form.group("base");
    boolean number = Character.isDigit(word.charAt(0));
    if (form.group("rest") != null && !number) {
      return Optional.empty();
    }
    Base base =
        switch (word) {
          case "result" -> Base.RESULT;
          case "receiver" -> Base.RECEIVER;
          case "every" -> Base.FROM;
          case "last" -> Base.LAST;
          default -> form.group("rest") == null ? Base.ARGUMENT : Base.FROM;
        };
    List<Part> parts = new ArrayList<>();
    for (String part : form.group("parts").split("\\.")) {
      if (!part.isEmpty()) {
        parts.add(Part.valueOf(part.toUpperCase(Locale.ROOT)));
      }
    }
    return Optional.of(
        new Place(
            base,
            number ? Integer.parseInt(word) : 0,
            Optional.ofNullable(form.group("end")).map(Place::end),
            parts));
  }

  private static FunctionEnd end(String text) {
    return new FunctionEnd(text.equals("result") ? FunctionEnd.RESULT : Integer.parseInt(text));
  }

  /** Whether the argument of that index is meant, as a whole or in part. */
  public boolean isArgument(int argument, int arguments) {
    return argument < arguments
        && switch (base) {
          case ARGUMENT -> index == argument;
          case FROM -> index <= argument;
          case LAST -> argument == arguments - 1;
          case RECEIVER, RESULT -> false;
        };
  }

  /** As the library data write it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    switch (base) {
      case ARGUMENT -> text.append(index);
      case FROM -> text.append(index == 0 ? "every" : index + "+");
      default -> text.append(base.name().toLowerCase(Locale.ROOT));
    }
    function.ifPresent(
        end ->
            text.append('/')
                .append(end.parameter() == FunctionEnd.RESULT ? "result" : end.parameter()));
    parts.forEach(part -> text.append('.').append(part.name().toLowerCase(Locale.ROOT)));
    return text.toString();
  }
}
