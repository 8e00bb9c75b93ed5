package dev.plumbline.analyzer.library;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the roles in an entry of methods. */
final class RoleReader {

  private static final String ARROW = " -> ";

  private final Map<String, DataNode> entries;
  private final List<MethodRole> roles = new ArrayList<>();

  RoleReader(Map<String, DataNode> entries) {
    this.entries = entries;
  }

  List<MethodRole> roles() {
    kinds("sink", Shape.SINK, SinkKind.class, MethodRole.Sink::new);
    addUrlParameters();
    kinds("source", Shape.SOURCE, SourceKind.class, MethodRole.Source::new);
    read("sanitizer", this::sanitizer);
    places("decoder", MethodRole.Decoder::new);
    read("guard", this::guard);
    places("requires", place -> new MethodRole.Requires(place, true));
    places("refuses", place -> new MethodRole.Requires(place, false));
    read("flow", this::flows);
    places("returns", MethodRole.Returns::new);
    read(
        "nullness",
        node ->
            node.word(List.of("never", "may-be"))
                .ifPresent(word -> roles.add(new MethodRole.Nullness(word.equals("may-be")))));
    word("access", Access.class, MethodRole.DataAccess::new);
    read("remote", this::remote);
    word("blocking", MethodRole.Blocking.Reason.class, MethodRole.Blocking::new);
    places("opens", MethodRole.Opens::new);
    places("closes", MethodRole.Closes::new);
    places("owns", MethodRole.Owns::new);
    word("transaction", MethodRole.Transaction.Phase.class, MethodRole.Transaction::new);
    read("runs", this::runs);
    read("credential", this::credential);
    read("crypto", this::crypto);
    read(
        "random",
        node ->
            node.word(List.of("predictable", "secure"))
                .ifPresent(word -> roles.add(new MethodRole.Random(word.equals("predictable")))));
    word("logs", MethodRole.Logs.Level.class, MethodRole.Logs::new);
    word("creates", MethodRole.Creates.Thing.class, MethodRole.Creates::new);
    read("configures", this::configures);
    read("sends", this::sends);
    word("test", MethodRole.Test.Part.class, MethodRole.Test::new);
    read(
        "fresh",
        node -> {
          if (node.flag()) {
            roles.add(new MethodRole.Fresh());
          }
        });
    read(
        "neverReturns",
        node -> {
          if (node.flag()) {
            roles.add(new MethodRole.NeverReturns());
          }
        });
    return roles;
  }

  /**
   * What is called as a URL has a path and a query too, for which other encodings help than for the
   * choice of the server.
   */
  private void addUrlParameters() {
    for (MethodRole.Sink each : MethodRole.select(roles, MethodRole.Sink.class)) {
      if (each.kind() == SinkKind.URL) {
        roles.add(new MethodRole.Sink(SinkKind.URL_PARAMETER, each.at(), each.weak()));
      }
    }
  }

  private void read(String key, Consumer<DataNode> reader) {
    if (entries.containsKey(key)) {
      reader.accept(entries.get(key));
    }
  }

  private <E extends Enum<E>> void word(String key, Class<E> type, Function<E, MethodRole> role) {
    read(
        key,
        node -> {
          for (DataNode item : node.items()) {
            item.word(type).map(role).ifPresent(roles::add);
          }
        });
  }

  private void places(String key, Function<Place, MethodRole> role) {
    read(key, node -> places(node).forEach(place -> roles.add(role.apply(place))));
  }

  private static List<Place> places(DataNode node) {
    List<Place> places = new ArrayList<>();
    for (DataNode item : node.items()) {
      item.place().ifPresent(places::add);
    }
    return places;
  }

  private interface KindRole<E> {
    MethodRole of(E kind, Place at, boolean weak);
  }

  /** {@code {sql: 0, path: [1, 2], weak: true}}. */
  private <E extends Enum<E>> void kinds(String key, Shape shape, Class<E> type, KindRole<E> role) {
    read(
        key,
        node -> {
          Map<String, DataNode> kinds = node.entries(shape);
          boolean weak = kinds.containsKey("weak") && kinds.get("weak").flag();
          each(
              kinds,
              type,
              (kind, at) -> places(at).forEach(place -> roles.add(role.of(kind, place, weak))));
        });
  }

  private static <E extends Enum<E>> void each(
      Map<String, DataNode> entries, Class<E> type, BiConsumer<E, DataNode> action) {
    entries.forEach(
        (word, node) -> Words.find(type, word).ifPresent(found -> action.accept(found, node)));
  }

  private void flows(DataNode node) {
    for (DataNode item : node.items()) {
      String text = item.text().orElse("");
      int arrow = text.indexOf(ARROW);
      Optional<Place> from =
          arrow < 0 ? Optional.empty() : Place.parse(text.substring(0, arrow).strip());
      Optional<Place> to =
          arrow < 0
              ? Optional.empty()
              : Place.parse(text.substring(arrow + ARROW.length()).strip());
      if (from.isPresent() && to.isPresent()) {
        roles.add(new MethodRole.Flow(from.get(), to.get()));
      } else {
        item.problem("no flow: " + text + "; expected for example 0 -> result");
      }
    }
  }

  private void sanitizer(DataNode node) {
    if (!node.isMapping()) {
      roles.add(new MethodRole.Sanitizer(clears(node), Place.RESULT, Optional.empty()));
      return;
    }
    Map<String, DataNode> parts = node.entries(Shape.SANITIZER);
    Place at = Optional.ofNullable(parts.get("at")).flatMap(DataNode::place).orElse(Place.RESULT);
    roles.add(new MethodRole.Sanitizer(clears(node, parts), at, alphabet(parts)));
  }

