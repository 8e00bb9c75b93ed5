package app;

import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;
import io.jsonwebtoken.security.Keys;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import javax.crypto.KeyGenerator;

class Sizes {
  private static final int SHORT = 1024;

  void pairs(int configured) throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(1024); // want: weak-key-size "KeyPairGenerator.initialize is given 1024 bits"
    rsa.initialize(SHORT); // want: weak-key-size "1024 bits"
    rsa.initialize(512, new java.security.SecureRandom()); // want: weak-key-size "512 bits"
    rsa.initialize(2048);
    rsa.initialize(3072);
    rsa.initialize(configured);
    rsa.initialize(new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4)); // want: weak-key-size "new RSAKeyGenParameterSpec is given 1024 bits"
    rsa.initialize(new RSAKeyGenParameterSpec(4096, RSAKeyGenParameterSpec.F4));
  }

  void curves() throws Exception {
    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
    curve.initialize(256);
    curve.initialize(384);
    curve.initialize(521);
    curve.initialize(new ECGenParameterSpec("secp256r1"));
    curve.initialize(new ECGenParameterSpec("secp112r1")); // want: weak-key-size "the curve secp112r1"
    curve.initialize(new ECGenParameterSpec("prime192v1")); // want: weak-key-size "prime192v1"
    KeyPairGenerator small = KeyPairGenerator.getInstance("EC");
    small.initialize(160); // want: weak-key-size "160 bits"
  }

  void secrets() throws Exception {
    KeyGenerator aes = KeyGenerator.getInstance("AES");
    aes.init(256);
    aes.init(128);
    aes.init(64); // want: weak-key-size "64 bits"
  }

  void tokens(String secret) {
    Algorithm.HMAC256("changeit"); // want: weak-key-size "a constant key of 8 bytes, where 32 are the least"
    Algorithm.HMAC256(secret);
    Keys.hmacShaKeyFor("0123456789abcdef0123456789abcdef".getBytes());
    Keys.hmacShaKeyFor(secret.getBytes());
  }

  String signed(String user, String secret) {
    // The text is Base64: 16 characters are 12 bytes.
    String weak =
        Jwts.builder()
            .setSubject(user)
            .signWith(SignatureAlgorithm.HS256, "c2hvcHNlY3JldDEy") // want: weak-key-size "a constant key of 12 bytes"
            .compact();
    String short40 =
        Jwts.builder()
            .signWith(SignatureAlgorithm.HS256, "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5") // want: weak-key-size "a constant key of 30 bytes"
            .compact();
    String bytes =
        Jwts.builder()
            .signWith(SignatureAlgorithm.HS256, "shop-secret".getBytes()) // want: weak-key-size "a constant key of 11 bytes"
            .compact();
    Jwts.builder()
        .signWith(SignatureAlgorithm.HS256, "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
        .compact();
    Jwts.builder().signWith(SignatureAlgorithm.HS256, secret).compact();
    return weak + short40 + bytes;
  }
}
