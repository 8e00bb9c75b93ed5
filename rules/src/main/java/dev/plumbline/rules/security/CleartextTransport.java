package dev.plumbline.rules.security;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.config.ConfigSource;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ConfigEntry;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.rule.BackendRule;
import dev.plumbline.analyzer.rule.UseRule;
import dev.plumbline.analyzer.source.SourceRole;
import dev.plumbline.analyzer.taint.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Another machine that is spoken to without encryption. Prose and examples: {@code
 * CleartextTransport.md}.
 */
public final class CleartextTransport implements UseRule, BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "cleartext-transport",
          "Another machine that is spoken to without encryption",
          Checklist.SECURITY,
          Cwe.of(319),
          Severity.MEDIUM,
          Confidence.HIGH);

  /** Addresses in variables of addresses, put together from parts. */
  private static final int MAX_STEPS = 8;

  /** What makes an address of a text. */
  private static final Set<String> MAKING =
      Set.of(
          "create",
          "valueOf",
          "of",
          "get",
          "format",
          "fromHttpUrl",
          "fromUriString",
          "parse",
          "concat");

  /** What hands on the address that it is called on. */
  private static final Set<String> PASSING =
      Set.of(
          "build",
          "toUri",
          "toUriString",
          "toString",
          "encode",
          "path",
          "queryParam",
          "toURL",
          "append",
          "formatted",
          "concat",
          "buildAndExpand",
          "trim");

  /** The last words of keys whose values are connected to. */
  private static final Set<String> CONNECTED =
      Set.of(
          "url",
          "urls",
          "uri",
          "uris",
          "endpoint",
          "endpoints",
          "address",
          "addresses",
          "addr",
          "server",
          "servers",
          "broker",
          "brokers",
          "gateway",
          "host",
          "hosts",
          "api");

  /** Words of keys whose values people look at. */
  private static final Set<String> SHOWN =
      Set.of(
          "doc",
          "docs",
          "documentation",
          "swagger",
          "openapi",
          "license",
          "licence",
          "contact",
          "terms",
          "info",
          "homepage",
          "home",
          "help",
          "author",
          "namespace",
          "schema",
          "xsd",
          "redirect",
          "callback",
          "notify",
          "domain",
          "site",
          "website",
          "front",
          "frontend",
          "origin",
          "origins",
          "cors",
          "return");

  private static final Set<String> CLIENTS = Set.of("FeignClient", "HttpExchange");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  // ---- calls

  @Override
  public boolean wants(MethodRole role) {
    return role instanceof MethodRole.Sink sink
        && (sink.kind() == SinkKind.URL || sink.kind() == SinkKind.JDBC_URL);
  }

  @Override
  public Optional<Finding> judge(Use use) {
    return Optional.empty();
  }

  @Override
  public Optional<Finding> judge(Use use, Backend backend) {
    List<String> addresses = new ArrayList<>(ValueFinding.texts(use));
    ValueFinding.argument(use, ((MethodRole.Sink) use.role()).at())
        .ifPresent(register -> beginnings(backend, use.body(), register, 0, addresses));
    return addresses.stream()
        .map(ClearText::of)
        .flatMap(Optional::stream)
        .findFirst()
        .map(
            how ->
                ValueFinding.of(
                        INFO, use, ValueFinding.called(use) + " speaks " + how + " in clear text")
                    .build());
  }

  /** With what the text may begin that an address is made of. */
  private static void beginnings(
      Backend backend, CodeBody body, int register, int depth, List<String> found) {
    if (register < 0 || depth > MAX_STEPS) {
      return;
    }
    if (backend.program().fixedValues().of(body, register) instanceof ConstantValue.Scalar text) {
      found.add(String.valueOf(text.value()));
      return;
    }
    for (Instruction made : body.definitions(register)) {
      int next = -1;
      if (made instanceof Instruction.Copy copy) {
        next = copy.source();
      } else if (made instanceof Instruction.Operation sum && sum.operator() == Operator.CONCAT) {
        next = sum.operands().get(0);
      } else if (made instanceof Instruction.New creation && !creation.arguments().isEmpty()) {
        next = creation.arguments().get(0);
      } else if (made instanceof Instruction.Call call) {
        boolean makes = MAKING.contains(call.name()) && !call.arguments().isEmpty();
        next =
            PASSING.contains(call.name()) && call.receiver() >= 0 && !isType(body, call)
                ? call.receiver()
                : makes ? call.arguments().get(0) : -1;
      }
      beginnings(backend, body, next, depth + 1, found);
    }
  }

  private static boolean isType(CodeBody body, Instruction.Call call) {
    return body.definitions(call.receiver()).stream()
        .anyMatch(
            each ->
                each instanceof Instruction.LoadName name
                    && Character.isUpperCase(name.path().get(name.path().size() - 1).charAt(0))
                    && name.path()
                        .get(name.path().size() - 1)
                        .chars()
                        .anyMatch(Character::isLowerCase));
  }

  // ---- declarations and configuration

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    for (TypeInfo type : backend.program().types()) {
      if (MainCode.has(type)) {
        for (AnnotationUse each : type.declaration().annotations()) {
          client(type, each, findings);
        }
      }
    }
    for (ConfigSource source : backend.configuration().sources()) {
      if (source.file().role() == SourceRole.MAIN
          && source.role() != ConfigSource.Role.OTHER
          && !isForDevelopers(source)) {
        for (ConfigEntry entry : source.content().entries()) {
          entry(source, entry, findings);
        }
      }
    }
  }

  private static void client(TypeInfo type, AnnotationUse client, Consumer<Finding> findings) {
    if (CLIENTS.contains(client.simpleName())
        && client.element("url").orElse(null) instanceof ElementValue.LiteralValue url) {
      ClearText.of(String.valueOf(url.literal().value()))
          .ifPresent(
              how ->
                  findings.accept(
                      Finding.of(
                              INFO,
                              type.location(type.declaration().nameSpan()),
                              type.displayName() + " speaks " + how + " in clear text")
                          .build()));
    }
  }

  private static boolean isForDevelopers(ConfigSource source) {
    return source
        .profile()
        .filter(each -> each.matches("(?i).*(dev|local|test|demo|it).*"))
        .isPresent();
  }

  private static void entry(ConfigSource source, ConfigEntry entry, Consumer<Finding> findings) {
    String key = entry.key();
    if (key.endsWith("security.protocol") && entry.value().equals("SASL_PLAINTEXT")) {
      tell(source, entry, key + " sends the password in clear text", findings);
      return;
    }
    List<String> words = NameWords.of(key.replaceAll("\\[\\d+]$", ""));
    if (words.isEmpty()
        || !CONNECTED.contains(words.get(words.size() - 1))
        || words.stream().anyMatch(SHOWN::contains)) {
      return;
    }
    for (String each : entry.value().split("\\s*,\\s*")) {
      Optional<String> how = ClearText.of(each);
      if (how.isPresent()) {
        tell(source, entry, key + " speaks " + how.get() + " in clear text", findings);
        return;
      }
    }
  }

  private static void tell(
      ConfigSource source, ConfigEntry entry, String message, Consumer<Finding> findings) {
    Location place = new Location(source.file().path(), entry.valueSpan());
    findings.accept(Finding.of(INFO, place, message).confidence(Confidence.MEDIUM).build());
  }
}
