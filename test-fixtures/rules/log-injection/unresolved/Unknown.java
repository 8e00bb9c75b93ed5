package app;

import com.acme.log.Journal;
import com.acme.text.Texts;
import javax.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Unknown {
  private static final Logger log = LoggerFactory.getLogger(Unknown.class);
  private final Journal journal;

  Unknown(Journal journal) {
    this.journal = journal;
  }

  void unknownLogger(HttpServletRequest request) {
    journal.info(request.getParameter("user"));
  }

  void unknownStep(HttpServletRequest request) {
    log.info(Texts.shorten(request.getParameter("user"))); // want: log-injection "Logger.info"
  }
}
