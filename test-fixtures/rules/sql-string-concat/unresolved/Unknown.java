import com.example.gone.Database;
import com.example.gone.Query;

class Unknown {
  private Database database;

  Object query(String name) {
    return database.executeQuery("select * from users where name = '" + name + "'");
  }

  Object http(Query query, String path) {
    return query.execute("DELETE " + path);
  }

  void delete(java.net.http.HttpRequest.Builder request, String name) {
    request.method("DELETE " + name, null);
  }
}
