package web;

public class Tag {
  private String title;
}
