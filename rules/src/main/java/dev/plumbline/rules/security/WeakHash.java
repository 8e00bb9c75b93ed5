package dev.plumbline.rules.security;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.rule.UseRule;
import dev.plumbline.analyzer.taint.Use;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A digest for which two texts with one hash can be found, where nothing says that it is for
 * something harmless. Prose and examples: {@code WeakHash.md}.
 */
public final class WeakHash implements UseRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "weak-hash",
          "Digest for which collisions can be made",
          Checklist.SECURITY,
          Cwe.of(328, 327),
          Severity.MEDIUM,
          Confidence.MEDIUM);

  private static final String PASSWORD = "password";
  private static final String SIGNATURE = "signature";
  private static final String KEY = "key";

  private static final Set<MethodRole.Crypto.Use> USES =
      Set.of(
          MethodRole.Crypto.Use.DIGEST, MethodRole.Crypto.Use.SIGNATURE, MethodRole.Crypto.Use.MAC);

  private static final Set<String> DIGESTS =
      Set.of("MD2", "MD4", "MD5", "SHA", "SHA0", "SHA1", "SHA-0", "SHA-1", "RIPEMD128");

  /** What is named so is told apart or looked up by its hash, and protected by nothing. */
  private static final Set<String> HARMLESS =
      Set.of(
          "etag",
          "checksum",
          "cache",
          "cached",
          "caching",
          "gravatar",
          "avatar",
          "dedup",
          "deduplicate",
          "deduplication",
          "fingerprint",
          "bucket",
          "buckets",
          "shard",
          "sharding",
          "partition",
          "partitioner",
          "consistent",
          "bloom",
          "ketama",
          "murmur",
          "uuid",
          "filename",
          "chunk",
          "chunks",
          "upload",
          "uploader",
          "file",
          "files",
          "image",
          "icon",
          "thumbnail",
          "index",
          "dom",
          "revision",
          "version",
          "diff",
          "changed",
          "changes",
          "modified",
          "integrity",
          "crc",
          "torrent",
          "websocket",
          "handshake",
          "idempotent",
          "idempotency",
          "limiter",
          "duplicate",
          "duplicates",
          "repeat");

  /** Where a hash is named so it stands for a password, whatever else is named there. */
  private static final Set<String> PASSWORDS =
      Set.of("password", "passwd", "pwd", "passphrase", "passcode", "credential", "credentials");

  /** What somebody else checks, to know who has written a text. */
  private static final Set<String> SIGNATURES =
      Set.of("sign", "signature", "signed", "signing", "hmac", "license", "seal");

  /** What opens something. */
  private static final Set<String> OPENS =
      Set.of(
          "secret",
          "token",
          "auth",
          "authenticate",
          "authentication",
          "login",
          "salt",
          "encrypt",
          "encryption",
          "nonce",
          "session");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean wants(MethodRole role) {
    return role instanceof MethodRole.Crypto crypto && USES.contains(crypto.use());
  }

  @Override
  public Optional<Finding> judge(Use use) {
    MethodRole.Crypto crypto = (MethodRole.Crypto) use.role();
    List<String> names = crypto.algorithm().map(List::of).orElseGet(() -> ValueFinding.texts(use));
    Optional<String> weak = names.stream().filter(name -> isWeak(crypto.use(), name)).findFirst();
    if (weak.isEmpty() || use.target().name().equals("nameUUIDFromBytes")) {
      return Optional.empty();
    }
    String purpose = purpose(crypto.use(), use);
    if (purpose.isEmpty() && (isNamed(use, HARMLESS) || isToldByParameters(use))) {
      return Optional.empty();
    }
    String message = ValueFinding.called(use) + " " + told(purpose, weak.get());
    return Optional.of(
        ValueFinding.of(INFO, use, message)
            .severity(purpose.isEmpty() ? Severity.LOW : Severity.MEDIUM)
            .confidence(purpose.isEmpty() ? Confidence.MEDIUM : Confidence.HIGH)
            .build());
  }

  /** Whether the method is handed the kind of a checksum, or a file. */
  private static boolean isToldByParameters(Use use) {
    return use.body().method().declaration().parameters().stream()
        .anyMatch(
            each ->
                NameWords.contain(each.name(), HARMLESS)
                    || NameWords.contain(each.type().name(), HARMLESS));
  }

  /** What the digest is for; empty where no name tells. */
  private static String purpose(MethodRole.Crypto.Use kind, Use use) {
    if (kind != MethodRole.Crypto.Use.DIGEST) {
      return SIGNATURE;
    }
    return isNamed(use, PASSWORDS)
        ? PASSWORD
        : isNamed(use, SIGNATURES) ? SIGNATURE : isNamed(use, OPENS) ? KEY : "";
  }

  private static String told(String purpose, String digest) {
    return switch (purpose) {
      case PASSWORD ->
          "hashes a password with " + digest + ", which is tried billions of times a second";
      case SIGNATURE -> "makes a signature with " + digest + ", for which collisions can be made";
      case KEY -> "protects a secret with " + digest + ", for which collisions can be made";
      default -> "uses " + digest + ", for which collisions can be made";
    };
  }

  private static boolean isWeak(MethodRole.Crypto.Use use, String name) {
    String upper = name.trim().toUpperCase(Locale.ROOT);
    return switch (use) {
      // The digest of an HMAC may have collisions; MD5 and older are given up all the same.
      case MAC -> upper.matches("HMAC-?MD[245]");
      case SIGNATURE ->
          upper.matches("(MD[245]|SHA-?1|SHA)WITH.*")
              || upper.equals("DSA")
              || upper.equals("NONE");
      default -> DIGESTS.contains(upper);
    };
  }

  /** Whether the code around, or what the call is given and gives, is named so. */
  private static boolean isNamed(Use use, Set<String> words) {
    CodeBody body = use.body();
    if (NameWords.contain(body.method().name(), words)
        || NameWords.contain(body.owner().declaredAround().declaration().simpleName(), words)) {
      return true;
    }
    if (use.site() instanceof Instruction.Call call) {
      for (int i = 0; i < call.arguments().size(); i++) {
        if (isNamed(body, call.arguments().get(i), words, 0)) {
          return true;
        }
      }
    }
    Set<Integer> made = made(body, use.site().target());
    return isNamed(body, use.site().target(), words, 0)
        || made.stream().anyMatch(each -> isKeptAs(body, each, words));
  }

  /** The digest, or what it gives: the result of the call, and what is made of it. */
  private static Set<Integer> made(CodeBody body, int result) {
    Set<Integer> made = new TreeSet<>(Set.of(result));
    for (int size = 0; size != made.size(); ) {
      size = made.size();
      for (Block block : body.body().blocks()) {
        for (Instruction each : block.instructions()) {
          if (each instanceof Instruction.Copy copy && made.contains(copy.source())
              || each instanceof Instruction.Call call
                  && (made.contains(call.receiver())
                      || call.arguments().stream().anyMatch(made::contains))) {
            made.add(each.target());
          }
        }
      }
    }
    made.remove(Body.NONE);
    return made;
  }

  private static boolean isNamed(CodeBody body, int register, Set<String> words, int depth) {
    if (register < 0 || depth > 3) {
      return false;
    }
    if (body.variable(register).filter(each -> NameWords.contain(each.name(), words)).isPresent()) {
      return true;
    }
    return body.definitions(register).stream()
        .anyMatch(
            each ->
                each instanceof Instruction.Call call
                        && (NameWords.contain(call.name(), words)
                            || isNamed(body, call.receiver(), words, depth + 1))
                    || each instanceof Instruction.LoadField load
                        && NameWords.contain(load.name(), words)
                    || each instanceof Instruction.LoadName name
                        && NameWords.contain(String.join(" ", name.path()), words)
                    || each instanceof Instruction.Operation operation
                        && operation.operands().stream()
                            .anyMatch(part -> isNamed(body, part, words, depth + 1)));
  }

  /** Whether the result goes into something of such a name, or takes something of it in. */
  private static boolean isKeptAs(CodeBody body, int result, Set<String> words) {
    return body.body().blocks().stream()
        .flatMap(block -> block.instructions().stream())
        .anyMatch(
            each ->
                each instanceof Instruction.Copy copy
                        && copy.source() == result
                        && isNamed(body, copy.target(), words, 3)
                    || each instanceof Instruction.StoreField store
                        && store.source() == result
                        && NameWords.contain(store.name(), words)
                    || each instanceof Instruction.StoreName name
                        && name.source() == result
                        && NameWords.contain(String.join(" ", name.path()), words)
                    || each instanceof Instruction.Call call
                        && (call.arguments().stream().anyMatch(part -> part == result)
                                && NameWords.contain(call.name(), words)
                            || call.receiver() == result
                                && call.arguments().stream()
                                    .anyMatch(part -> isNamed(body, part, words, 0))));
  }
}
