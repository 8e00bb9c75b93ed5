package dev.plumbline.analyzer.rule;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import java.util.Optional;

/**
 * Makes the change of text that mends a rule's findings. It is asked once all findings are known,
 * for the files that have some, with their syntax trees read again: none is kept while a scan runs.
 */
public interface SyntaxFixer {

  /**
   * The change, or empty where none is certainly right: where it would not compile, where it would
   * change what the code means to do, where the finding would be there again.
   *
   * @param finding of the rule, in the file that is given
   */
  Optional<Fix> fix(Finding finding, SyntaxSource source);
}
