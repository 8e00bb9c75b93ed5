package app;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

@Controller
class Spring {

  record Person(String name) {}

  enum Color {
    RED
  }

  @GetMapping("/hello")
  @ResponseBody
  String hello(@RequestParam String name) {
    return "Hello " + name; // want: xss "parameter name is returned by Spring.hello as HTML"
  }

  @GetMapping(path = "/page", produces = "text/html")
  @ResponseBody
  String page(@RequestParam String name) {
    return "<p>" + name + "</p>"; // want: xss "as HTML"
  }

  @GetMapping("/entity")
  ResponseEntity<String> entity(@RequestParam String name) {
    return ResponseEntity.ok("Hello " + name); // want: xss "as HTML"
  }

  @GetMapping("/missing/{name}")
  ResponseEntity<String> missing(@PathVariable String name) {
    return new ResponseEntity<>("no " + name, HttpStatus.NOT_FOUND); // want: xss "as HTML"
  }

  @PostMapping("/body")
  @ResponseBody
  String body(@RequestBody Person person) {
    return "Hello " + person.name(); // want: xss "as HTML"
  }

  @GetMapping("/html")
  ResponseEntity<String> html(@RequestParam String name) {
    return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(name); // want: xss "as HTML"
  }

  @GetMapping("/view")
  String view(@RequestParam String name) {
    return "hello";
  }

  @GetMapping(value = "/json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String json(@RequestParam String name) {
    return "{\"name\": \"" + name + "\"}";
  }

  @GetMapping(value = "/plain", produces = "text/plain;charset=UTF-8")
  @ResponseBody
  String plain(@RequestParam String name) {
    return name;
  }

  @GetMapping("/object")
  @ResponseBody
  Person object(@RequestParam String name) {
    return new Person(name);
  }

  @GetMapping("/map")
  @ResponseBody
  Map<String, String> map(@RequestParam String name) {
    return Map.of("name", name);
  }

  @GetMapping("/list")
  @ResponseBody
  List<String> list(@RequestParam String name) {
    return List.of(name);
  }

  @GetMapping("/entity/object")
  ResponseEntity<Person> entityObject(@RequestParam String name) {
    return ResponseEntity.ok(new Person(name));
  }

  @GetMapping("/entity/json")
  ResponseEntity<String> entityJson(@RequestParam String name) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(name);
  }

  @GetMapping("/escaped")
  @ResponseBody
  String escaped(@RequestParam String name) {
    return "Hello " + HtmlUtils.htmlEscape(name);
  }

  @GetMapping("/number")
  @ResponseBody
  String number(@RequestParam long id, @RequestParam Color color) {
    return "number " + id + color;
  }

  @GetMapping("/unused")
  @ResponseBody
  String unused(@RequestParam String name) {
    return name.isEmpty() ? "empty" : "full";
  }
}
