package dev.plumbline.analyzer.report;

import dev.plumbline.analyzer.finding.Level;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the user must know about the scan itself. Whatever makes the analysis incomplete is listed
 * with its place; notices are folded by their sort.
 */
final class ScanNotes {

  /** The machine formats list them all; a screen of them serves nobody. */
  private static final int MAX_INCOMPLETE = 20;

  private static final int NOTICES_OF_A_SORT = 3;
  private static final String INDENT = "  ";

  private final Pen pen;

  ScanNotes(Pen pen) {
    this.pen = pen;
  }

  List<String> lines(List<Notification> notifications) {
    List<String> out = new ArrayList<>();
    List<Notification> incomplete =
        notifications.stream()
            .filter(n -> n.kind().incomplete() && n.kind() != Notification.Kind.INTERNAL)
            .toList();
    List<Notification> internal =
        notifications.stream().filter(n -> n.kind() == Notification.Kind.INTERNAL).toList();
    List<Notification> notices =
        notifications.stream().filter(n -> !n.kind().incomplete()).toList();
    if (!incomplete.isEmpty()) {
      out.add(pen.paint(Pen.Tone.of(Level.WARNING), "Not fully analysed"));
      list(out, incomplete);
    }
    if (!internal.isEmpty()) {
      separate(out);
      out.add(pen.paint(Pen.Tone.of(Level.ERROR), "Plumbline failed here"));
      list(out, internal);
      String request =
          "This is a defect of Plumbline, not of your code. Please report it with the lines above"
              + " and, if you can share it, the code that they name.";
      for (String line : pen.wrap(request, pen.width() - INDENT.length())) {
        out.add(INDENT + line);
      }
    }
    if (!notices.isEmpty()) {
      separate(out);
      out.add(pen.paint(Pen.Tone.BOLD, "Notices"));
      fold(out, notices);
    }
    return out;
  }

  private static void separate(List<String> out) {
    if (!out.isEmpty()) {
      out.add("");
    }
  }

  private void list(List<String> out, List<Notification> notifications) {
    int shown = Math.min(MAX_INCOMPLETE, notifications.size());
    for (Notification each : notifications.subList(0, shown)) {
      String rule = each.ruleId().map(id -> "rule " + id + ": ").orElse("");
      place(each).ifPresent(place -> out.add(INDENT + pen.paint(Pen.Tone.BOLD, place)));
      String indent = each.path().isPresent() ? INDENT + INDENT : INDENT;
      for (String line : pen.wrap(rule + each.message(), pen.width() - indent.length())) {
        out.add(indent + line);
      }
    }
    if (shown < notifications.size()) {
      out.add(
          String.format(
              Locale.ROOT,
              "%sand %,d more; the sarif and json reports list them all",
              INDENT,
              notifications.size() - shown));
    }
  }

  private void fold(List<String> out, List<Notification> notices) {
    Map<String, List<Notification>> sorts = new LinkedHashMap<>();
    for (Notification notice : notices) {
      sorts.computeIfAbsent(sort(notice.message()), key -> new ArrayList<>()).add(notice);
    }
    for (List<Notification> sort : sorts.values()) {
      // With one text for all, the text stands once.
      String text = sort.get(0).message();
      boolean same = sort.stream().allMatch(n -> n.message().equals(text));
      String title = same ? text : sort(text);
      for (String line : pen.wrap(title, pen.width() - INDENT.length())) {
        out.add(INDENT + line);
      }
      int shown = Math.min(NOTICES_OF_A_SORT, sort.size());
      for (Notification each : sort.subList(0, shown)) {
        String detail = same ? "" : pen.safe(detail(each.message()));
        String place = place(each).orElse("");
        String gap = place.isEmpty() || detail.isEmpty() ? "" : INDENT;
        if (!place.isEmpty() || !detail.isEmpty()) {
          out.add(INDENT + INDENT + place + gap + detail);
        }
      }
      if (shown < sort.size()) {
        out.add(
            String.format(Locale.ROOT, "%s%sand %,d more", INDENT, INDENT, sort.size() - shown));
      }
    }
  }

  /** The message without what differs from file to file, which stands in parentheses. */
  private static String sort(String message) {
    int open = message.indexOf(" (");
    int close = message.lastIndexOf(')');
    return open >= 0 && close > open
        ? message.substring(0, open) + message.substring(close + 1)
        : message;
  }

  private static String detail(String message) {
    int open = message.indexOf(" (");
    int close = message.lastIndexOf(')');
    return open >= 0 && close > open ? message.substring(open + 2, close) : "";
  }

  private Optional<String> place(Notification notification) {
    String position = notification.span().map(ScanNotes::position).orElse("");
    return notification.path().map(path -> pen.safe(path) + position);
  }

  private static String position(Span span) {
    return ":" + span.startLine() + ":" + span.startColumn();
  }
}
