package dev.plumbline.analyzer.report;

import de.jcup.sarif_2_1_0.model.Message;
import de.jcup.sarif_2_1_0.model.MultiformatMessageString;
import dev.plumbline.analyzer.finding.FlowStep;
import java.util.List;
import java.util.regex.Pattern;

/** Words for SARIF 2.1.0 messages (section 3.11). */
final class SarifText {

  /** Text in brackets that a reader would take for a link (section 3.11.6). */
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)\\](?=\\()");

  /** GitHub shows related places only where the message links to them; a few are enough. */
  private static final int MAX_LINKS = 3;

  private SarifText() {}

  static Message message(String text) {
    Message message = new Message();
    message.setText(plain(text));
    return message;
  }

  /** The message of a result, with links to its related places, whose ids count from 1. */
  static Message message(String text, List<FlowStep> related) {
    StringBuilder linked = new StringBuilder(plain(sentence(text)));
    for (int i = 0; i < Math.min(related.size(), MAX_LINKS); i++) {
      linked.append(i == 0 ? " See " : ", ");
      linked.append('[').append(label(related.get(i).message())).append("](").append(i + 1);
      linked.append(')');
    }
    if (!related.isEmpty()) {
      linked.append('.');
    }
    Message message = new Message();
    message.setText(linked.toString());
    return message;
  }

  /**
   * Ends with a period, as the validator's rule SARIF2001 wants it of results. Brackets stay as
   * they are, because {@link #message(String)} escapes them, and twice would show the backslashes.
   */
  static String sentence(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped : stripped + ".";
  }

  static MultiformatMessageString multiformat(String text) {
    MultiformatMessageString message = new MultiformatMessageString();
    message.setText(text);
    return message;
  }

  /** At most {@code max} UTF-16 code units, without half a character at the end. */
  static String capped(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    return text.substring(0, end);
  }

  private static String plain(String text) {
    return LINK.matcher(text.strip()).replaceAll("\\\\[$1\\\\]");
  }

  private static String label(String text) {
    String label = text.strip().replaceAll("\\s+", " ").replace("[", "\\[").replace("]", "\\]");
    return label.endsWith(".") ? label.substring(0, label.length() - 1) : label;
  }
}
