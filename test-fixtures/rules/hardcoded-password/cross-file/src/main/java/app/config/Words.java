package app.config;

public final class Words {
  // step: hardcoded-password 1
  public static final String WORD = "wool9!"; // want: hardcoded-password "given to DriverManager.getConnection is a literal of 6 characters"
  public static final String SCHEMA = "public";
  public static final String OTHER = "unused7";

  private Words() {}
}
