package dev.plumbline.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a word that names a constant, in any case. Picocli's own converter lists the constants as
 * they are called in the code.
 *
 * @param <E> whose {@code toString} is the word
 */
final class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {

  private final E[] constants;

  WordConverter(Class<E> type) {
    this.constants = type.getEnumConstants();
  }

  @Override
  public E convert(String value) {
    return Arrays.stream(constants)
        .filter(each -> each.toString().equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + value
                        + "' is none of "
                        + Arrays.stream(constants)
                            .map(Enum::toString)
                            .collect(Collectors.joining(", "))));
  }
}
