package app;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.mitchellbosecke.pebble.PebbleEngine;
import com.samskivert.mustache.Mustache;
import freemarker.template.Configuration;

class Engines {
  void off(Configuration configuration) {
    Mustache.compiler().escapeHTML(false); // want: template-autoescape-disabled "escapeHTML switches escaping off"
    new PebbleEngine.Builder().autoEscaping(false).build(); // want: template-autoescape-disabled "autoEscaping switches escaping off"
    configuration.setAutoEscapingPolicy(Configuration.DISABLE_AUTO_ESCAPING_POLICY); // want: template-autoescape-disabled "setAutoEscapingPolicy"
    new Handlebars().with(EscapingStrategy.NOOP); // want: template-autoescape-disabled "Handlebars.with"
  }

  void on(Configuration configuration, boolean escapes) {
    Mustache.compiler().escapeHTML(true);
    Mustache.compiler().escapeHTML(escapes);
    new PebbleEngine.Builder().autoEscaping(true).build();
    new PebbleEngine.Builder().build();
    configuration.setAutoEscapingPolicy(Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
    new Handlebars().with(EscapingStrategy.HTML_ENTITY);
    new Handlebars();
  }
}

class SmsTemplates {
  Object compiler() {
    return Mustache.compiler().escapeHTML(false);
  }
}
