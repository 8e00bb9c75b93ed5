package news;

import news.dto.Article.Draft;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;

@Controller
@RequestMapping("/drafts")
class DraftController {

  @PostMapping
  @ResponseBody
  String save(@RequestBody Draft draft) { // want: request-body-not-validated "Article.Draft has constraints (title)"
    return "ok";
  }

  @DeleteMapping("/{id}")
  void delete(@PathVariable long id) {}
}
