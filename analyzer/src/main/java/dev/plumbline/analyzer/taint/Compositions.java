package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.FlowStep;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CodeBody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds what texts at sinks are put together of. The bodies that do so are looked at once more,
 * after all summaries are known: there are few of them, and to follow what nobody knows of through
 * the whole program would cost as much as all that is known.
 */
final class Compositions {

  private final Context context;
  private final Predicate<CodeBody> isRoot;
  private final InputNames names;

  /**
   * Of a program whose summaries are made.
   *
   * @param isRoot whether a body has callers that are not known
   */
  Compositions(Context context, Predicate<CodeBody> isRoot) {
    this.context = context;
    this.isRoot = isRoot;
    this.names = new InputNames(context);
  }

  /**
   * The compositions, by body and place of the sink; one sink may have several.
   *
   * @throws InterruptedException when the calling thread is interrupted
   */
  List<Composition> find(Parallel parallel) throws InterruptedException {
    List<CodeBody> bodies = new ArrayList<>(context.composing());
    bodies.sort(Comparator.comparingInt(CodeBody::index));
    List<List<Composition>> found = new ArrayList<>();
    bodies.forEach(body -> found.add(new ArrayList<>()));
    parallel.each(bodies.size(), i -> collect(bodies.get(i), found.get(i)));
    List<Composition> all = new ArrayList<>();
    found.forEach(all::addAll);
    return all;
  }

  private void collect(CodeBody body, List<Composition> into) {
    Summary summary = new BodyAnalysis(context.open(), body, java.util.Map.of(), 0, body).run();
    if (summary == null) {
      return;
    }
    for (Hit hit : summary.closed()) {
      if (!hit.sink().isText() || hit.value() == null) {
        continue;
      }
      List<Composition.Part> parts = new Parts(hit, body).all();
      if (!parts.isEmpty()) {
        Sink sink = hit.sink();
        into.add(
            new Composition(
                ((MethodRole.Sink) sink.role()).kind(),
                sink.body(),
                sink.site(),
                sink.target(),
                java.util.Optional.ofNullable(sink.substitution()),
                parts));
      }
    }
  }

  /** The text around a part. */
  private record Around(String before, String after) {
    static final Around NOTHING = new Around("", "");
  }

  /** The parts of one value that are not proved harmless. */
  private final class Parts {

    private final Hit hit;
    private final SinkKind kind;
    private final CodeBody body;
    private final boolean asked;
    private final List<Composition.Part> parts = new ArrayList<>();

    /**
     * Of a value in the words of {@code body}. What its inputs stand for the callers know, where
     * there are any.
     */
    Parts(Hit hit, CodeBody body) {
      this.hit = hit;
      this.kind = ((MethodRole.Sink) hit.sink().role()).kind();
      this.body = body;
      this.asked = body.enclosing().isPresent() || !isRoot.test(body);
    }

    List<Composition.Part> all() {
      if (hit.value() instanceof Val.Choice choice) {
        choice.options().forEach(this::alternative);
      } else {
        alternative(hit.value());
      }
      return parts;
    }

    /** Without any text of its own around what it got, the program forwards a text. */
    private void alternative(Val value) {
      if (hasOwnText(value)) {
        walk(value, Around.NOTHING, null);
      }
    }

    private static boolean hasOwnText(Val value) {
      return value instanceof Val.Const constant && !Join.text(constant).isBlank()
          || Reader.parts(value).stream().anyMatch(Parts::hasOwnText);
    }

    private void walk(Val value, Around around, Trace joined) {
      if (value instanceof Val.Atom atom) {
        for (Taint taint : atom.taints()) {
          if (!Kinds.isCleared(taint.cleared(), kind)) {
            add(taint, around, joined);
          }
        }
      } else if (value instanceof Val.Choice choice) {
        choice.options().forEach(option -> walk(option, around, joined));
      } else if (value instanceof Val.Repeat repeat) {
        // Any order is possible; the one in which they were written is that of the first round.
        walk(repeat.parts(), around, joined);
      } else if (value instanceof Val.Text text) {
        walk(text.parts(), around, text.joined() != null ? text.joined() : joined);
      }
    }

    private void walk(List<Val> all, Around outer, Trace joined) {
      for (int i = 0; i < all.size(); i++) {
        String before = i == 0 ? outer.before() : text(all.get(i - 1));
        String after = i + 1 == all.size() ? outer.after() : text(all.get(i + 1));
        walk(all.get(i), new Around(before, after), joined);
      }
    }

    private static String text(Val value) {
      return value instanceof Val.Const constant ? Join.text(constant) : "";
    }

    private void add(Taint taint, Around around, Trace joined) {
      Composition.Origin origin;
      String description;
      Location location;
      List<FlowStep> path = new ArrayList<>(Trace.steps(taint.trace()));
      if (taint.origin() instanceof Unknown unknown) {
        origin = unknown.origin();
        description = unknown.description();
        location = unknown.location();
      } else if (taint.origin() instanceof Source source) {
        origin = Composition.Origin.SOURCE;
        description = source.description();
        location = source.location();
      } else {
        Id input = (Id) taint.origin();
        InputNames.Name name = asked ? null : names.of(input, body);
        if (name == null || !taint.exact() && !isText(input)) {
          return;
        }
        origin = name.origin();
        description = name.description();
        location = name.location();
        path.add(0, new FlowStep(location, description));
      }
      if (joined != null && path.stream().noneMatch(step -> isSameLine(step, joined))) {
        path.add(new FlowStep(joined.at(), "becomes part of the text"));
      }
      parts.add(
          new Composition.Part(
              origin, description, location, path, around.before(), around.after()));
    }

    /** Whether the input is text; what unknown code makes of an object may be anything. */
    private boolean isText(Id input) {
      return input.root() instanceof Id.Param param
          && HarmlessTypes.holdsText(
              context.typeOf(body, param.index()), context.program().hierarchy());
    }

    private static boolean isSameLine(FlowStep step, Trace joined) {
      return step.location().path().equals(joined.at().path())
          && step.location().span().startLine() == joined.at().span().startLine();
    }
  }
}
