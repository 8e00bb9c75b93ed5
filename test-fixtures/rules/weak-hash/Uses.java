package app;

import cn.hutool.crypto.SecureUtil;
import cn.hutool.crypto.digest.DigestUtil;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.UUID;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.DigestUtils;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;

class Accounts {
  String stored(String password) {
    DigestUtils.sha256Hex(password);
    return DigestUtils.md5Hex(password); // want: weak-hash "DigestUtils.md5Hex hashes a password with MD5"
  }

  byte[] jdk(String password) throws Exception {
    MessageDigest.getInstance("SHA-512").digest(password.getBytes());
    MessageDigest digest = MessageDigest.getInstance("MD5"); // want: weak-hash "hashes a password with MD5"
    return digest.digest(password.getBytes());
  }

  String guava(String password) {
    Hashing.sha256().hashString(password, StandardCharsets.UTF_8);
    Hashing.murmur3_128().hashString(password, StandardCharsets.UTF_8);
    return Hashing.sha1().hashString(password, StandardCharsets.UTF_8).toString(); // want: weak-hash "hashes a password with SHA-1"
  }

  String hutool(String password, String salt) {
    DigestUtil.sha256Hex(password);
    DigestUtil.md5Hex(password); // want: weak-hash "DigestUtil.md5Hex hashes a password with MD5"
    return SecureUtil.md5(password + salt); // want: weak-hash "SecureUtil.md5 hashes a password with MD5"
  }

  String spring(String password) {
    return org.springframework.util.DigestUtils.md5DigestAsHex(password.getBytes()); // want: weak-hash "hashes a password"
  }
}

class Requests {
  String signed(String text, String apiSecret) {
    return DigestUtils.md5Hex(text + apiSecret); // want: weak-hash "DigestUtils.md5Hex makes a signature with MD5"
  }

  byte[] signature() throws Exception {
    Signature.getInstance("SHA256withRSA");
    Signature.getInstance("SHA256withECDSA");
    return Signature.getInstance("SHA1withRSA").sign(); // want: weak-hash "Signature.getInstance makes a signature with SHA1withRSA"
  }

  byte[] code(byte[] message) throws Exception {
    Mac.getInstance("HmacSHA256").doFinal(message);
    Mac.getInstance("HmacSHA1").doFinal(message);
    return Mac.getInstance("HmacMD5").doFinal(message); // want: weak-hash "HmacMD5"
  }
}

class Things {
  Object nothingTells(byte[] bytes) throws Exception {
    new SHA256Digest();
    new MD5Digest(); // want: weak-hash "new MD5Digest uses MD5, for which collisions can be made"
    MessageDigest.getInstance("SHA3-256");
    MessageDigest.getInstance("SHA-224");
    return MessageDigest.getInstance("SHA-1").digest(bytes); // want: weak-hash "SHA-1"
  }
}

class Pages {
  String etag(byte[] page) {
    return DigestUtils.md5Hex(page);
  }

  String response(byte[] body, jakarta.servlet.http.HttpServletResponse response) {
    String etag = DigestUtils.md5Hex(body);
    response.setHeader("ETag", etag);
    return etag;
  }

  String cacheKey(String query) {
    return "q:" + org.springframework.util.DigestUtils.md5DigestAsHex(query.getBytes());
  }

  String file(byte[] content) throws Exception {
    String checksum = hex(MessageDigest.getInstance("MD5").digest(content));
    return checksum;
  }

  String gravatar(String email) {
    return "https://www.gravatar.com/avatar/" + DigestUtils.md5Hex(email.trim().toLowerCase());
  }

  UUID byName(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes());
  }

  int shard(String key, int shards) throws Exception {
    return MessageDigest.getInstance("MD5").digest(key.getBytes())[0] % shards;
  }

  String byAlgorithm(ChecksumAlgorithm algorithm) {
    return algorithm == ChecksumAlgorithm.MD5 ? Hashing.md5().toString() : "";
  }

  enum ChecksumAlgorithm {
    MD5
  }

  private static String hex(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
