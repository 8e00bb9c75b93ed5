package dev.plumbline.rules.secrets;

import static dev.plumbline.rules.secrets.SecretFormat.of;

import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.rules.secrets.SecretFormat.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The formats of vendors' secrets that are specific enough to be right by themselves, and the
 * search for them: one pass over the text for all {@link Keywords}, and a pattern only where one of
 * them stands, so that its cost depends neither on the number of formats nor on the length of
 * lines.
 *
 * <p>Formats are facts that vendors document or that their scanners share; each was compared with
 * gitleaks' rules. Keys that a vendor calls public (Stripe {@code pk_}, Mapbox {@code pk.}) are not
 * here, and neither are test-mode keys.
 */
final class VendorFormats {

  private static final String HEX = "[0-9a-f]";
  private static final String WORD = "[0-9A-Za-z]";
  private static final String DASHED = "[0-9A-Za-z_-]";
  private static final String END = "(?![0-9A-Za-z_])";
  private static final String DASHED_END = "(?![0-9A-Za-z_-])";

  /** A value after a name: {@code =}, {@code :}, quotes, a closing and an opening tag. */
  private static final String IS = "[\"']?\\s{0,5}(?:[=:>]|=>|,)\\s{0,5}[\"']?";

  static final SecretFormat WEB_TOKEN =
      of(
              "JSON web token",
              "eyJ",
              "[0-9A-Za-z_-]{10,300}\\.eyJ[0-9A-Za-z_-]{10,3000}\\.[0-9A-Za-z_-]{20,700}"
                  + DASHED_END,
              TokenChecks::jwt)
          .severity(Severity.MEDIUM);

