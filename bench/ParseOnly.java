import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The yardstick: JavaParser over the Java files below a folder, in the configuration that the
 * analyser uses, and nothing else. Every tree is dropped at once.
 */
final class ParseOnly {

  private ParseOnly() {}

  public static void main(String[] arguments) throws Exception {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of(arguments[0]))) {
      files = walk.filter(file -> file.toString().endsWith(".java")).toList();
    }
    AtomicInteger next = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    Thread[] threads = new Thread[Runtime.getRuntime().availableProcessors()];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(null, () -> parse(files, next, failed), "parse", 16L << 20);
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(files.size() + " files, " + failed + " not parsed");
  }

  private static void parse(List<Path> files, AtomicInteger next, AtomicInteger failed) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_26)
            .setAttributeComments(false);
    configuration.getProcessors().clear();
    JavaParser parser = new JavaParser(configuration);
    for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
      try {
        if (!parser.parse(Files.readString(files.get(i))).isSuccessful()) {
          failed.incrementAndGet();
        }
      } catch (IOException e) {
        failed.incrementAndGet();
      }
    }
  }
}
