package dev.plumbline.rules.security;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.rule.BackendRule;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Files in places, or with permissions, that let other users of the machine at them. Prose and
 * examples: {@code InsecureTempFile.md}.
 */
public final class InsecureTempFile implements BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "insecure-temp-file",
          "File that other users of the machine can get at",
          Checklist.SECURITY,
          Cwe.of(377, 379, 732),
          Severity.LOW,
          Confidence.HIGH);

  /** A fixed name below a folder that everybody may write to; not the folder itself. */
  private static final Pattern SHARED = Pattern.compile("(/tmp|/var/tmp|/dev/shm)/.+");

  private static final Pattern CHMOD =
      Pattern.compile(".*\\bchmod\\s+(-R\\s+)?[0-7]?[0-7]{2}[2367]\\b.*");

  /** The names of the calls that are looked at: most are done with at their name. */
  private static final Set<String> ASKED =
      Set.of(
          "get",
          "of",
          "createTempDir",
          "fromString",
          "add",
          "addAll",
          "asList",
          "setWritable",
          "setReadable",
          "mkdir",
          "mkdirs",
          "exec");

  private static final Set<String> OPENS =
      Set.of("FileOutputStream", "FileWriter", "PrintWriter", "RandomAccessFile", "File");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    MainCode code = new MainCode(backend.program());
    code.each(
        (body, step) -> {
          if (step instanceof Instruction.New creation
              && OPENS.contains(creation.type().simpleName())
              && !creation.arguments().isEmpty()) {
            shared(code, body, creation.arguments().get(0))
                .ifPresent(path -> accept(body, step, "the file " + path + " lies", findings));
          }
          if (step instanceof Instruction.Call call) {
            call(code, body, call, findings);
          }
        });
  }

  private static void accept(
      CodeBody body, Instruction step, String what, Consumer<Finding> findings) {
    String message = what + " where every user of the machine can put another one before";
    findings.accept(Finding.of(INFO, body.location(step.span()), message).build());
  }

  /** The constant path, where it lies below a shared folder. */
  private static Optional<String> shared(MainCode code, CodeBody body, int register) {
    return code.constant(body, register)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(path -> SHARED.matcher(path).matches());
  }

  private static void call(
      MainCode code, CodeBody body, Instruction.Call call, Consumer<Finding> findings) {
    if (!ASKED.contains(call.name())) {
      return;
    }
    String type = code.target(body, call).receiver().simpleName();
    if ((type.equals("Paths") && call.name().equals("get")
            || type.equals("Path") && call.name().equals("of"))
        && !call.arguments().isEmpty()) {
      shared(code, body, call.arguments().get(0))
          .ifPresent(path -> accept(body, call, "the file " + path + " lies", findings));
    } else if (call.name().equals("createTempDir") && type.equals("Files")) {
      tell(body, call, "Files.createTempDir makes a folder that every user can read", findings);
    } else if (call.name().equals("fromString") && type.equals("PosixFilePermissions")) {
      code.argument(body, call, 0)
          .map(String::valueOf)
          .filter(text -> text.length() == 9 && text.charAt(7) == 'w')
          .ifPresent(text -> tell(body, call, text + " lets every user write", findings));
    } else if (Set.of("add", "of", "addAll", "asList").contains(call.name())
        && call.arguments().stream()
            .anyMatch(
                each -> MainCode.name(body, each).filter("OTHERS_WRITE"::equals).isPresent())) {
      tell(body, call, "OTHERS_WRITE lets every user write", findings);
    } else if (type.equals("File") && call.name().equals("setWritable")) {
      if (isTrueForAll(code, body, call)) {
        tell(body, call, "File.setWritable(true, false) lets every user write", findings);
      }
    } else if (type.equals("File") && call.name().equals("setReadable")) {
      if (isTrueForAll(code, body, call) && isTemporary(body, call.receiver())) {
        tell(body, call, "File.setReadable(true, false) lets every user read", findings);
      }
    } else if (type.equals("File") && call.name().startsWith("mkdir")) {
      if (isTemporary(body, call.receiver()) && isDeleted(body, call.receiver())) {
        tell(
            body,
            call,
            "between File.delete and File." + call.name() + " another user can take the name",
            findings);
      }
    } else if (call.name().equals("exec") && type.equals("Runtime")) {
      code.argument(body, call, 0)
          .map(String::valueOf)
          .filter(text -> CHMOD.matcher(text).matches())
          .ifPresent(text -> tell(body, call, text + " lets every user write", findings));
    }
  }

  private static boolean isTrueForAll(MainCode code, CodeBody body, Instruction.Call call) {
    return code.argument(body, call, 0).filter(Boolean.TRUE::equals).isPresent()
        && code.argument(body, call, 1).filter(Boolean.FALSE::equals).isPresent();
  }

  private static boolean isTemporary(CodeBody body, int register) {
    return body.definitions(register).stream()
        .anyMatch(
            each ->
                each instanceof Instruction.Call call && call.name().equals("createTempFile")
                    || each instanceof Instruction.Copy copy
                        && copy.source() != register
                        && isTemporaryCall(body, copy.source()));
  }

  private static boolean isTemporaryCall(CodeBody body, int register) {
    return body.definitions(register).stream()
        .anyMatch(
            each -> each instanceof Instruction.Call call && call.name().equals("createTempFile"));
  }

  private static boolean isDeleted(CodeBody body, int register) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call
            && call.receiver() == register
            && call.name().equals("delete")) {
          return true;
        }
      }
    }
    return false;
  }

  private static void tell(
      CodeBody body, Instruction step, String message, Consumer<Finding> findings) {
    findings.accept(Finding.of(INFO, body.location(step.span()), message).build());
  }
}
