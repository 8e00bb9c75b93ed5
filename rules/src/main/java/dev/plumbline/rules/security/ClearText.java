package dev.plumbline.rules.security;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that are spoken to without encryption, where others can listen. */
final class ClearText {

  /** Scheme, name and password, host; the rest does not matter. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(http|ftp|ldap|ws|amqp|redis|mqtt|smtp|telnet)://(?:[^/@\\s]*@)?([^/:?#\\s]+)(.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern DATABASE =
      Pattern.compile("jdbc:(\\w+):(?:\\w+:)?//([^/:?;,\\s]+)(.*)", Pattern.CASE_INSENSITIVE);

  /** What switches encryption, or the look at the certificate, off. */
  private static final Pattern OFF =
      Pattern.compile(
          "[?&;](useSSL=false|sslmode=(?:disable|allow|DISABLED)|sslMode=DISABLED"
              + "|encrypt=false|trustServerCertificate=true)(?=[&;]|$)",
          Pattern.CASE_INSENSITIVE);

  /** Names that lead nowhere, or no further than this machine or network. */
  private static final Pattern NEAR =
      Pattern.compile(
          "localhost|0\\.0\\.0\\.0|127\\..*|\\[?::1]?|10\\..*|192\\.168\\..*|169\\.254\\..*"
              + "|172\\.(1[6-9]|2\\d|3[01])\\..*|host\\.docker\\.internal"
              + "|.*\\.(local|localhost|localdomain|internal|intranet|lan|home|corp|svc|cluster|consul"
              + "|test|example|invalid)|(.*\\.)?example\\.(com|org|net)");

  /** Addresses under these are names of formats: nobody connects to them. */
  private static final Set<String> NAMING =
      Set.of(
          "www.w3.org",
          "w3.org",
          "java.sun.com",
          "xmlns.jcp.org",
          "jakarta.ee",
          "xml.org",
          "purl.org",
          "www.springframework.org",
          "mybatis.org",
          "maven.apache.org",
          "xml.apache.org",
          "www.apache.org",
          "apache.org",
          "json-schema.org",
          "schema.org",
          "ogp.me",
          "www.opengis.net",
          "www.omg.org",
          "docs.oasis-open.org",
          "hl7.org",
          "unitsofmeasure.org",
          "snomed.info",
          "loinc.org");

  private ClearText() {}

  /** How an address is spoken to, as {@code http to api.acme.io}; empty where it is not remote. */
  static Optional<String> of(String address) {
    Matcher database = DATABASE.matcher(address.trim());
    if (database.matches()) {
      Matcher off = OFF.matcher(database.group(3));
      return isRemote(database.group(2)) && off.find()
          ? Optional.of(off.group(1) + " to " + database.group(2))
          : Optional.empty();
    }
    Matcher parts = ADDRESS.matcher(address.trim());
    return parts.matches() && isRemote(parts.group(2))
        ? Optional.of(parts.group(1).toLowerCase(Locale.ROOT) + " to " + parts.group(2))
        : Optional.empty();
  }

  private static boolean isRemote(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    // A name without a dot is one of a network of containers; what is filled in is not known.
    return name.indexOf('.') > 0
        && name.chars().allMatch(each -> Character.isLetterOrDigit(each) || ".-".indexOf(each) >= 0)
        && !NEAR.matcher(name).matches()
        && !NAMING.contains(name)
        && !name.startsWith("schemas.")
        && !name.startsWith("xmlns.");
  }
}
