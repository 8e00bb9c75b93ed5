package web;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/tags")
public class TagController extends CrudController<Tag, Long> {

  @Override
  public Tag extra(Tag body) {
    return body;
  }
}
