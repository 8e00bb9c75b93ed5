package app;

import com.github.jknack.handlebars.Handlebars;
import freemarker.cache.StringTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.Template;
import groovy.text.SimpleTemplateEngine;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.Velocity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

@Controller
class Templates {
  private static final Map<String, String> PAGES = Map.of("start", "pages/start");
  private static final Set<String> LANGUAGES = Set.of("de", "en");

  private final Configuration freemarker;
  private final TemplateEngine thymeleaf;

  Templates(Configuration freemarker, TemplateEngine thymeleaf) {
    this.freemarker = freemarker;
    this.thymeleaf = thymeleaf;
  }

  record Letter(String subject, String text) {}

  enum Theme {
    DARK,
    LIGHT
  }

  @PostMapping("/velocity")
  @ResponseBody
  String velocity(@RequestBody Letter letter) {
    StringWriter out = new StringWriter();
    Velocity.evaluate(new VelocityContext(), out, "letter", letter.text()); // want: template-injection "Velocity.evaluate as the source of a template"
    return "done";
  }

  @PostMapping("/freemarker")
  @ResponseBody
  void freemarker(@RequestParam String text) throws IOException { // step: template-injection 1
    // want: template-injection "parameter text reaches new Template as the source of a template"
    new Template("letter", new StringReader("Dear " + text), freemarker); // step: template-injection 2
  }

  @PostMapping("/loader")
  @ResponseBody
  void loader(@RequestParam String text) {
    StringTemplateLoader loader = new StringTemplateLoader();
    loader.putTemplate("letter", text); // want: template-injection "putTemplate as the source"
    freemarker.setTemplateLoader(loader);
  }

  @PostMapping("/handlebars")
  @ResponseBody
  void handlebars(@RequestParam String text) throws IOException {
    new Handlebars().compileInline(text); // want: template-injection "compileInline as the source"
  }

  @PostMapping("/groovy")
  @ResponseBody
  void groovy(@RequestParam String text) throws Exception {
    new SimpleTemplateEngine().createTemplate(text); // want: template-injection "createTemplate as the source"
  }

  @GetMapping("/thymeleaf")
  @ResponseBody
  String thymeleaf(@RequestParam String name) {
    return thymeleaf.process(name, new Context()); // want: template-injection "and chooses a template"
  }

  @GetMapping("/view")
  String view(@RequestParam String language) {
    return "pages/" + language + "/welcome"; // want: template-injection "as part of a view's name"
  }

  @GetMapping("/model-and-view/{name}")
  ModelAndView modelAndView(@PathVariable String name) {
    return new ModelAndView("pages/" + name); // want: template-injection "as part of a view's name"
  }

  // ---- safe ones

  @PostMapping("/shown")
  @ResponseBody
  String shown(@RequestBody Letter letter) {
    VelocityContext model = new VelocityContext();
    model.put("text", letter.text());
    StringWriter out = new StringWriter();
    Velocity.evaluate(model, out, letter.subject(), "Dear reader, $text");
    return "done";
  }

  @GetMapping("/thymeleaf-model")
  @ResponseBody
  String thymeleafModel(@RequestParam String name) {
    Context context = new Context();
    context.setVariable("name", name);
    return thymeleaf.process("letter", context);
  }

  @GetMapping("/model")
  String model(@RequestParam String name, Model model) {
    model.addAttribute("name", name);
    return "pages/welcome";
  }

  @GetMapping("/body")
  @ResponseBody
  String body(@RequestParam String language) {
    return language;
  }

  @GetMapping("/checked")
  String checked(@RequestParam String language) {
    if (!LANGUAGES.contains(language)) {
      return "pages/en/welcome";
    }
    return "pages/" + language + "/welcome";
  }

  @GetMapping("/mapped")
  String mapped(@RequestParam String page) {
    return PAGES.getOrDefault(page, "pages/none");
  }

  @GetMapping("/switched")
  String switched(@RequestParam String language) {
    return switch (language) {
      case "de" -> "pages/de/welcome";
      default -> "pages/en/welcome";
    };
  }

  @GetMapping("/enum/{id}")
  String chosen(@RequestParam Theme theme, @PathVariable int id) {
    return "pages/" + theme + "/" + id;
  }

  @GetMapping("/redirect")
  String redirect(@RequestParam String page) {
    return "redirect:/pages?name=" + page;
  }
}
