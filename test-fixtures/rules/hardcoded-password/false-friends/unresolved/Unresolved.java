package other;

import com.acme.paint.PasswordAuthentication;
import com.acme.paint.brushes.*;

/** The names of a library's types, which are not here and come from elsewhere. */
class Unresolved {
  Object draw() {
    new PasswordAuthentication("ready", "Bl4ckAndWh1te!".toCharArray());
    new UsernamePasswordCredentials("ready", "Bl4ckAndWh1te!");
    return DriverManager.getConnection("a line", "from here", "t0Th3re!now");
  }
}
