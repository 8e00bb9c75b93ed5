package com.acme.text;

import com.unknown.Texts;
import java.util.regex.Pattern;

class Receivers {

  boolean ofUnknown(Texts texts) {
    return texts.first().matches("((a+)+)+b");
  }

  boolean ofKnown(Texts texts) {
    return Pattern.matches("((a+)+)+b", texts.first()); // want: redos "again and again"
  }
}
