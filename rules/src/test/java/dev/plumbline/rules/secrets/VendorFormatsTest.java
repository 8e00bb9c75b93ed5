package dev.plumbline.rules.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each format on tokens that are made here, at run time: a text of a vendor's form in a file would
 * be reported, and blocked, by every scanner that sees this repository.
 */
class VendorFormatsTest {

  private static final String DIGITS = "0123456789";
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String HEX = "0123456789abcdef";
  private static final String BASE62 = DIGITS + UPPER + LOWER;
  private static final String URL = BASE62 + "-_";
  private static final String BASE32 = UPPER + "234567";

  /** Fixed, so that a token that fails today fails tomorrow. */
  private final Random random = new Random(4711);

  @TestFactory
  Stream<DynamicTest> everyFormatIsFoundInItsSurroundings() {
    return samples().entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      for (int i = 0; i < 40; i++) {
                        check(each.getValue().get());
                      }
                    }));
  }

  private void check(String secret) {
    for (String text :
        List.of(
            secret,
            "String s = \"" + secret + "\";",
            "key=" + secret + "\nnext=1\n",
            "'" + secret + "',",
            "<a>" + secret + "</a>")) {
      List<SecretFormat.Match> matches = VendorFormats.find(text);
      assertThat(matches).as(text).hasSize(1);
      assertThat(secret).contains(text.substring(matches.get(0).start(), matches.get(0).end()));
    }
  }

  private java.util.Map<String, Supplier<String>> samples() {
    java.util.Map<String, Supplier<String>> samples = new java.util.TreeMap<>();
    samples.put("AWS id", () -> "AKIA" + text(BASE32, 16));
    samples.put("AWS secret", () -> "aws_secret_access_key = " + text(BASE62 + "+/", 40));
    samples.put("Alibaba", () -> "LTAI" + text(BASE62, 20));
    samples.put("Tencent", () -> "AKID" + text(BASE62, 32));
    samples.put("Anthropic", () -> "sk-ant-api03-" + text(URL, 93) + "AA");
    samples.put("Artifactory", () -> "AKCp" + text(BASE62, 69));
    samples.put("Azure storage", () -> "AccountKey=" + text(BASE62 + "+/", 86) + "==");
    samples.put(
        "Braintree", () -> "access_token$production$" + text(LOWER, 16) + "$" + text(HEX, 32));
    samples.put("Brevo", () -> "xkeysib-" + text(HEX, 64) + "-" + text(BASE62, 16));
    samples.put("Databricks", () -> "dapi" + text(HEX, 32));
    samples.put("DigitalOcean", () -> "dop_v1_" + text(HEX, 64));
    samples.put(
        "Discord",
        () -> "https://discord.com/api/webhooks/" + text("123456789", 18) + "/" + text(URL, 68));
    samples.put("Docker Hub", () -> "dckr_pat_" + text(BASE62, 27));
    samples.put("Doppler", () -> "dp.pt." + text(BASE62, 43));
    samples.put("Dropbox", () -> "sl.B" + text(BASE62, 135));
    samples.put("Dynatrace", () -> "dt0c01." + text(BASE32, 24) + "." + text(BASE32, 64));
    samples.put("Facebook", () -> "EAAC" + text(BASE62, 150));
    samples.put("GitHub", () -> checksummed("ghp_"));
    samples.put(
        "GitHub fine-grained", () -> "github_pat_" + text(BASE62, 22) + "_" + text(BASE62, 59));
    samples.put("GitLab", () -> "glpat-" + text(BASE62, 20));
    samples.put("Google", () -> "AIza" + text(BASE62, 35));
    samples.put("Google OAuth", () -> "GOCSPX-" + text(BASE62, 28));
    samples.put("Grafana", () -> "glsa_" + text(BASE62, 32) + "_" + text(HEX, 8));
    samples.put("Groq", () -> "gsk_" + text(BASE62, 52));
    samples.put("Hugging Face", () -> "hf_" + text(LOWER + UPPER, 34));
    samples.put("Linear", () -> "lin_api_" + text(BASE62, 40));
    samples.put("Mapbox", () -> "sk.eyJ" + text(BASE62, 80) + "." + text(BASE62, 22));
    samples.put("New Relic", () -> "NRAK-" + text(UPPER + DIGITS, 27));
    samples.put("Notion", () -> "ntn_" + text(DIGITS, 11) + text(BASE62, 35));
    samples.put("npm", () -> checksummed("npm_"));
    samples.put("OpenAI", () -> "sk-" + text(BASE62, 20) + "T3BlbkFJ" + text(BASE62, 20));
    samples.put(
        "OpenAI project", () -> "sk-proj-" + text(BASE62, 74) + "T3BlbkFJ" + text(BASE62, 74));
    samples.put("Postman", () -> "PMAK-" + text(HEX, 24) + "-" + text(HEX, 34));
    samples.put("PyPI", () -> "pypi-AgEIcHlwaS5vcmc" + text(BASE62, 120));
    samples.put("SendGrid", () -> "SG." + text(BASE62, 22) + "." + text(BASE62, 43));
    samples.put("Shopify", () -> "shpat_" + text(HEX, 32));
    samples.put(
        "Slack",
        () -> "xoxb-" + text("123456789", 11) + "-" + text(DIGITS, 12) + "-" + text(BASE62, 24));
    samples.put(
        "Slack webhook",
        () ->
            "https://hooks.slack.com/services/T"
                + text(UPPER, 8)
                + "/B"
                + text(UPPER, 8)
                + "/"
                + text(BASE62, 24));
    samples.put("Square", () -> "sq0atp-" + text(BASE62, 22));
    samples.put("Stripe", () -> "sk_live_" + text(BASE62, 24));
    samples.put("Telegram", () -> text("123456789", 9) + ":AA" + text(BASE62, 33));
    samples.put("Terraform", () -> text(BASE62, 14) + ".atlasv1." + text(BASE62, 64));
    samples.put("Vault", () -> "hvs." + text(BASE62, 95));
    samples.put("web token", () -> webToken("{\"sub\":\"app\"}"));
    samples.put("private key", () -> pem("RSA PRIVATE KEY"));
    return samples;
  }

  @Test
  void aChecksumThatIsWrongMeansNoToken() {
    String token = checksummed("ghp_");
    char last = token.charAt(token.length() - 1) == 'A' ? 'B' : 'A';
    assertThat(VendorFormats.find(token.substring(0, token.length() - 1) + last)).isEmpty();
  }

  @Test
  void examplesAndMasksAreNoSecrets() {
    for (String text :
        List.of(
            "AKIAIOSFODNN7EXAMPLE",
            "ghp_" + "x".repeat(36),
            "sk_live_" + "1".repeat(24),
            "glpat-" + "-".repeat(20),
            "AKIA" + "ABCDEFGH23456712",
            "hf_" + "yourtokengoeshereyourtokengoeshere",
            "AccountKey=" + "A".repeat(86) + "==",
            "xkeysib-" + "0".repeat(64) + "-" + "abcdefghijklmnop",
            "sk-proj-your-key-goes-here-your-key-goes-here-please",
            "github_pat_" + "example".repeat(3) + "a_" + "b".repeat(59))) {
      assertThat(VendorFormats.find(text)).as(text).isEmpty();
    }
  }

  @Test
  void aWebTokenThatExpiresIsNotReported() {
    assertThat(VendorFormats.find(webToken("{\"iat\":1516239022,\"exp\":1516242622}"))).isEmpty();
    assertThat(VendorFormats.find(webToken("{\"iat\":1516239022,\"exp\":4102444800}"))).hasSize(1);
    assertThat(VendorFormats.find(webToken("not json"))).isEmpty();
  }

  @Test
  void aFormatInsideALongerWordIsChance() {
    String blob = text(BASE62, 50) + "AKIA" + text(BASE32, 16) + text(BASE62, 50);
    assertThat(VendorFormats.find(blob)).isEmpty();
  }

  @Test
  void everyKeywordIsLongEnoughForTheTable() {
    for (SecretFormat format : VendorFormats.ALL) {
      assertThat(format.keyword().length()).as(format.what()).isGreaterThanOrEqualTo(3);
    }
    assertThat(VendorFormats.ALL.stream().map(SecretFormat::what).distinct().count())
        .isGreaterThanOrEqualTo(60);
  }

  /** Texts that begin every format again and again: quadratic matching would take minutes. */
  @Test
  void hostileTextsTakeLinearTime() {
    for (String text :
        List.of(
            "eyJ".repeat(300_000),
            "-----BEGIN PRIVATE KEY-----".repeat(30_000),
            "sl.A".repeat(200_000),
            "a".repeat(1_000_000),
            "1".repeat(500_000) + ":AA".repeat(100_000),
            "api_key=".repeat(100_000),
            "key" + "a".repeat(1_000_000),
            "token=" + "aB3".repeat(300_000))) {
      org.junit.jupiter.api.Assertions.assertTimeout(
          Duration.ofSeconds(20),
          () -> {
            VendorFormats.find(text);
            ConfigSecrets.find(text, Keywords.bytes(text), found -> {});
          });
    }
  }

  @Test
  void randomKeysAreSeenAndNamesAreNot() {
    int seen = 0;
    for (int i = 0; i < 2_000; i++) {
      seen += SecretShape.isKey(text(BASE62, 20 + i % 20)) ? 1 : 0;
      seen += SecretShape.isKey(text(HEX, 32)) ? 1 : 0;
    }
    assertThat(seen).isGreaterThan(3_800);
    for (String name :
        List.of(
            "spring.datasource.password2",
            "X-Partner-Api-Key-2024",
            "customerOrderService2024v2",
            "com.example.shop2.orders3.OrderKey",
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "2024-01-31T10:15:30.123",
            "1234567890123456",
            "AES_256_GCM_NO_PADDING_V2",
            "HmacSHA256WithRandomSalt")) {
      assertThat(SecretShape.isKey(name)).as(name).isFalse();
    }
  }

  private String checksummed(String prefix) {
    String body = text(BASE62, 30);
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    StringBuilder checksum = new StringBuilder();
    long rest = crc.getValue();
    for (int i = 0; i < 6; i++) {
      checksum.insert(0, BASE62.charAt((int) (rest % 62)));
      rest /= 62;
    }
    return prefix + body + checksum;
  }

  private String webToken(String claims) {
    return Stream.of("{\"alg\":\"HS256\"}", claims)
            .map(part -> part.getBytes(StandardCharsets.UTF_8))
            .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
            .reduce((header, body) -> header + "." + body)
            .orElseThrow()
        + "."
        + text(BASE62, 43);
  }

  private String pem(String kind) {
    String[] lines = new String[12];
    Arrays.setAll(lines, i -> text(BASE62 + "+/", 64));
    return "-----BEGIN "
        + kind
        + "-----\n"
        + String.join("\n", lines)
        + "\n-----END "
        + kind
        + "-----";
  }

  private String text(String alphabet, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
