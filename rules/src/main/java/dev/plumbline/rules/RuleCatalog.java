package dev.plumbline.rules;

import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.rules.errors.TaintedAllocation;
import dev.plumbline.rules.input.BeanPropertyInjection;
import dev.plumbline.rules.input.CommandInjection;
import dev.plumbline.rules.input.CsvInjection;
import dev.plumbline.rules.input.ElInjection;
import dev.plumbline.rules.input.ExternalConfigControl;
import dev.plumbline.rules.input.FormatStringInjection;
import dev.plumbline.rules.input.HttpResponseSplitting;
import dev.plumbline.rules.input.JdbcUrlInjection;
import dev.plumbline.rules.input.JndiInjection;
import dev.plumbline.rules.input.JpqlInjection;
import dev.plumbline.rules.input.LdapInjection;
import dev.plumbline.rules.input.MailHeaderInjection;
import dev.plumbline.rules.input.MybatisDollarPlaceholder;
import dev.plumbline.rules.input.NosqlInjection;
import dev.plumbline.rules.input.OpenRedirect;
import dev.plumbline.rules.input.PartialPathGuard;
import dev.plumbline.rules.input.PathTraversal;
import dev.plumbline.rules.input.Redos;
import dev.plumbline.rules.input.RegexInjection;
import dev.plumbline.rules.input.RequestBodyNotValidated;
import dev.plumbline.rules.input.ScriptInjection;
import dev.plumbline.rules.input.SecondOrderInjection;
import dev.plumbline.rules.input.SortInjection;
import dev.plumbline.rules.input.SpelInjection;
import dev.plumbline.rules.input.SqlInjection;
import dev.plumbline.rules.input.SqlStringConcat;
import dev.plumbline.rules.input.Ssrf;
import dev.plumbline.rules.input.TemplateInjection;
import dev.plumbline.rules.input.TrustBoundaryViolation;
import dev.plumbline.rules.input.UnsafeDeserialization;
import dev.plumbline.rules.input.UnsafeForward;
import dev.plumbline.rules.input.UnsafeReflection;
import dev.plumbline.rules.input.UrlParameterInjection;
import dev.plumbline.rules.input.XpathInjection;
import dev.plumbline.rules.input.XsltInjection;
import dev.plumbline.rules.input.Xss;
import dev.plumbline.rules.input.ZipSlip;
import dev.plumbline.rules.logging.LogInjection;
import dev.plumbline.rules.queries.Nplus1QueryInLoop;
import dev.plumbline.rules.secrets.HardcodedApiKey;
import dev.plumbline.rules.secrets.HardcodedPassword;
import dev.plumbline.rules.security.CleartextTransport;
import dev.plumbline.rules.security.CookieNoHttponly;
import dev.plumbline.rules.security.CustomCrypto;
import dev.plumbline.rules.security.ForgedClientIp;
import dev.plumbline.rules.security.InsecureCookie;
import dev.plumbline.rules.security.InsecureTempFile;
import dev.plumbline.rules.security.LdapWeakBind;
import dev.plumbline.rules.security.PolymorphicJsonTyping;
import dev.plumbline.rules.security.StaticIvOrSalt;
import dev.plumbline.rules.security.TemplateAutoescapeDisabled;
import dev.plumbline.rules.security.TlsValidationDisabled;
import dev.plumbline.rules.security.WeakCipher;
import dev.plumbline.rules.security.WeakCipherMode;
import dev.plumbline.rules.security.WeakHash;
import dev.plumbline.rules.security.WeakKeySize;
import dev.plumbline.rules.security.WeakRandom;
import dev.plumbline.rules.security.WeakTlsVersion;
import dev.plumbline.rules.security.Xxe;
import java.util.List;
import java.util.Set;

/** All rules there are. A test holds this list against the compiled classes. */
public final class RuleCatalog {

  /** Ids that once were a rule's; never given to another one. */
  static final Set<String> RETIRED = Set.of();

  private RuleCatalog() {}

  /** New instances, sorted by id: a line each. */
  public static List<Rule> all() {
    return List.of(
        new BeanPropertyInjection(),
        new CleartextTransport(),
        new CommandInjection(),
        new CookieNoHttponly(),
        new CsvInjection(),
        new CustomCrypto(),
        new ElInjection(),
        new ExternalConfigControl(),
        new ForgedClientIp(),
        new FormatStringInjection(),
        new HardcodedApiKey(),
        new HardcodedPassword(),
        new HttpResponseSplitting(),
        new InsecureCookie(),
        new InsecureTempFile(),
        new JdbcUrlInjection(),
        new JndiInjection(),
        new JpqlInjection(),
        new LdapInjection(),
        new LdapWeakBind(),
        new LogInjection(),
        new MailHeaderInjection(),
        new MybatisDollarPlaceholder(),
        new NosqlInjection(),
        new Nplus1QueryInLoop(),
        new OpenRedirect(),
        new PartialPathGuard(),
        new PathTraversal(),
        new PolymorphicJsonTyping(),
        new Redos(),
        new RegexInjection(),
        new RequestBodyNotValidated(),
        new ScriptInjection(),
        new SecondOrderInjection(),
        new SortInjection(),
        new SpelInjection(),
        new SqlInjection(),
        new SqlStringConcat(),
        new Ssrf(),
        new StaticIvOrSalt(),
        new TaintedAllocation(),
        new TemplateAutoescapeDisabled(),
        new TemplateInjection(),
        new TlsValidationDisabled(),
        new TrustBoundaryViolation(),
        new UnsafeDeserialization(),
        new UnsafeForward(),
        new UnsafeReflection(),
        new UrlParameterInjection(),
        new WeakCipher(),
        new WeakCipherMode(),
        new WeakHash(),
        new WeakKeySize(),
        new WeakRandom(),
        new WeakTlsVersion(),
        new XpathInjection(),
        new XsltInjection(),
        new Xss(),
        new Xxe(),
        new ZipSlip());
  }
}
