package marks;

import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The project's own marks with the names of a library's. */
@interface Document {}

@interface Table {
  String value();
}

@interface Singleton {}

@interface Aspect {}

@interface Around {
  String value();
}

@interface Checked {}

@Document
class Sheet {
  @NotBlank String title;
}

class Leaf {
  @NotBlank String title;
}

@Table("of contents")
class Contents {
  @NotBlank String title;
}

/** No container stands before it. */
@Singleton
class Sheets {
  void add(@Valid Leaf leaf) {}
}

/** Nothing weaves it. */
@Aspect
class Checking {
  private Validator validator;

  @Around("@annotation(marks.Checked)")
  void check(Leaf leaf) {
    validator.validate(leaf);
  }
}

@RestController
class SheetController {
  private Sheets sheets;

  @PostMapping("/sheets/list")
  void listSheets(@RequestBody Sheet sheet) {} // want: request-body-not-validated "Sheet has constraints (title)"

  @PostMapping("/contents/list")
  void listContents(@RequestBody Contents contents) {} // want: request-body-not-validated "Contents has constraints (title)"

  @PostMapping("/leaves")
  void add(@RequestBody Leaf leaf) { // want: request-body-not-validated "parameter leaf of SheetController.add"
    sheets.add(leaf);
  }

  @Checked
  @PostMapping("/leaves/checked")
  void addChecked(@RequestBody Leaf leaf) { // want: request-body-not-validated "parameter leaf of SheetController.addChecked"
    System.out.println(leaf.title);
  }
}
