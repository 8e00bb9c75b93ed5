package app;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/named", produces = MediaType.APPLICATION_JSON_VALUE)
class Named {
  @GetMapping("/class")
  String ofTheClass(@RequestParam String name) {
    return "\"" + name + "\"";
  }

  @GetMapping(path = "/method", produces = MediaType.TEXT_HTML_VALUE)
  String ofTheMethod(@RequestParam String name) {
    return name; // want: xss "as HTML"
  }
}
