package app;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

@Controller
class Spring {
  @GetMapping("/view")
  String view(@RequestParam String next) {
    // want: open-redirect "parameter next is returned by Spring.view and chooses where"
    return "redirect:" + next;
  }

  @GetMapping("/view/slash")
  String slash(@RequestParam String next) {
    return "redirect:/" + next; // want: open-redirect "chooses where the browser goes"
  }

  @GetMapping("/view/host")
  String host(@RequestParam String next) {
    return "redirect:https://www.example.org" + next; // want: open-redirect "chooses where"
  }

  @GetMapping("/model")
  ModelAndView model(@RequestParam String next) {
    return new ModelAndView("redirect:" + next); // want: open-redirect "chooses where"
  }

  @GetMapping("/model/set")
  ModelAndView modelSet(@RequestParam String next) {
    ModelAndView model = new ModelAndView();
    model.setViewName("redirect:" + next); // want: open-redirect "setViewName"
    return model;
  }

  @GetMapping("/redirectView")
  RedirectView redirectView(@RequestParam String next) {
    return new RedirectView(next); // want: open-redirect "new RedirectView"
  }

  @GetMapping("/redirectView/set")
  RedirectView redirectViewSet(@RequestParam String next) {
    RedirectView view = new RedirectView();
    view.setUrl(next); // want: open-redirect "setUrl"
    return view;
  }

  @GetMapping("/entity")
  ResponseEntity<Void> entity(@RequestParam String next) {
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(URI.create(next)) // want: open-redirect "location"
        .build();
  }

  @GetMapping("/headers")
  ResponseEntity<Void> headers(@RequestParam String next) {
    HttpHeaders headers = new HttpHeaders();
    headers.setLocation(URI.create(next)); // want: open-redirect "setLocation"
    return new ResponseEntity<>(headers, HttpStatus.FOUND);
  }

  @PostMapping("/created")
  ResponseEntity<Void> created(@RequestParam String name) {
    return ResponseEntity.created(URI.create(name)).build();
  }

  @GetMapping("/path/{id}")
  String path(@PathVariable String id) {
    return "redirect:/orders/" + id;
  }

  @GetMapping("/query")
  String query(@RequestParam String q) {
    return "redirect:/search?q=" + q;
  }

  @GetMapping("/plain")
  String plain(@RequestParam String q) {
    return "redirect:/home";
  }

  @GetMapping("/relative/{id}")
  RedirectView relative(@PathVariable String id) {
    return new RedirectView("/orders/" + id);
  }

  @GetMapping("/name")
  String viewName(@RequestParam String kind) {
    return "list-" + kind;
  }

  @GetMapping("/body")
  @ResponseBody
  String body(@RequestParam String next) {
    return "redirect:" + next;
  }

  @GetMapping("/number/{id}")
  String number(@PathVariable long id) {
    return "redirect:/" + id;
  }
}
