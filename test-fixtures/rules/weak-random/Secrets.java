package app;

import cn.hutool.core.util.RandomUtil;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.lang3.RandomStringUtils;

class Secrets {
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final SecureRandom SECURE = new SecureRandom();
  private final Random random = new Random();
  private String resetToken;

  String variable() {
    String token = Long.toHexString(new Random().nextLong()); // want: weak-random "Random.nextLong can be predicted, and what it gives is the secret token"
    return token;
  }

  void field() {
    this.resetToken = "" + random.nextInt(); // want: weak-random "is the secret resetToken"
  }

  String otp() {
    return String.format("%06d", ThreadLocalRandom.current().nextInt(1_000_000)); // want: weak-random "is given back by Secrets.otp"
  }

  String password() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      text.append(ALPHABET.charAt((int) (Math.random() * ALPHABET.length()))); // want: weak-random "Math.random"
    }
    return text.toString();
  }

  void salt() {
    byte[] salt = new byte[16];
    random.nextBytes(salt); // want: weak-random "is the secret salt"
  }

  void argument(User user) {
    user.setPassword(RandomUtil.randomString(8)); // want: weak-random "is handed to User.setPassword"
    user.setNickname(RandomUtil.randomString(8));
  }

  void session(HttpServletRequest request) {
    request.getSession().setAttribute("captcha", random.nextInt(10_000)); // want: weak-random "is handed to HttpSession.setAttribute"
  }

  void helper(User user) {
    user.setVerifyCode(digits(6));
  }

  private static String digits(int length) {
    // Told where it is made, for all who call it.
    return RandomStringUtils.randomNumeric(length); // want: weak-random "is handed to User.setVerifyCode"
  }

  void secure(User user) {
    String token = Long.toHexString(SECURE.nextLong());
    String id = UUID.randomUUID().toString();
    byte[] salt = new byte[16];
    SECURE.nextBytes(salt);
    Random declaredWide = new SecureRandom();
    String otp = "" + declaredWide.nextInt(1_000_000);
    user.setPassword(token + id + otp);
  }

  long harmless(List<String> servers, long tokenDelay) {
    String server = servers.get(random.nextInt(servers.size()));
    long jitter = ThreadLocalRandom.current().nextLong(100);
    int tokenCount = random.nextInt(3);
    long sessionTimeout = 1000 + random.nextInt(100);
    return server.length() + jitter + tokenCount + sessionTimeout + tokenDelay;
  }

  void sleep() throws InterruptedException {
    Thread.sleep(random.nextInt(100));
  }
}

class User {
  void setPassword(String password) {}

  void setVerifyCode(String code) {}

  void setNickname(String nickname) {}
}
