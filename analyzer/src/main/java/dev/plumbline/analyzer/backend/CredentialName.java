package dev.plumbline.analyzer.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the name of a variable, field, method or key says of a credential in it. The last words
 * decide: {@code dbPassword} is a password, {@code passwordField} a field.
 *
 * @param kind of credential
 * @param sure whether the credential is what the name ends in; otherwise words that are not known
 *     follow ({@code PASSWORD_ADMIN})
 */
public record CredentialName(Kind kind, boolean sure) {

  /** What the name calls the thing. */
  public enum Kind {
    PASSWORD,
    SECRET,
    KEY,
    TOKEN;

    /** For messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Set<String> PASSWORDS =
      words("password passwd passphrase passcode pwd passwort motdepasse");

  /** Words of one part that end so: {@code dbpassword}, {@code apikey}. */
  private static final List<String> JOINED_PASSWORDS =
      List.of("password", "passwd", "passphrase", "passwort");

  private static final List<String> JOINED_KEYS =
      List.of("apikey", "accesskey", "secretkey", "privatekey", "signingkey", "authkey");

  /** {@code pass} alone is a verb and a ticket; after these it is a password. */
  private static final Set<String> BEFORE_PASS =
      words(
          "user db database admin root smtp mail email ftp sftp ldap jdbc ssh proxy redis mysql"
              + " mongo rabbit keystore truststore store login basic http auth default");

  /** {@code key} alone is a map's; after these it opens something. */
  private static final Set<String> BEFORE_KEY =
      words(
          "api access secret private auth signing sign encryption encrypt crypto cipher aes hmac jwt"
              + " master app client account storage subscription license jwk rsa");

  /** {@code token} alone says too little of texts; {@code csrfToken} and the like open nothing. */
  private static final Set<String> NOT_BEFORE_TOKEN =
      words(
          "csrf xsrf page next prev previous continuation sync cancellation cancel start end stop"
              + " separator delimiter lexer parser special idempotency fencing captcha pad mask unk");

  /** Before a credential these make the name one of a message, a column, a deed or a digest. */
  private static final Set<String> NOT_BEFORE =
      words(
          "reset forgot forget forgotten change changed update updated recover recovery invalid wrong"
              + " incorrect require required missing empty blank expired validate verify valid error"
              + " errors err msg message label prompt title hint column col field param parameter"
              + " property prop header attr attribute regex pattern encode encoded encrypt encrypted"
              + " hash hashed digest public has is no without show hide display mask masked need must"
              + " url path type grant placeholder name");

  /** Behind a credential these make the name one of something about it. */
  private static final Set<String> FALSE_FRIENDS =
      words(
          "field fields label regex regexp pattern encoder encoding url uri path param params parameter"
              + " parameters header headers property properties prop props column col message msg hint"
              + " length policy reset type types name names id ids file filename dir directory folder"
              + " error errors prompt text title placeholder format prefix suffix expired expiry expire"
              + " expires expiration change changed update updated forgot forget forgotten recover"
              + " recovery recall invalid wrong required require missing max min size count limit"
              + " strength mode grant flow attribute attr element tag node selector xpath css class"
              + " validator validation valid validate verification resource provider manager service"
              + " generator handler checker filter algorithm alg algo hash hashed digest scheme method"
              + " endpoint page view template event topic queue table row index status state flag"
              + " enabled disabled enable role permission authority scope scopes query sql statement info"
              + " desc description comment help link button input form dto vo option opt arg argument env"
              + " var variable config configuration setting settings location ref reference alias version"
              + " number char chars charset alphabet history question answer response request result"
              + " exception failed failure success code codes claim issuer audience store repository dao"
              + " mapper entity factory builder util utils helper constant key keys i18n bundle locale"
              + " salt public source target action command cmd usage bean extractor converter interceptor"
              + " refresher lifetime ttl timeout seconds minutes millis validity duration time date at"
              + " separator delimiter regexes rule rules level kind category group groups pair size");

  /** At the end of a name these say nothing: {@code secretValue}. */
  private static final Set<String> TRANSPARENT = words("value str string bytes");

  /** The words of which a setter's name may consist beside the credential itself. */
  private static final Set<String> QUALIFIERS =
      words(
          "db database user admin client app application api key store keystore trust truststore proxy"
              + " root smtp mail email ldap bind ssl tls redis jwt default master login account auth"
              + " access private shared service sftp ftp ssh rabbit kafka mongo mysql postgres oracle http"
              + " basic sign signing encryption consumer oauth webhook bot bearer manager credentials my"
              + " plain raw clear new initial the server");

  private static final Set<String> SETTERS = words("set with using add put");

  private static Set<String> words(String text) {
    return Set.copyOf(List.of(text.split(" ")));
  }

