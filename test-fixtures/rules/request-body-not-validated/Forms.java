import javax.validation.Valid;
import javax.validation.constraints.Max;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

class SignUp {
  @NotBlank private String name;
  @Size(min = 12) private String password;
}

class Page {
  @NotNull private Integer number;
  @Max(100) private Integer size;
}

class Search {
  @Size(max = 40) private String text;
}

class Owner {
  @NotBlank private String city;
}

class Contract {
  @NotBlank private String title;
}

class Visitor {
  @NotBlank private String ip;
}

@interface CurrentVisitor {}

enum Color {
  RED
}

@Controller
class SignUpController {

  @PostMapping("/sign-up")
  String explicit(@ModelAttribute("form") SignUp form, BindingResult errors) { // want: request-body-not-validated "parameter form of SignUpController.explicit"
    return errors.hasErrors() ? "form" : "redirect:/";
  }

  @PostMapping("/sign-up-2")
  String implicit(SignUp form) { // want: request-body-not-validated "SignUp has constraints (name, password) but parameter form of SignUpController.implicit"
    return "redirect:/";
  }

  @GetMapping("/page")
  String page(Page page) { // want: request-body-not-validated "Page has constraints (number, size)"
    return "page";
  }

  @GetMapping("/search")
  String search(Search search) { // want: request-body-not-validated "Search has constraints (text)"
    return "page";
  }

  @PostMapping("/sign-up-3")
  String valid(@Valid SignUp form, BindingResult errors) {
    return "redirect:/";
  }

  /** Shows the empty form; the one that comes back is validated. */
  @GetMapping("/sign-up")
  String show(SignUp form, Model model) {
    return "form";
  }

  @ModelAttribute("owner")
  Owner owner() {
    return new Owner();
  }

  /** The owner comes from the method above. */
  @PostMapping("/visits")
  String visit(Owner owner, @Valid SignUp form) {
    return "redirect:/";
  }

  @ModelAttribute
  void contract(Model model) {
    Contract contract = new Contract();
    model.addAttribute("contract", contract);
  }

  @PostMapping("/contracts")
  String sign(@ModelAttribute("contract") Contract contract) {
    return "redirect:/";
  }

  /** Where such a value comes from is the project's own affair. */
  @PostMapping("/hello")
  String hello(@CurrentVisitor Visitor visitor, Color color) {
    return "hello";
  }
}
