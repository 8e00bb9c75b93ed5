package com.acme.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Constraints {

  static final String TAGS = "((\\w+\\.?)+,?)+";

  record Article(
      @Pattern(regexp = TAGS) String tags, // want: redos "takes in @Pattern"
      @Pattern(regexp = "[a-z]+(,[a-z]+)*") String names,
      List<@Pattern(regexp = "(([a-z]+\\.?)+,?)+!") String> all) {} // want: redos "@Pattern"

  // want: redos "takes in @Email"
  @Email(regexp = "(([a-z]+\\.?)+-?)+@example\\.com")
  String address;

  @Pattern(regexp = "((A|a)+-?)+!", flags = Pattern.Flag.CASE_INSENSITIVE) // want: redos "again and again"
  String loud;

  @GetMapping("/files/{name:(?:(?:[a-z]+\\.?)+/?)+}") // want: redos "takes in @GetMapping"
  String file(@PathVariable String name) {
    return name;
  }

  @GetMapping("/files/{id:\\d{1,9}}/{part:[a-z]+}")
  String part(@PathVariable String id, @RequestParam @Pattern.List({}) String part) {
    return id + part;
  }
}
