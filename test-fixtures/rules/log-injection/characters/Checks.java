package app.characters;

import java.util.logging.Logger;
import javax.servlet.http.HttpServletRequest;

/** What a helper proves that looks at every character, and what one that does not. */
class Checks {
  private static final Logger log = Logger.getLogger("app");

  void indexed(HttpServletRequest request) {
    String order = request.getParameter("order");
    if (isNumber(order)) {
      log.info(order);
    }
  }

  void refused(HttpServletRequest request) {
    String version = request.getParameter("version");
    if (!isVersion(version)) {
      log.info(version); // want: log-injection "Logger.info"
      return;
    }
    log.info(version);
  }

  void each(HttpServletRequest request) {
    String name = request.getParameter("name");
    if (isWord(name)) {
      log.info(name);
    }
  }

  void listed(HttpServletRequest request) {
    String code = request.getParameter("code");
    if (isListed(code)) {
      log.info(code);
    }
  }

  void flag(HttpServletRequest request) {
    String code = request.getParameter("code");
    if (isFlagged(code)) {
      log.info(code);
    }
  }

  void breaks(HttpServletRequest request) {
    String text = request.getParameter("text");
    if (isOneLine(text)) {
      log.info(text);
    }
  }

  void stream(HttpServletRequest request) {
    String name = request.getParameter("name");
    if (name.chars().allMatch(Character::isLetterOrDigit)) {
      log.info(name);
    }
    String text = request.getParameter("text");
    if (text.chars().noneMatch(c -> c == '\n' || c == '\r')) {
      log.info(text);
    }
    String line = request.getParameter("line");
    if (line.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException();
    }
    log.info(line);
  }

  void someOfStream(HttpServletRequest request) {
    String name = request.getParameter("name");
    if (name.chars().anyMatch(Character::isLetterOrDigit)) {
      log.info(name); // want: log-injection "Logger.info"
    }
  }

  void filteredStream(HttpServletRequest request) {
    String name = request.getParameter("name");
    if (name.chars().filter(c -> c > ' ').allMatch(Character::isLetterOrDigit)) {
      log.info(name); // want: log-injection "Logger.info"
    }
  }

  void notTheFirst(HttpServletRequest request) {
    String text = request.getParameter("text");
    if (startsLate(text)) {
      log.info(text); // want: log-injection "Logger.info"
    }
  }

  void everyOther(HttpServletRequest request) {
    String text = request.getParameter("text");
    if (skips(text)) {
      log.info(text); // want: log-injection "Logger.info"
    }
  }

  void anyOfThem(HttpServletRequest request) {
    String text = request.getParameter("text");
    if (hasDigit(text)) {
      log.info(text); // want: log-injection "Logger.info"
    }
  }

  void toTheFirstBlank(HttpServletRequest request) {
    String text = request.getParameter("text");
    if (beginsWithNumber(text)) {
      log.info(text); // want: log-injection "Logger.info"
    }
  }

  void unlessLax(HttpServletRequest request) {
    String text = request.getParameter("text");
    if (isNumberUnless(request.getParameter("lax") != null, text)) {
      log.info(text); // want: log-injection "Logger.info"
    }
  }

  void behindTheThird(HttpServletRequest request) {
    String text = request.getParameter("text");
    if (isNumberBehind(text)) {
      log.info(text); // want: log-injection "Logger.info"
    }
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isVersion(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(String text) {
    if (text == null || text.isEmpty()) {
      return false;
    }
    for (char c : text.toCharArray()) {
      if (!Character.isLetterOrDigit(c) && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isListed(String text) {
    int length = text.length();
    for (int i = 0; i < length; ++i) {
      if ("0123456789ABCDEF-".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFlagged(String text) {
    boolean fits = true;
    for (char c : text.toCharArray()) {
      if (!Character.isLetter(c)) {
        fits = false;
        break;
      }
    }
    return fits;
  }

  private static boolean isOneLine(String text) {
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\n':
        case '\r':
          return false;
        default:
          break;
      }
    }
    return true;
  }

  private static boolean startsLate(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean skips(String text) {
    for (int i = 0; i < text.length(); i += 2) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasDigit(String text) {
    for (char c : text.toCharArray()) {
      if (Character.isDigit(c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsWithNumber(String text) {
    for (char c : text.toCharArray()) {
      if (c == ' ') {
        break;
      }
      if (!Character.isDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumberUnless(boolean lax, String text) {
    if (lax) {
      return true;
    }
    for (char c : text.toCharArray()) {
      if (!Character.isDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumberBehind(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (i > 2) {
        if (!Character.isDigit(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
