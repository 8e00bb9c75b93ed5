package constants;

final class Names {
  static final String USERS = "users";
  static final String SELECT = "select * from " + USERS + " where ";

  private Names() {}
}
