package app.tokens;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.SigningKeyResolverAdapter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The key is looked up by what the token says, before anyone has verified the token. */
class KeyLookup extends SigningKeyResolverAdapter {
  private final Connection connection;

  KeyLookup(Connection connection) {
    this.connection = connection;
  }

  @Override
  public byte[] resolveSigningKeyBytes(JwsHeader header, Claims claims) {
    String id = (String) header.get("kid");
    try {
      String sql = "SELECT secret FROM signing_keys WHERE id = '" + id + "'";
      ResultSet found = connection.createStatement().executeQuery(sql); // want: sql-injection "between quotation marks"
      PreparedStatement other =
          connection.prepareStatement("SELECT secret FROM signing_keys WHERE id = ?");
      other.setString(1, header.getKeyId());
      return found.next() ? found.getBytes(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