  private void guard(DataNode node) {
    Map<String, DataNode> parts = node.entries(Shape.GUARD);
    Place at =
        Optional.ofNullable(parts.get("at"))
            .flatMap(DataNode::place)
            .orElseGet(() -> Place.argument(0));
    boolean when = !parts.containsKey("when") || parts.get("when").flag();
    roles.add(new MethodRole.Guard(at, when, clears(node, parts), alphabet(parts)));
  }

  private static Set<SinkKind> clears(DataNode node, Map<String, DataNode> parts) {
    if (!parts.containsKey("clears") && !parts.containsKey("alphabet")) {
      node.problem("say what becomes harmless: clears, alphabet or both");
    }
    return parts.containsKey("clears") ? clears(parts.get("clears")) : Set.of();
  }

  private static Set<SinkKind> clears(DataNode node) {
    Set<SinkKind> kinds = EnumSet.noneOf(SinkKind.class);
    for (DataNode item : node.items()) {
      if (item.isScalar() && item.text().filter("all"::equals).isPresent()) {
        kinds.addAll(EnumSet.allOf(SinkKind.class));
      } else {
        item.word(SinkKind.class).ifPresent(kinds::add);
      }
    }
    return kinds;
  }

  private static Optional<String> alphabet(Map<String, DataNode> parts) {
    DataNode node = parts.get("alphabet");
    Optional<String> alphabet = Optional.ofNullable(node).flatMap(DataNode::text);
    alphabet.ifPresent(
        text -> {
          try {
            Pattern.compile("[" + text + "]*");
          } catch (PatternSyntaxException e) {
            node.problem("no set of characters as inside brackets of a pattern: " + text);
          }
        });
    return alphabet;
  }

  private void remote(DataNode node) {
    if (!node.isMapping()) {
      node.word(MethodRole.Remote.Protocol.class)
          .ifPresent(word -> roles.add(new MethodRole.Remote(word, Optional.empty())));
      return;
    }
    Map<String, DataNode> parts = node.entries(Shape.REMOTE);
    Optional<Access> access =
        Optional.ofNullable(parts.get("access")).flatMap(each -> each.word(Access.class));
    required(node, parts, "protocol")
        .flatMap(each -> each.word(MethodRole.Remote.Protocol.class))
        .ifPresent(word -> roles.add(new MethodRole.Remote(word, access)));
  }

  private void runs(DataNode node) {
    if (!node.isMapping()) {
      places(node)
          .forEach(place -> roles.add(new MethodRole.Runs(place, MethodRole.Runs.Thread.SAME)));
      return;
    }
    Map<String, DataNode> parts = node.entries(Shape.RUNS);
    MethodRole.Runs.Thread thread =
        Optional.ofNullable(parts.get("thread"))
            .flatMap(each -> each.word(MethodRole.Runs.Thread.class))
            .orElse(MethodRole.Runs.Thread.SAME);
    required(node, parts, "at")
        .ifPresent(
            at -> places(at).forEach(place -> roles.add(new MethodRole.Runs(place, thread))));
  }

  private void credential(DataNode node) {
    Map<String, DataNode> parts = node.entries(Shape.CREDENTIAL);
    String what =
        Optional.ofNullable(parts.get("what"))
            .flatMap(each -> each.word(List.of("password", "key", "token", "secret")))
            .orElse("password");
    Optional<String> key = Optional.ofNullable(parts.get("key")).flatMap(DataNode::text);
    required(node, parts, "at")
        .flatMap(DataNode::place)
        .ifPresent(at -> roles.add(new MethodRole.Credential(at, what, key)));
  }

  private void crypto(DataNode node) {
    for (DataNode item : node.items()) {
      Map<String, DataNode> parts = item.entries(Shape.CRYPTO);
      Optional<Place> at = Optional.ofNullable(parts.get("at")).flatMap(DataNode::place);
      Optional<String> algorithm =
          Optional.ofNullable(parts.get("algorithm")).flatMap(DataNode::text);
      required(item, parts, "use")
          .flatMap(each -> each.word(MethodRole.Crypto.Use.class))
          .ifPresent(use -> roles.add(new MethodRole.Crypto(use, at, algorithm)));
    }
  }

  /** A word, several, or {@code {read-timeout: 1}} where an argument tells. */
  private void configures(DataNode node) {
    if (!node.isMapping()) {
      for (DataNode item : node.items()) {
        item.word(MethodRole.Configures.Setting.class)
            .ifPresent(word -> roles.add(new MethodRole.Configures(word, Optional.empty())));
      }
      return;
    }
    each(
        node.entries(Shape.CONFIGURES),
        MethodRole.Configures.Setting.class,
        (setting, at) ->
            at.place()
                .ifPresent(
                    place -> roles.add(new MethodRole.Configures(setting, Optional.of(place)))));
  }

  private void sends(DataNode node) {
    each(
        node.entries(Shape.SENDS),
        MethodRole.Sends.What.class,
        (what, at) -> places(at).forEach(place -> roles.add(new MethodRole.Sends(place, what))));
  }

  private static Optional<DataNode> required(
      DataNode node, Map<String, DataNode> parts, String key) {
    if (!parts.containsKey(key)) {
      node.problem("the key " + key + " is missing");
    }
    return Optional.ofNullable(parts.get(key));
  }
}
