import com.sun.management.OperatingSystemMXBean;
import dev.plumbline.analyzer.frontend.GeneratorInputReader;
import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.ir.GeneratorInput;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Linker;
import dev.plumbline.analyzer.program.LoweredFile;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceReader;
import dev.plumbline.analyzer.source.SourceText;
import dev.plumbline.analyzer.source.WorkspaceScanner;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * CPU seconds of this process (all threads, compiler and collector too) for parsing and lowering,
 * for linking, and for the types of every body, tests included; and the live heap behind each.
 */
final class TypeAll {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private TypeAll() {}

  public static void main(String[] arguments) throws Exception {
    Thread thread =
        new Thread(null, () -> measure(Path.of(arguments[0])), "main", JavaFrontEnd.STACK_BYTES);
    thread.start();
    thread.join();
  }

  private static void measure(Path path) {
    try {
      double start = cpu();
      List<LoweredFile> files = new ArrayList<>();
      List<GeneratorInput> inputs = new ArrayList<>();
      SourceReader reader = new SourceReader();
      JavaFrontEnd frontEnd = new JavaFrontEnd();
      for (SourceFile file :
          new WorkspaceScanner().scan(path, WorkspaceScanner.Options.DEFAULT).files()) {
        boolean java = file.kind() == SourceKind.JAVA;
        if (!java && !GeneratorInputReader.reads(file.path())) {
          continue;
        }
        if (reader.read(file) instanceof SourceText text) {
          if (java) {
            frontEnd
                .parse(file.path(), text.text())
                .unit()
                .ifPresent(unit -> files.add(new LoweredFile(file, unit)));
          } else {
            GeneratorInputReader.read(file.path(), text.text(), problem -> {})
                .ifPresent(inputs::add);
          }
        }
      }
      double parsed = cpu();
      System.out.printf("parse and lower  %6.2f s  %5d MB%n", parsed - start, heap());
      double beforeLink = cpu();
      Program program = Linker.link(files, inputs, Library.shipped());
      double linked = cpu();
      System.out.printf("link             %6.2f s  %5d MB%n", linked - beforeLink, heap());
      double beforeTypes = cpu();
      long calls = 0;
      for (CodeBody body : program.bodies()) {
        if (body.enclosing().isEmpty() && body.body().registerCount() > 0) {
          program.inference().typeOf(body, body.body().registerCount() - 1);
        }
        calls += body.body().blocks().stream().mapToInt(b -> b.instructions().size()).sum();
      }
      double typed = cpu();
      System.out.printf(
          "types            %6.2f s  %5d MB  %d bodies, %d instructions%n",
          typed - beforeTypes, heap(), program.bodies().size(), calls);
      System.out.println(program.files().size() + " files");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static double cpu() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }

  /** In megabytes, behind a collection; its time is not counted. */
  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
