package app.dao;

enum Status {
  OPEN("o"),
  DONE("d");

  private final String code;

  Status(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
