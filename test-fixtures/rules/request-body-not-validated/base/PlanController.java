package app.web;

import app.base.*;
import jakarta.validation.constraints.NotBlank;
import lombok.Data;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Data
class Plan {
  @NotBlank private String name;
}

record Tag(String text) {}

@RestController
@RequestMapping("/plans")
class PlanController extends Middle<Plan> {}

@RestController
@RequestMapping("/tags")
class TagController extends Base<Tag> {}

abstract class Middle<E> extends Base<E> {}