  static final List<SecretFormat> ALL =
      List.of(
          of("AWS access key id", "AKIA", "[A-Z2-7]{16}" + END).severity(Severity.MEDIUM),
          of("AWS access key id", "ASIA", "[A-Z2-7]{16}" + END).severity(Severity.LOW),
          of("AWS Bedrock key", "ABSK", "[0-9A-Za-z+/]{109,269}={0,2}"),
          awsSecret("aws_secret_access_key"),
          awsSecret("AWS_SECRET_ACCESS_KEY"),
          awsSecret("aws_secret_key"),
          awsSecret("AWS_SECRET_KEY"),
          of("Alibaba Cloud access key id", "LTAI", WORD + "{12,24}" + END),
          of("Tencent Cloud secret id", "AKID", WORD + "{32}" + END),
          of("Volcengine access key id", "AKLT", "[0-9A-Za-z_=-]{40,60}" + DASHED_END),
          of(
              "Anthropic key",
              "sk-ant-",
              "(?:api|admin|oat|ort)\\d\\d-" + DASHED + "{80,110}" + END),
          of("Artifactory key", "AKCp", WORD + "{69}" + END),
          of("Artifactory token", "cmVmd", WORD + "{59}" + END),
          of("Atlassian token", "ATATT3", "[0-9A-Za-z_=-]{170,220}"),
          of("Azure storage key", "AccountKey=", "([0-9A-Za-z+/]{86}==)", SecretShape::isRandom),
          of(
              "Azure shared access key",
              "SharedAccessKey=",
              "([0-9A-Za-z+/]{43}=)",
              SecretShape::isRandom),
          of(
              "Braintree access token",
              "access_token$production$",
              "[0-9a-z]{16}\\$" + HEX + "{32}" + END),
          of("Brevo key", "xkeysib-", HEX + "{64}-" + WORD + "{16}" + END),
          of("CircleCI token", "CCIPAT_", WORD + "{22}_" + HEX + "{40}" + END),
          of("Cloudflare origin CA key", "v1.0-", HEX + "{24}-" + HEX + "{146}" + END),
          of("Contentful token", "CFPAT-", DASHED + "{43}" + DASHED_END),
          of("Databricks token", "dapi", HEX + "{32}(?:-\\d)?" + DASHED_END),
          of("DigitalOcean token", "dop_v1_", HEX + "{64}" + END),
          of("DigitalOcean token", "doo_v1_", HEX + "{64}" + END),
          of("DigitalOcean token", "dor_v1_", HEX + "{64}" + END),
          of(
              "Discord webhook",
              "discord.com/api/webhooks/",
              "\\d{17,20}/(" + DASHED + "{60,80})",
              SecretShape::isRandom),
          of(
              "Discord webhook",
              "discordapp.com/api/webhooks/",
              "\\d{17,20}/(" + DASHED + "{60,80})",
              SecretShape::isRandom),
          of("Docker Hub token", "dckr_pat_", DASHED + "{27}" + DASHED_END),
          of("Docker Hub token", "dckr_oat_", DASHED + "{32}" + DASHED_END),
          of("Doppler token", "dp.pt.", WORD + "{40,44}" + END),
          of("Dropbox token", "sl.", "(?:u\\.)?[AB][0-9A-Za-z_=-]{130,1400}"),
          of("Dynatrace token", "dt0c01.", "[A-Z2-7]{24}\\.[A-Z2-7]{64}" + END),
          of("Facebook access token", "EAAC", WORD + "{100,300}" + END),
          of("Facebook access token", "EAAM", WORD + "{100,300}" + END),
          of("Figma token", "figd_", DASHED + "{40,44}" + DASHED_END),
          of("Fly.io token", "fm2_", "[0-9A-Za-z+/]{100,700}={0,3}"),
          of("GitHub token", "ghp_", WORD + "{36}" + END, TokenChecks::crc32),
          of("GitHub token", "gho_", WORD + "{36}" + END, TokenChecks::crc32),
          of("GitHub token", "ghu_", WORD + "{36}" + END, TokenChecks::crc32),
          of("GitHub token", "ghs_", WORD + "{36}" + END, TokenChecks::crc32),
          of("GitHub token", "ghr_", WORD + "{36,76}" + END),
          of("GitHub token", "github_pat_", WORD + "{22}_" + WORD + "{59}" + END),
          of("GitLab token", "glpat-", "[0-9A-Za-z_-]{20}" + DASHED_END),
          of("GitLab token", "glpat-", DASHED + "{27,300}\\.[0-9a-z]{9}" + END),
          of("GitLab deploy token", "gldt-", DASHED + "{20}" + DASHED_END),
          of("GitLab runner token", "glrt-", DASHED + "{20}" + DASHED_END),
          of("GitLab runner token", "GR1348941", DASHED + "{20}" + DASHED_END),
          of("GitLab trigger token", "glptt-", HEX + "{40}" + END),
          of("GitLab application secret", "gloas-", DASHED + "{64}" + DASHED_END),
          of("Google API key", "AIza", DASHED + "{35}" + DASHED_END).severity(Severity.MEDIUM),
          of("Google OAuth client secret", "GOCSPX-", DASHED + "{28}" + DASHED_END),
          of("Google access token", "ya29.", DASHED + "{60,300}").severity(Severity.MEDIUM),
          of("Grafana token", "glsa_", WORD + "{32}_[0-9A-Fa-f]{8}" + END),
          of("Grafana Cloud token", "glc_", "eyJ[0-9A-Za-z+/]{60,400}={0,2}"),
          of("Groq key", "gsk_", WORD + "{52}" + END),
          of("Heroku key", "HRKU-AA", DASHED + "{58}" + DASHED_END),
          of("Hugging Face token", "hf_", "[A-Za-z]{34}" + END),
          of("Linear key", "lin_api_", WORD + "{40}" + END),
          of(
              "Mapbox secret token",
              "sk.eyJ",
              "[0-9A-Za-z_-]{60,100}\\." + DASHED + "{22}" + DASHED_END),
          of(
              "Microsoft Teams webhook",
              ".webhook.office.com/webhookb2/",
              "([0-9a-f@-]{73}/IncomingWebhook/" + HEX + "{32}/[0-9a-f-]{36})",
              SecretShape::isRandom),
          of("New Relic key", "NRAK-", "[0-9A-Z]{27}" + END),
          of("New Relic key", "NRII-", DASHED + "{32}" + DASHED_END),
          of("Notion token", "ntn_", "[0-9]{11}" + WORD + "{35}" + END),
          of("npm token", "npm_", WORD + "{36}" + END, TokenChecks::crc32),
          of("1Password service account token", "ops_eyJ", "[0-9A-Za-z+/]{250,1000}={0,3}"),
          of("OpenAI key", "sk-proj-", DASHED + "{40,200}" + DASHED_END),
          of("OpenAI key", "sk-svcacct-", DASHED + "{40,200}" + DASHED_END),
          of("OpenAI key", "T3BlbkFJ", WORD + "{20}" + END).after("sk-" + WORD + "{20}"),
          of("OpenShift token", "sha256~", DASHED + "{43}" + DASHED_END),
          of("Perplexity key", "pplx-", WORD + "{48}" + END),
          of("PlanetScale password", "pscale_pw_", "[0-9A-Za-z_.=-]{32,64}"),
          of("PlanetScale token", "pscale_tkn_", "[0-9A-Za-z_.=-]{32,64}"),
          of("Postman key", "PMAK-", HEX + "{24}-" + HEX + "{34}" + END),
          privateKey("-----BEGIN PRIVATE KEY-----"),
          privateKey("-----BEGIN RSA PRIVATE KEY-----"),
          privateKey("-----BEGIN EC PRIVATE KEY-----"),
          privateKey("-----BEGIN DSA PRIVATE KEY-----"),
          privateKey("-----BEGIN OPENSSH PRIVATE KEY-----"),
          privateKey("-----BEGIN PGP PRIVATE KEY BLOCK-----"),
          of("Pulumi token", "pul-", HEX + "{40}" + END),
          of("PyPI token", "pypi-AgEIcHlwaS5vcmc", DASHED + "{50,1000}"),
          of("RubyGems key", "rubygems_", HEX + "{48}" + END),
          of("SendGrid key", "SG.", DASHED + "{22}\\." + DASHED + "{43}" + DASHED_END),
          of("Sentry token", "sntrys_eyJ", "[0-9A-Za-z+/=_-]{60,500}"),
          of("Sentry token", "sntryu_", HEX + "{64}" + END),
          of("Shopify token", "shpat_", "[0-9a-fA-F]{32}" + END),
          of("Shopify token", "shpca_", "[0-9a-fA-F]{32}" + END),
          of("Shopify token", "shppa_", "[0-9a-fA-F]{32}" + END),
          of("Shopify secret", "shpss_", "[0-9a-fA-F]{32}" + END),
          of("Slack token", "xoxb-", "\\d{9,14}-\\d{9,14}-" + WORD + "{20,30}" + END),
          of("Slack token", "xoxp-", "\\d{9,14}-\\d{9,14}-\\d{9,14}-" + HEX + "{32}" + END),
          of("Slack token", "xoxa-", "(?:\\d-)?[0-9A-Za-z-]{40,80}" + END),
          of("Slack token", "xoxr-", "[0-9A-Za-z-]{40,80}" + END),
          of("Slack app token", "xapp-", "\\d-[A-Z0-9]{9,12}-\\d{10,14}-" + HEX + "{64}" + END),
          of(
              "Slack webhook",
              "hooks.slack.com/services/",
              "(T[0-9A-Z]{8,12}/B[0-9A-Z]{8,12}/" + WORD + "{24})" + END,
              SecretShape::isRandom),
          of("SonarQube token", "squ_", HEX + "{40}" + END),
          of("SonarQube token", "sqp_", HEX + "{40}" + END),
          of("Square token", "sq0atp-", DASHED + "{22}" + DASHED_END),
          of("Square secret", "sq0csp-", DASHED + "{43}" + DASHED_END),
          of("Stripe live key", "sk_live_", WORD + "{24,247}" + END),
          of("Stripe live key", "rk_live_", WORD + "{24,247}" + END),
          of("Stripe webhook secret", "whsec_", WORD + "{32,64}" + END),
          of("Supabase token", "sbp_", HEX + "{40}" + END),
          of("Telegram bot token", ":AA", DASHED + "{33}" + DASHED_END).after("\\d{8,10}"),
          of("Terraform Cloud token", ".atlasv1.", DASHED + "{60,70}").after(WORD + "{14}"),
          of("Vault token", "hvs.", DASHED + "{24,120}"),
          of("Vault token", "hvb.", DASHED + "{138,300}"),
          of("xAI key", "xai-", WORD + "{80}" + END),
          WEB_TOKEN);

