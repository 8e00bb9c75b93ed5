package dev.plumbline.rules.oracle;

import dev.plumbline.rules.oracle.Interpreter.OutOfSteps;
import dev.plumbline.rules.oracle.Interpreter.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which sinks of a program an outsider's text can reach, found by running it on every kind of
 * request: for each parameter a marked text, one that begins as a guard wants, each harmless text
 * that a guard lets through, and none; and each way that the undecided conditions can go.
 *
 * <p>Every sink that is named is reached: a witness exists. The reverse holds for what one request
 * does to a fresh servlet; what only a long series of different requests can do is tried by two
 * series, each of which goes through the requests in another order.
 */
final class Oracle {

  /** No constant of a program has this character, and no operation makes it. */
  static final char MARK = '\uE000';

  /** Tells statements from notes of failed requests. */
  private static final String HEAD = Printer.sinkHead("#").split("#")[0];

  private static final String MARKED = String.valueOf(MARK).repeat(8);

  /** Longer series cost much and find nothing more. */
  private static final int SERIES = 48;

  private Oracle() {}

  /**
   * The sinks of a program by their numbers.
   *
   * @param executed those that some request executes
   * @param reached those of them that execute an outsider's text
   * @param atOnce those of them that do so in the first request of a fresh servlet; the others
   *     execute what an earlier request has left behind
   */
  record Truth(Set<Integer> executed, Set<Integer> reached, Set<Integer> atOnce) {

    /** Of a program of which nothing is known. */
    static Truth nothing() {
      return new Truth(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    private void note(String statement, boolean first) {
      if (statement.startsWith(HEAD)) {
        executed.add(sink(statement));
        if (statement.indexOf(MARK) >= 0) {
          reached.add(sink(statement));
          if (first) {
            atOnce.add(sink(statement));
          }
        }
      }
    }
  }

  /** Empty when the program does not always end soon. */
  static Optional<Truth> truth(Model model) {
    List<Request> requests = requests(model);
    Truth truth = Truth.nothing();
    try {
      for (Request request : requests) {
        new Interpreter(model).handle(request).forEach(each -> truth.note(each, true));
      }
    } catch (OutOfSteps e) {
      return Optional.empty();
    }
    for (int seed = 0; seed < 2; seed++) {
      new Interpreter(model)
          .serve(series(requests, seed))
          .forEach(executed -> executed.forEach(each -> truth.note(each, false)));
    }
    return Optional.of(truth);
  }

  private static int sink(String statement) {
    return Integer.parseInt(
        statement.substring(HEAD.length(), statement.indexOf(' ', HEAD.length())));
  }

  /**
   * Requests in an arbitrary order that the seed decides, no more than are needed, and then the
   * same again: what the last one leaves behind meets all the others.
   */
  static List<Request> series(List<Request> requests, int seed) {
    List<Request> series = new ArrayList<>(requests);
    Collections.shuffle(series, new Random(seed));
    List<Request> once = series.subList(0, Math.min(SERIES, series.size()));
    List<Request> twice = new ArrayList<>(once);
    twice.addAll(once);
    return twice;
  }

  /** All kinds of request that the program can tell apart. */
  static List<Request> requests(Model model) {
    Set<String> names = new TreeSet<>();
    int switches = 0;
    for (Node node : model.nodes().toList()) {
      if (node.kind() == Kind.SOURCE) {
        names.add(node.text());
      } else if (node.kind() == Kind.OPAQUE) {
        switches = Math.max(switches, Integer.parseInt(node.text()) + 1);
      }
    }
    List<Map<String, String>> parameters = parameters(new ArrayList<>(names), texts(model));
    List<Request> requests = new ArrayList<>();
    for (int bits = 0; bits < 1 << switches; bits++) {
      List<Boolean> values = new ArrayList<>();
      for (int i = 0; i < switches; i++) {
        values.add((bits >> i & 1) == 1);
      }
      parameters.forEach(each -> requests.add(new Request(each, values)));
    }
    return requests;
  }

  private static List<Map<String, String>> parameters(List<String> names, Set<String> texts) {
    List<Map<String, String>> all = List.of(Map.of());
    for (String name : names) {
      List<Map<String, String>> longer = new ArrayList<>(all);
      for (Map<String, String> each : all) {
        for (String text : texts) {
          Map<String, String> more = new LinkedHashMap<>(each);
          more.put(name, text);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  /** The texts that guards of the program tell apart. */
  private static Set<String> texts(Model model) {
    Set<String> texts = new TreeSet<>();
    texts.add(MARKED);
    for (Node node : model.nodes().toList()) {
      switch (node.kind()) {
        case STARTS -> texts.add(node.text() + MARKED);
        case EQUALS -> texts.add(node.text());
        case IN_SET -> texts.add(node.text().split(",")[0]);
        case MATCHES, NUMBER -> texts.add(node.text().contains("z") ? "a" : "7");
        default -> {}
      }
    }
    return texts;
  }
}
