package web;

import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

@RequestMapping(method = RequestMethod.POST, consumes = "application/json")
public @interface PostJson {
  @AliasFor(annotation = RequestMapping.class, attribute = "path")
  String[] value() default {};
}
