package app;

public interface Tables {
  String SCHEMA = "app";
  String REPORTS = SCHEMA + ".reports";
}
