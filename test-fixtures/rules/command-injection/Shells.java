package app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Shells {
  private static final String SHELL = "/bin/bash";
  private static final Pattern HOST = Pattern.compile("[a-z0-9][a-z0-9.]*");
  private static final Pattern PLAIN = Pattern.compile("^[a-zA-Z0-9_/\\.-]+$");
  private static final Set<String> TOOLS = Set.of("ping", "traceroute");
  private static final Map<String, String> SCRIPTS = Map.of("daily", "/opt/daily.sh");

  enum Level {
    LOW,
    HIGH
  }

  record Job(String name, List<String> arguments, int retries) {}

  @GetMapping("/line")
  void line(@RequestParam String host) throws IOException { // step: command-injection 1
    // want: command-injection "parameter host reaches Runtime.exec as words of a command"
    Runtime.getRuntime().exec("ping -c 1 " + host); // step: command-injection 2
  }

  @GetMapping("/whole")
  void whole(@RequestParam String command) throws IOException {
    Runtime.getRuntime().exec(command); // want: command-injection "decides which program is started"
  }

  @GetMapping("/shell")
  void shell(@RequestParam String host) throws IOException {
    Runtime.getRuntime().exec(new String[] {"sh", "-c", "ping " + host}); // want: command-injection "as text that a shell or interpreter runs"
  }

  @GetMapping("/named-shell")
  void namedShell(@RequestParam String host) throws IOException {
    new ProcessBuilder(SHELL, "-lc", "ping " + host).start(); // want: command-injection "as text that a shell"
  }

  @GetMapping("/windows")
  void windows(@RequestParam String folder) throws IOException {
    new ProcessBuilder("cmd.exe", "/C", "dir", folder).start(); // want: command-injection "as text that a shell"
  }

  @GetMapping("/powershell")
  void powershell(@RequestParam String query) throws IOException {
    new ProcessBuilder("powershell", "-NoProfile", "-Command", query).start(); // want: command-injection "as text that a shell"
  }

  @GetMapping("/os")
  void system(@RequestParam String file) throws IOException {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    List<String> command = new ArrayList<>();
    if (windows) {
      command.add("cmd");
      command.add("/c");
    } else {
      command.add("/bin/sh");
      command.add("-c");
    }
    command.add("type " + file);
    ProcessBuilder builder = new ProcessBuilder();
    builder.command(command); // want: command-injection "as text that a shell"
    builder.start();
  }

  @GetMapping("/python")
  void python(@RequestParam String code) throws IOException {
    new ProcessBuilder("/usr/bin/python3", "-c", code).start(); // want: command-injection "as text that a shell or interpreter"
  }

  @GetMapping("/remote")
  void remote(@RequestParam String name) throws IOException {
    new ProcessBuilder("ssh", "-q", "backup@10.0.0.5", "restore", name).start(); // want: command-injection "as text that a shell"
  }

  @GetMapping("/sudo")
  void sudo(@RequestParam String tool) throws IOException {
    new ProcessBuilder("sudo", "-n", tool).start(); // want: command-injection "decides which program"
  }

  @GetMapping("/container")
  void container(@RequestParam String name) throws IOException {
    new ProcessBuilder("docker", "exec", "web", "sh", "-c", "cat /logs/" + name).start(); // want: command-injection "as text that a shell"
  }

  @GetMapping("/option")
  void option(@RequestParam String archive) throws IOException {
    new ProcessBuilder("tar", "xzf", archive).start(); // want: command-injection "as an argument that can be an option"
  }

  @GetMapping("/list")
  void list(@RequestParam List<String> files) throws IOException {
    List<String> command = new ArrayList<>(List.of("zip", "-r", "out.zip"));
    command.addAll(files);
    new ProcessBuilder(command).start(); // want: command-injection "parameter files reaches new ProcessBuilder"
  }

  @PostMapping("/record")
  void record(@RequestBody Job job) throws IOException {
    String[] command = {"sh", "-c", String.format("run-job %s --times %d", job.name(), job.retries())};
    Runtime.getRuntime().exec(command); // want: command-injection "as text that a shell"
  }

  @GetMapping("/environment")
  void environment(@RequestHeader("X-Zone") String zone) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("/opt/report");
    builder.environment().put("ZONE", zone);
    builder.start(); // want: command-injection "among the environment"
  }

  @GetMapping("/environment2")
  void environment2(@RequestParam String zone) throws IOException {
    Runtime.getRuntime().exec("/opt/report", new String[] {"ZONE=" + zone}); // want: command-injection "in the environment of a process"
  }

  @GetMapping("/added")
  void added(@RequestParam String file) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("tar", "xzf");
    builder.command().add(file);
    builder.start(); // want: command-injection "among the environment and the arguments"
  }

  @GetMapping("/native")
  void library(@RequestParam String name) {
    System.loadLibrary(name); // want: command-injection "as a library of native code"
  }

  // ---- safe ones

  @GetMapping("/fixed")
  void fixed(@RequestParam int count) throws IOException {
    Runtime.getRuntime().exec("ping -c " + count + " localhost");
  }

  @GetMapping("/enum")
  void chosen(@RequestParam Level level, @PathVariable UUID id) throws IOException {
    Runtime.getRuntime().exec("report --level " + level + " " + id);
  }

  @GetMapping("/checked")
  void checked(@RequestParam String host) throws IOException {
    if (!HOST.matcher(host).matches()) {
      throw new IllegalArgumentException("host");
    }
    Runtime.getRuntime().exec("ping -c 1 " + host);
  }

  @GetMapping("/plain")
  void plain(@RequestParam String folder) throws IOException {
    String checked = filtered(folder);
    if (checked == null) {
      return;
    }
    new ProcessBuilder("sh", "-c", "ls -la " + checked).start();
  }

  private static String filtered(String text) {
    return PLAIN.matcher(text).matches() ? text : null;
  }

  @GetMapping("/not-plain")
  void notPlain(@RequestParam String folder) throws IOException {
    if (folder.matches("[a-z0-9_/. -]+")) {
      new ProcessBuilder("tar", "-xf " + folder).start();
      Runtime.getRuntime().exec("tar -xf " + folder); // want: command-injection "as words of a command"
    }
  }

  @GetMapping("/allowed")
  void allowed(@RequestParam String tool) throws IOException {
    if (TOOLS.contains(tool)) {
      new ProcessBuilder(tool, "localhost").start();
    }
  }

  @GetMapping("/mapped")
  void mapped(@RequestParam String job) throws IOException {
    new ProcessBuilder("sh", SCRIPTS.get(job)).start();
  }

  @GetMapping("/switched")
  void switched(@RequestParam String job) throws IOException {
    String script =
        switch (job) {
          case "daily" -> "/opt/daily.sh";
          default -> "/opt/weekly.sh";
        };
    Runtime.getRuntime().exec(script);
  }

  @GetMapping("/positional")
  void positional(@RequestParam String name) throws IOException {
    // The script is fixed, and the text is the value of $1.
    new ProcessBuilder("sh", "-c", "grep -F -- \"$1\" /var/log/app.log", "sh", name).start();
  }

  @GetMapping("/ended")
  void ended(@RequestParam String name) throws IOException {
    new ProcessBuilder("grep", "-F", "--", name, "/var/log/app.log").start();
  }

  @GetMapping("/begun")
  void begun(@RequestParam String branch) throws IOException {
    new ProcessBuilder("deploy", "--branch=" + branch).start();
    new ProcessBuilder("deploy", "--branch", branch).start();
  }

  @GetMapping("/streamed")
  void streamed(@RequestParam List<Integer> ids) throws IOException {
    List<String> command =
        Stream.concat(Stream.of("purge"), ids.stream().map(String::valueOf))
            .collect(Collectors.toList());
    new ProcessBuilder(command).start();
  }

  @GetMapping("/others")
  void others(@RequestParam String comment) throws IOException {
    List<String> command = Arrays.asList("uptime", "-p");
    Process process = new ProcessBuilder(command).start();
    process.getOutputStream().write(comment.getBytes());
  }
}
