package app.tools;

import java.io.IOException;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;

class Runner {
  void run(String program, String argument) throws IOException {
    new ProcessBuilder(program, argument).start(); // want: command-injection "getParameter("name") reaches new ProcessBuilder as an argument that can be an option"
  }

  void runLine(String line) throws IOException {
    Runtime.getRuntime().exec(line); // want: command-injection "as words of a command"
  }

  void runFixed(String line) throws IOException {
    Runtime.getRuntime().exec(line);
  }

  void convert(Conversion conversion) throws IOException {
    CommandLine line = CommandLine.parse("convert " + conversion.getSource()); // want: command-injection "reaches CommandLine.parse as words"
    line.addArgument(conversion.getFormat());
    new DefaultExecutor().execute(line);
  }

  void quality(Conversion conversion) throws IOException {
    Runtime.getRuntime().exec("convert -quality " + conversion.getQuality());
  }
}
