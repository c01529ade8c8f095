package jianglian.cases.following;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jianglian.audit.Actor;
import jianglian.cases.documents.Upload;
import jianglian.matching.CodedReason;
import jianglian.web.Fault;
import jianglian.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Draws the page of a case: as it stands, or again with what was typed and what is wrong with it.
@Component
class CasePages {
  private final CaseReading reading;
  private final Clock clock;

  CasePages(CaseReading reading, Clock clock) {
    this.reading = reading;
    this.clock = clock;
  }

  ModelAndView show(String number, Actor actor) {
    return draw(number, actor, List.of(), Map.of(), HttpStatus.OK);
  }

  ModelAndView again(String number, Actor actor, List<Fault> faults, Map<String, String> typed) {
    return draw(number, actor, faults, typed, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView draw(
      String number,
      Actor actor,
      List<Fault> faults,
      Map<String, String> typed,
      HttpStatus status) {
    var matter = reading.page(number, actor, clock.instant()).orElseThrow(NotFound::new);
    return new ModelAndView(
        "cases/following/case",
        Map.of(
            "matter",
            matter,
            "faults",
            faults,
            "typed",
            typed,
            "today",
            LocalDate.now(clock),
            "reasons",
            List.of(CodedReason.values()),
            "accepted",
            Upload.accepted()),
        status);
  }
}
