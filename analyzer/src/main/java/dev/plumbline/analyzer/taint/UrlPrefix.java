package dev.plumbline.analyzer.taint;

import java.util.List;
import java.util.regex.Pattern;

/** Beginnings of URLs that fix the host, and ends of hosts that fix the domain. */
final class UrlPrefix {

  private static final Pattern FIXED =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#\\\\]+[/?#].*", Pattern.DOTALL);

  private UrlPrefix() {}

  /** The kinds for which a text that begins with {@code prefix} is harmless. */
  static long clears(String prefix) {
    return FIXED.matcher(prefix).matches() ? Kinds.HOST : 0;
  }

  /** Whether it is the host of a parsed address, or nothing: the end of other texts is free. */
  static boolean isHost(Val text) {
    if (text instanceof Val.Choice choice) {
      return choice.options().stream().allMatch(each -> each instanceof Val.Const || isHost(each));
    }
    return text instanceof Val.Atom atom
        && atom.forms().stream()
            .anyMatch(form -> form.kinds() != 0 && (form.kinds() & ~Kinds.HOST) == 0);
  }

  /**
   * Whether a host that ends so is one below a domain of ours. Without the dot {@code
   * evilshop.example} ends like {@code shop.example}.
   */
  static boolean isDomain(Val suffix) {
    if (suffix instanceof Val.Choice choice) {
      return choice.options().stream().allMatch(UrlPrefix::isDomain);
    }
    List<Val> parts = suffix instanceof Val.Text text ? text.parts() : List.of();
    Val first = parts.isEmpty() ? suffix : parts.get(0);
    return first instanceof Val.Const constant
        && String.valueOf(constant.value()).startsWith(".")
        && (parts.size() > 1 || String.valueOf(constant.value()).length() > 1)
        && Join.taintsOf(suffix).stream().noneMatch(each -> each.origin() instanceof Source);
  }
}
