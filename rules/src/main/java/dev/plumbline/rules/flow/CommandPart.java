package dev.plumbline.rules.flow;

import dev.plumbline.analyzer.taint.Strand;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a part of a command is to the operating system, told by what stands before it. */
public enum CommandPart {
  /** Text that a shell or another interpreter reads as its language. */
  CODE,
  /** The program that is started, or its folder. */
  PROGRAM,
  /** Behind a fixed program in a line that is split at blanks: further arguments can be added. */
  WORDS,
  /** An argument of its own behind a fixed program: {@code -x} would be an option. */
  OPTION,
  /** Text of an argument that a constant begins, or that cannot be an option for its place. */
  VALUE;

  private static final String ELEMENT = "\0";

  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "ksh", "zsh", "csh", "tcsh", "fish", "su", "runuser");

  private static final Set<String> POWERSHELLS = Set.of("powershell", "pwsh");

  /** Start the program that stands behind their own options. */
  private static final Set<String> STARTERS =
      Set.of("env", "sudo", "doas", "nohup", "nice", "setsid", "time", "timeout", "xargs", "exec");

  /** Begin with code, if no option says otherwise. */
  private static final Set<String> CODE_FIRST = Set.of("awk", "gawk", "mawk", "sed");

  /** Options behind which an interpreter takes code, by its name without a version. */
  private static final Map<String, Set<String>> CODE_OPTIONS =
      Map.ofEntries(
          Map.entry("python", Set.of("-c")),
          Map.entry("perl", Set.of("-e", "-E", "-ne", "-pe")),
          Map.entry("ruby", Set.of("-e")),
          Map.entry("node", Set.of("-e", "-p", "--eval", "--print")),
          Map.entry("php", Set.of("-r")),
          Map.entry("lua", Set.of("-e")),
          Map.entry("groovy", Set.of("-e")),
          Map.entry("osascript", Set.of("-e")),
          Map.entry("psql", Set.of("-c", "--command")),
          Map.entry("mysql", Set.of("-e", "--execute")),
          Map.entry("mongo", Set.of("--eval")),
          Map.entry("mongosh", Set.of("--eval")),
          Map.entry("sed", Set.of("-e", "--expression")));

  private static final Pattern SHELL_CODE = Pattern.compile("-[a-zA-Z]*c[a-zA-Z]*|--command");

  private static final Pattern SETTING = Pattern.compile("-.*|\\w+=.*|\\d+[smhd]?");

  private static final Pattern VERSION = Pattern.compile("[-.\\d]+$");

  /**
   * @param given the words that were handed over before as arguments of their own; empty text for
   *     one that is not known
   * @param line whether a text is split into words at its blanks
   */
  public static CommandPart of(Strand strand, List<String> given, boolean line) {
    String before =
        given.isEmpty() ? strand.before() : String.join(ELEMENT, given) + ELEMENT + strand.before();
    boolean words = line && !before.contains(ELEMENT);
    List<String> all =
        List.of((words ? before.stripLeading() : before).split(words ? "\\s+" : ELEMENT, -1));
    if (all.size() == 1) {
      // Directly behind something unknown stands a word, or a list with anything in it.
      return strand.first() ? PROGRAM : words ? WORDS : argument(List.of(""), before);
    }
    boolean known = strand.first() || !given.isEmpty();
    List<String> complete = all.subList(known ? 0 : 1, all.size() - 1);
    for (int i = 0; i < complete.size(); i++) {
      CommandPart part = behind(program(complete.get(i)), complete.subList(i + 1, complete.size()));
      if (part != null) {
        return part == VALUE && words ? CODE : part;
      }
    }
    String begun = all.get(all.size() - 1);
    if (!known && begun.contains(" ")) {
      // Several words in one, behind a program that differs from way to way: it is a shell.
      return CODE;
    }
    return words ? WORDS : argument(complete, begun);
  }

  /** The name of a program without folder, ending and version. */
  private static String program(String word) {
    String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "");
    return VERSION.matcher(plain).replaceFirst("");
  }

  /**
   * What the part is to a program that runs what it is given; {@code null} for other programs.
   *
   * @param between the words between the program and the part
   */
  private static CommandPart behind(String program, List<String> between) {
    if (program.equals("cmd")) {
      return between.stream().anyMatch(each -> each.matches("(?i)/[ck].*")) ? CODE : null;
    }
    if (POWERSHELLS.contains(program)) {
      return between.stream().anyMatch(each -> each.matches("(?i)-f(ile)?")) ? null : CODE;
    }
    if (SHELLS.contains(program)) {
      return behindShell(between);
    }
    if (program.equals("ssh")) {
      // The words behind the host are put together for the shell of the other machine.
      return between.stream().anyMatch(each -> !each.startsWith("-")) ? CODE : null;
    }
    boolean settingsOnly = between.stream().allMatch(each -> SETTING.matcher(each).matches());
    if (STARTERS.contains(program) && settingsOnly) {
      return PROGRAM;
    }
    if (CODE_FIRST.contains(program) && between.stream().allMatch(each -> each.startsWith("-"))) {
      return CODE;
    }
    String last = between.isEmpty() ? "" : between.get(between.size() - 1);
    return CODE_OPTIONS.getOrDefault(program, Set.of()).contains(last) ? CODE : null;
  }

  private static CommandPart behindShell(List<String> between) {
    for (int i = 0; i < between.size(); i++) {
      if (SHELL_CODE.matcher(between.get(i)).matches()) {
        // Behind the code come the values of $0, $1 …, which nobody reads as code.
        return i == between.size() - 1 ? CODE : VALUE;
      }
    }
    return null;
  }

  private static CommandPart argument(List<String> complete, String begun) {
    if (!begun.isEmpty()) {
      return begun.equals("-") ? OPTION : VALUE;
    }
    String previous = complete.isEmpty() ? "" : complete.get(complete.size() - 1);
    boolean valueOf = previous.startsWith("--") && previous.length() > 2 && !previous.contains("=");
    return valueOf || complete.contains("--") ? VALUE : OPTION;
  }
}
