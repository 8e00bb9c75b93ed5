package app;

import static app.config.Words.SCHEMA;

import app.config.Words;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class Database {
  Connection open(String url) throws SQLException {
    // step: hardcoded-password 2
    return DriverManager.getConnection(url, SCHEMA, Words.WORD);
  }
}
