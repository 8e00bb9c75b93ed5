package app.keys;

import com.auth0.jwk.Jwk;
import com.auth0.jwk.JwkProvider;
import com.auth0.jwk.JwkProviderBuilder;
import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.net.URL;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who names the place of the keys signs what he likes, and has the server call it. */
@RestController
class FetchedKeys {
  private static final String ISSUER = "https://login.example.org/";

  @PostMapping("/own")
  Jwk named(@RequestParam String token) throws Exception {
    DecodedJWT decoded = JWT.decode(token);
    String place = decoded.getHeaderClaim("jku").asString();
    JwkProvider keys = new JwkProviderBuilder(new URL(place)).build(); // want: ssrf "new JwkProviderBuilder"
    return keys.get(decoded.getKeyId());
  }

  @PostMapping("/fixed")
  Jwk fixed(@RequestParam String token) throws Exception {
    DecodedJWT decoded = JWT.decode(token);
    JwkProvider keys = new JwkProviderBuilder(new URL(ISSUER + "keys")).build();
    return keys.get(decoded.getKeyId());
  }

  @PostMapping("/issuer")
  JwtDecoder issuer(@RequestParam String issuer) {
    return JwtDecoders.fromIssuerLocation(issuer); // want: ssrf "fromIssuerLocation"
  }

  @PostMapping("/set")
  JwtDecoder set(@RequestParam String issuer) {
    if (!issuer.equals(ISSUER)) {
      return NimbusJwtDecoder.withJwkSetUri(issuer + "/keys").build(); // want: ssrf "withJwkSetUri"
    }
    return NimbusJwtDecoder.withJwkSetUri(issuer + "keys").build();
  }
}
