package news;

import news.dto.Article;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.RequestBody;
import web.*;

@Api
class NewsController {

  @PostJson("/articles")
  void publish(@RequestBody Article article) {} // want: request-body-not-validated "Article has constraints (title)"

  @PostJson("/valid")
  void valid(@RequestBody @Validated Article article) {}

  @Override
  void notMapped(@RequestBody Article article) {}
}
