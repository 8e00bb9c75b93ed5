package app;

record Card(String title, String text) {
  static final class Builder {
    private String title;
    private String text;

    Builder title(String title) {
      this.title = title;
      return this;
    }

    Builder text(String text) {
      this.text = text;
      return this;
    }

    Card build() {
      return new Card(title, text);
    }
  }
}
