package app;

/** The project's own types with the names of a library's. */
class DriverManager {
  static String getConnection(String first, String second, String third) {
    return first + second + third;
  }
}

class UsernamePasswordCredentials {
  UsernamePasswordCredentials(String label, String colour) {}
}

class Own {
  String draw() {
    new UsernamePasswordCredentials("ready", "Bl4ckAndWh1te!");
    return DriverManager.getConnection("a line", "from here", "t0Th3re!now");
  }
}
