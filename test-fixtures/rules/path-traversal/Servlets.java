package app;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Enumeration;
import java.util.UUID;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.Part;

class Servlets extends HttpServlet {
  private static final String BASE = "/srv/files/";
  private String configured = System.getProperty("java.io.tmpdir");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = request.getParameter("name"); // step: path-traversal 1
    File file = new File(BASE, name);
    // want: path-traversal "reaches new FileInputStream as a path"
    try (FileInputStream in = new FileInputStream(file)) {
      in.transferTo(response.getOutputStream());
    }
  }

  void text(HttpServletRequest request) throws IOException {
    String path = BASE + request.getParameter("name");
    new FileReader(path).close(); // want: path-traversal "reaches new FileReader as a path"
  }

  void looked(HttpServletRequest request) throws IOException {
    File file = new File(BASE + request.getParameter("name"));
    if (file.exists()) {
      new RandomAccessFile(file, "r").close(); // want: path-traversal "RandomAccessFile"
    }
  }

  boolean onlyLooked(HttpServletRequest request) {
    return new File(BASE, request.getParameter("name")).exists(); // want: path-traversal "File.exists"
  }

  void nio(HttpServletRequest request) throws IOException {
    Path path = Paths.get(BASE, request.getParameter("name"));
    byte[] bytes = Files.readAllBytes(path); // want: path-traversal "Files.readAllBytes"
    Files.delete(Path.of(BASE).resolve(request.getHeader("X-Name"))); // want: path-traversal "Files.delete"
  }

  void cookie(HttpServletRequest request) throws IOException {
    for (Cookie cookie : request.getCookies()) {
      if (cookie.getName().equals("theme")) {
        Files.readString(Path.of(BASE + cookie.getValue())); // want: path-traversal "readString"
      }
    }
  }

  void upload(HttpServletRequest request) throws Exception {
    Part part = request.getPart("file");
    part.write(BASE + part.getSubmittedFileName()); // want: path-traversal "reaches Part.write"
  }

  void headers(HttpServletRequest request) throws IOException {
    Enumeration<String> names = request.getHeaders("X-File");
    while (names.hasMoreElements()) {
      new FileOutputStream(BASE + names.nextElement()).close(); // want: path-traversal "FileOutputStream"
    }
  }

  void replaced(HttpServletRequest request) throws IOException {
    String name = request.getParameter("name").replace("../", "");
    new FileReader(BASE + name).close(); // want: path-traversal "FileReader"
  }

  void startChecked(HttpServletRequest request) throws IOException {
    String path = BASE + request.getParameter("name");
    if (!path.startsWith(BASE)) {
      throw new IOException(path);
    }
    new FileReader(path).close(); // want: path-traversal "FileReader"
  }

  void wrongVariable(HttpServletRequest request) throws IOException {
    File file = new File(BASE, request.getParameter("name"));
    File other = new File(BASE, "readme.txt");
    if (!other.getCanonicalPath().startsWith(BASE)) {
      throw new IOException();
    }
    new FileReader(file).close(); // want: path-traversal "FileReader"
  }

  void canonical(HttpServletRequest request) throws IOException {
    File file = new File(BASE, request.getParameter("name"));
    if (!file.getCanonicalPath().startsWith(BASE)) {
      throw new IOException();
    }
    new FileInputStream(file).close();
  }

  void canonicalInVariables(HttpServletRequest request) throws IOException {
    File folder = new File(BASE);
    File file = new File(folder, request.getParameter("name"));
    String inside = file.getCanonicalPath();
    String around = folder.getCanonicalPath() + File.separator;
    if (inside.startsWith(around)) {
      new FileInputStream(file).close();
    }
  }

  void canonicalEquals(HttpServletRequest request) throws IOException {
    File file = new File(BASE, request.getParameter("name"));
    if (!file.getCanonicalFile().getParentFile().equals(new File(BASE).getCanonicalFile())) {
      throw new IOException();
    }
    new FileInputStream(file).close();
  }

  void normalized(HttpServletRequest request) throws IOException {
    Path base = Paths.get(BASE);
    Path path = base.resolve(request.getParameter("name")).normalize();
    if (!path.startsWith(base)) {
      throw new IOException();
    }
    Files.readAllBytes(path);
  }

  void realPath(HttpServletRequest request) throws IOException {
    Path base = Paths.get(BASE);
    Path path = base.resolve(request.getParameter("name")).toRealPath();
    if (path.startsWith(base)) {
      Files.readAllBytes(path);
    }
  }

  void dotsRefused(HttpServletRequest request) throws IOException {
    String name = request.getParameter("name");
    if (name.contains("..") || name.contains("/") || name.contains("\\")) {
      throw new IOException();
    }
    new FileReader(BASE + name).close();
  }

  void dotsRefusedBehindFolder(HttpServletRequest request) throws IOException {
    String name = request.getParameter("name");
    if (name.contains("..")) {
      throw new IOException();
    }
    new FileReader(BASE + name).close();
  }

  void lastName(HttpServletRequest request) throws IOException {
    String name = new File(request.getParameter("name")).getName();
    new FileReader(BASE + name).close();
    String other = Paths.get(request.getParameter("name")).getFileName().toString();
    new FileReader(BASE + other).close();
  }

  void pattern(HttpServletRequest request) throws IOException {
    String name = request.getParameter("name");
    if (!name.matches("[A-Za-z0-9_-]+")) {
      throw new IOException();
    }
    new FileReader(BASE + name + ".txt").close();
  }

  void cleaned(HttpServletRequest request) throws IOException {
    String name = request.getParameter("name").replaceAll("[^a-zA-Z0-9]", "");
    new FileReader(BASE + name).close();
  }

  void chosen(HttpServletRequest request) throws IOException {
    String file;
    switch (request.getParameter("kind")) {
      case "terms":
        file = "terms.txt";
        break;
      case "imprint":
        file = "imprint.txt";
        break;
      default:
        throw new IOException();
    }
    new FileReader(BASE + file).close();
  }

  void number(HttpServletRequest request) throws IOException {
    int id = Integer.parseInt(request.getParameter("id"));
    new FileReader(BASE + id + ".txt").close();
    new FileReader(BASE + UUID.fromString(request.getParameter("key"))).close();
  }

  void ownNames(HttpServletRequest request) throws IOException {
    new FileOutputStream(BASE + UUID.randomUUID()).close();
    new FileOutputStream(BASE + System.currentTimeMillis() + ".tmp").close();
    new FileOutputStream(new File(configured, "report.txt")).close();
    File.createTempFile(request.getParameter("prefix"), ".tmp");
  }

  void content(HttpServletRequest request) throws IOException {
    Files.writeString(Path.of(BASE, "last.txt"), request.getParameter("text"));
    BufferedReader reader = new BufferedReader(request.getReader());
    Files.write(Path.of(BASE, "body.txt"), reader.readLine().getBytes());
  }

  void remoteAddress(HttpServletRequest request) throws IOException {
    new FileOutputStream(BASE + request.getRemotePort()).close();
  }
}
