package news.dto;

import jakarta.validation.constraints.*;

public class Article {
  @NotBlank private String title;
  private String text;

  public static class Draft {
    @Size(max = 10) private String title;
  }
}
