package app;

import java.io.IOException;
import java.io.PrintWriter;
import java.text.MessageFormat;
import java.util.Formatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Formats {
  private static final Map<String, String> FORMATS = Map.of("short", "%s", "long", "%s: %d");
  private static final Set<String> ALLOWED = Set.of("%s", "%S");

  enum Unit {
    CM,
    INCH
  }

  @GetMapping("/whole")
  void whole(@RequestParam String format) { // step: format-string-injection 1
    // want: format-string-injection "parameter format reaches String.format as a format string"
    String text = String.format(format, 1); // step: format-string-injection 2
    text.strip();
  }

  @GetMapping("/locale")
  void locale(@RequestParam String name) {
    String.format(Locale.ROOT, "Hello " + name + " at %s", "noon"); // want: format-string-injection "String.format"
  }

  @GetMapping("/formatted")
  void formatted(@RequestParam String name) {
    ("Hello " + name + " at %s").formatted("noon"); // want: format-string-injection "String.formatted"
  }

  @GetMapping("/printf")
  void printf(HttpServletRequest request) {
    System.out.printf(request.getHeader("X-Format"), 1); // want: format-string-injection "printf"
  }

  @GetMapping("/formatter")
  void formatter(@RequestParam String format) {
    new Formatter().format(format, 1); // want: format-string-injection "Formatter.format"
  }

  @GetMapping("/message")
  void message(@RequestParam String pattern) {
    MessageFormat.format(pattern, 1); // want: format-string-injection "MessageFormat.format"
  }

  // ---- safe ones

  @GetMapping("/argument")
  void argument(@RequestParam String name, HttpServletResponse response) throws IOException {
    PrintWriter out = response.getWriter();
    response.setContentType("text/plain");
    out.printf("Hello %s", name);
    String.format("Hello %s", name);
    "Hello %s".formatted(name);
    MessageFormat.format("Hello {0}", name);
  }

  @GetMapping("/width")
  void width(@RequestParam int width, @RequestParam Unit unit) {
    String.format("%" + width + "s " + unit, "x");
  }

  @GetMapping("/mapped")
  void mapped(@RequestParam String kind) {
    String.format(FORMATS.getOrDefault(kind, "%s"), 1);
  }

  @GetMapping("/allowed")
  void allowed(@RequestParam String format) {
    if (ALLOWED.contains(format)) {
      String.format(format, 1);
    }
  }

  @GetMapping("/doubled")
  void doubled(@RequestParam String name) {
    String.format("Hello " + name.replace("%", "%%") + " at %s", "noon"); // noise: format-string-injection doubled per cent signs are not seen
  }
}
