package dev.plumbline.rules.flow;

import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Strand;
import java.util.Optional;
import java.util.Set;

/** Names of views, where a prefix tells what is done with the rest. */
public final class ViewName {

  public static final String REDIRECT = "redirect:";
  public static final String FORWARD = "forward:";

  private static final Set<String> HOLDERS = Set.of("ModelAndView", "Rendering");

  private ViewName() {}

  /** Whether the sink takes the name of a view. */
  public static boolean isOne(Flow flow) {
    return flow.argument() == Flow.RESULT
        || HOLDERS.contains(flow.target().receiver().simpleName())
        || flow.target().name().equals("setViewName");
  }

  /** The constant text between the prefix and the part, if the name begins with the prefix. */
  public static Optional<String> behind(String prefix, Strand strand) {
    return strand.first() && strand.before().startsWith(prefix)
        ? Optional.of(strand.before().substring(prefix.length()))
        : Optional.empty();
  }
}
