package dev.plumbline.analyzer.program;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The singular that Lombok finds for the plural name of a {@code @Singular} property. */
final class Singulars {

  /**
   * Ending and what replaces it, the first that fits. A capital stands for a whole word of the
   * camel-case name, an exclamation mark for "nobody knows".
   */
  private static final List<String[]> ENDINGS = new java.util.ArrayList<>();

  static {
    rules("quizzes quiz matrices matrix indices index vertices vertex statuses status");
    rules("aliases alias alias ! species ! Axes ! axes axe sexes sex Testes testis movies movie");
    rules("octopodes octopus buses bus Mice mouse Lice louse News ! Men man Women woman");
    rules("minutiae minutia shoes shoe synopses synopsis prognoses prognosis theses thesis");
    rules("diagnoses diagnosis bases base analyses analysis Crises crisis children child");
    rules("moves move zombies zombie quies quy us ! is ! series ! ies y oes o hives hive");
    rules("tives tive sses ss ches ch xes x shes sh lves lf rves rf saves save Leaves leaf");
    rules("ves ! ss ! us ! s -");
  }

  private Singulars() {}

  private static void rules(String pairs) {
    String[] words = pairs.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      ENDINGS.add(new String[] {words[i], words[i + 1]});
    }
  }

  /** Empty when the programmer has to give the name. */
  static Optional<String> of(String plural) {
    String lower = plural.toLowerCase(Locale.ROOT);
    for (String[] rule : ENDINGS) {
      String ending = rule[0];
      int start = plural.length() - ending.length();
      if (start < 0 || !lower.endsWith(ending.toLowerCase(Locale.ROOT))) {
        continue;
      }
      boolean isWord = Character.isUpperCase(ending.charAt(0));
      if (isWord && start > 0 && !Character.isUpperCase(plural.charAt(start))) {
        continue;
      }
      if (rule[1].equals("!")) {
        return Optional.empty();
      }
      String singular = rule[1].equals("-") ? "" : rule[1];
      if (!singular.isEmpty() && Character.isUpperCase(plural.charAt(start))) {
        singular = Character.toUpperCase(singular.charAt(0)) + singular.substring(1);
      }
      return Optional.of(plural.substring(0, start) + singular).filter(name -> !name.isEmpty());
    }
    return Optional.empty();
  }
}