  private static final Keywords KEYWORDS =
      new Keywords(ALL.stream().map(SecretFormat::keyword).distinct().toList(), false);

  private static final Map<Character, List<SecretFormat>> BY_FIRST =
      ALL.stream().collect(Collectors.groupingBy(format -> format.keyword().charAt(0)));

  private VendorFormats() {}

  private static SecretFormat awsSecret(String name) {
    return of(
        "AWS secret access key",
        name,
        IS + "([0-9A-Za-z+/]{40})(?![0-9A-Za-z+/=])",
        SecretShape::isRandom);
  }

  /**
   * The body may be folded by line ends, by escapes, or by the quotes and pluses of source code.
   */
  private static SecretFormat privateKey(String header) {
    return of(
        "private key", header, "[\\s\"'+\\\\;0-9A-Za-z/=:,.]{40,4800}-----END", TokenChecks::pem);
  }

  /** The secrets of a text, in its order; none of them overlap. */
  static List<Match> find(String text) {
    return find(text, Keywords.bytes(text));
  }

  /**
   * The secrets of a text, in its order; none of them overlap.
   *
   * @param bytes the text as {@link Keywords#bytes} has it
   */
  static List<Match> find(String text, byte[] bytes) {
    List<Match> matches = new ArrayList<>(0);
    int from = 0;
    for (int at : KEYWORDS.starts(bytes)) {
      Match match = at < from ? null : match(text, at);
      if (match != null) {
        matches.add(match);
        from = Math.max(at + 1, match.end());
      }
    }
    return matches;
  }

  /** Whether a value is, or holds, a vendor's secret. */
  static boolean isIn(String value) {
    return !find(value).isEmpty();
  }

  /** Null for none. */
  private static Match match(String text, int at) {
    for (SecretFormat format : BY_FIRST.getOrDefault(text.charAt(at), List.of())) {
      if (text.startsWith(format.keyword(), at)) {
        Match match = format.match(text, at).orElse(null);
        if (match != null) {
          return match;
        }
      }
    }
    return null;
  }
}
