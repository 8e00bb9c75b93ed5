package unresolved;

import com.example.db.Db;
import javax.servlet.http.HttpServletRequest;

/** Whether this is a database, nobody can tell from here. */
class Unknown {
  private final Db db;

  Unknown(Db db) {
    this.db = db;
  }

  void run(HttpServletRequest request) {
    db.execute("select * from users where name = '" + request.getParameter("name") + "'");
  }
}
