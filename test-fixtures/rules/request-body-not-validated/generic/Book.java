package web;

import javax.validation.constraints.NotBlank;

public class Book {
  @NotBlank private String title;
}
