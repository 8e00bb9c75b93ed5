package app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Expressions {
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Map<String, String> PATTERNS = Map.of("digits", "\\d+");
  private static final Set<String> SEPARATORS = Set.of(",", ";");

  private final List<String> names = List.of("ann", "bob");

  enum Kind {
    A,
    B
  }

  @GetMapping("/compile")
  boolean compile(@RequestParam String expression) { // step: regex-injection 1
    // want: regex-injection "parameter expression reaches Pattern.compile as a regular expression"
    return Pattern.compile(expression).matcher("x").find(); // step: regex-injection 2
  }

  @GetMapping("/flags")
  boolean flags(@RequestParam String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher("x").find(); // want: regex-injection "Pattern.compile"
  }

  @GetMapping("/search")
  List<String> search(@RequestParam String text) {
    return names.stream()
        .filter(name -> name.matches(".*" + text + ".*")) // want: regex-injection "String.matches"
        .collect(Collectors.toList());
  }

  @GetMapping("/replace")
  String replace(HttpServletRequest request) {
    return names.get(0).replaceAll(request.getParameter("what"), "-"); // want: regex-injection "replaceAll"
  }

  @GetMapping("/split")
  String[] split(@RequestParam String separator) {
    return names.get(0).split(separator); // want: regex-injection "String.split"
  }

  // ---- safe ones

  @GetMapping("/quoted")
  boolean quoted(@RequestParam String text) {
    return Pattern.compile(".*" + Pattern.quote(text) + ".*").matcher("x").find();
  }

  @GetMapping("/literal")
  boolean literal(@RequestParam String text) {
    return Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE).matcher("x").find();
  }

  @GetMapping("/input")
  boolean input(@RequestParam String text) {
    return WORD.matcher(text).matches()
        && text.matches("[a-z]+")
        && text.replaceAll("[^a-z]", "").length() > 1
        && text.split(",").length > 1;
  }

  @GetMapping("/replacement")
  String replacement(@RequestParam String text) {
    return "name: $".replace("$", text);
  }

  @GetMapping("/mapped")
  boolean mapped(@RequestParam String kind) {
    return "x".matches(PATTERNS.getOrDefault(kind, ".*"));
  }

  @GetMapping("/allowed")
  String[] allowed(@RequestParam String separator) {
    return SEPARATORS.contains(separator) ? names.get(0).split(separator) : new String[0];
  }

  @GetMapping("/number")
  boolean number(@RequestParam int count, @RequestParam Kind kind) {
    return "x".matches("[a-z]{" + count + "}" + kind);
  }

  @GetMapping("/database")
  Criteria database(@RequestParam String text) {
    return Criteria.where("name").regex(text);
  }
}