  /**
   * What {@code name} says, or empty when it names no credential.
   *
   * @param name an identifier in any case, or a dotted key of which the last part must name it
   */
  public static Optional<CredentialName> of(String name) {
    if (!mayName(name)) {
      return Optional.empty();
    }
    List<String> all = split(name);
    List<String> own = split(name.substring(lastSeparator(name) + 1));
    if (own.size() > 1 && TRANSPARENT.contains(own.get(own.size() - 1))) {
      own = own.subList(0, own.size() - 1);
      all = all.subList(0, all.size() - 1);
    }
    if (own.isEmpty()) {
      return Optional.empty();
    }
    int last = own.size() - 1;
    List<String> before = all.subList(0, all.size() - 1);
    Optional<Kind> kind = kind(own.get(last), before);
    if (kind.isPresent()) {
      return own.subList(0, last).stream().anyMatch(NOT_BEFORE::contains)
          ? Optional.empty()
          : Optional.of(new CredentialName(kind.get(), true));
    }
    if (own.stream().anyMatch(FALSE_FRIENDS::contains)) {
      return Optional.empty();
    }
    for (int i = 0; i < last; i++) {
      if (PASSWORDS.contains(own.get(i)) || isJoined(own.get(i), JOINED_PASSWORDS)) {
        return Optional.of(new CredentialName(Kind.PASSWORD, false));
      }
    }
    return Optional.empty();
  }

  /** What a method of that name sets, when it looks like a setter or a builder's method. */
  public static Optional<CredentialName> ofSetter(String method) {
    if (!mayName(method)) {
      return Optional.empty();
    }
    List<String> words = split(method);
    boolean prefixed = words.size() > 1 && SETTERS.contains(words.get(0));
    List<String> rest = prefixed ? words.subList(1, words.size()) : words;
    if (rest.isEmpty() || !prefixed && !QUALIFIERS.containsAll(rest.subList(0, rest.size() - 1))) {
      return Optional.empty();
    }
    return of(String.join("_", rest)).filter(CredentialName::sure);
  }

  /** What a method of that name gives, when it is a getter or a record's accessor. */
  public static Optional<CredentialName> ofGetter(String method) {
    if (!mayName(method)) {
      return Optional.empty();
    }
    List<String> words = split(method);
    boolean prefixed = words.size() > 1 && words.get(0).equals("get");
    if (!prefixed
        && words.size() > 1
        && !QUALIFIERS.containsAll(words.subList(0, words.size() - 1))) {
      return Optional.empty();
    }
    return of(String.join("_", prefixed ? words.subList(1, words.size()) : words))
        .filter(CredentialName::sure);
  }

  /** Whether a text is itself the name of a credential, such as a property key. */
  public static boolean isName(String text) {
    if (text.isEmpty() || text.length() > 80) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && "._-: /".indexOf(c) < 0) {
        return false;
      }
    }
    for (String word : split(text)) {
      if (PASSWORDS.contains(word)
          || word.equals("secret")
          || word.equals("pass")
          || word.equals("token")
          || word.equals("credentials")) {
        return true;
      }
    }
    return false;
  }

  /** The cheap test: every credential's word holds one of these. */
  static boolean mayName(String name) {
    for (int i = 0; i + 3 <= name.length(); i++) {
      int c = name.charAt(i) | 0x20;
      if ((c == 'p' || c == 's' || c == 'k' || c == 't' || c == 'c' || c == 'm')
          && (name.regionMatches(true, i, "pass", 0, 4)
              || name.regionMatches(true, i, "pwd", 0, 3)
              || name.regionMatches(true, i, "secret", 0, 6)
              || name.regionMatches(true, i, "key", 0, 3)
              || name.regionMatches(true, i, "token", 0, 5)
              || name.regionMatches(true, i, "cred", 0, 4))) {
        return true;
      }
    }
    return false;
  }

  /** The words of a name, in lower case, without the number at its end. */
  static List<String> split(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean upper = Character.isUpperCase(c);
      boolean begins =
          upper
              && i > 0
              && (Character.isLowerCase(name.charAt(i - 1))
                  || i + 1 < name.length()
                      && Character.isUpperCase(name.charAt(i - 1))
                      && Character.isLowerCase(name.charAt(i + 1)));
      if (begins || !Character.isLetter(c)) {
        add(word, words);
      }
      if (Character.isLetter(c)) {
        word.append(Character.toLowerCase(c));
      }
    }
    add(word, words);
    return words;
  }

  /** Joins what people write as one word or as two. */
  private static void add(StringBuilder word, List<String> words) {
    if (word.length() == 0) {
      return;
    }
    String text = word.toString();
    word.setLength(0);
    int last = words.size() - 1;
    if (last >= 0
        && words.get(last).equals("pass")
        && Set.of("word", "wd", "phrase", "code").contains(text)) {
      words.set(last, "pass" + text);
    } else {
      words.add(text);
    }
  }

  private static Optional<Kind> kind(String word, List<String> before) {
    String previous = before.isEmpty() ? "" : before.get(before.size() - 1);
    if (PASSWORDS.contains(word)
        || isJoined(word, JOINED_PASSWORDS)
        || word.endsWith("pwd")
        || word.equals("pass") && BEFORE_PASS.contains(previous)) {
      return Optional.of(Kind.PASSWORD);
    }
    if (word.equals("secret") || word.endsWith("secret") && word.length() <= 14) {
      return Optional.of(Kind.SECRET);
    }
    if (word.equals("key") && BEFORE_KEY.contains(previous) || isJoined(word, JOINED_KEYS)) {
      return Optional.of(Kind.KEY);
    }
    if (word.equals("token") && !NOT_BEFORE_TOKEN.contains(previous)
        || word.equals("credential")
        || word.equals("credentials")
        || word.endsWith("token") && word.length() > 5 && !word.equals("csrftoken")) {
      return Optional.of(Kind.TOKEN);
    }
    return Optional.empty();
  }

  private static boolean isJoined(String word, List<String> endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static int lastSeparator(String name) {
    return Math.max(name.lastIndexOf('.'), Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')));
  }
}
