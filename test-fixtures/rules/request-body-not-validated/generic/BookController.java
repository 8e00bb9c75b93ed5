package web;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/books")
public class BookController extends CrudController<Book, Long> {

  @Override
  public Book extra(Book body) { // want: request-body-not-validated "parameter body of BookController.extra"
    return body;
  }
}
