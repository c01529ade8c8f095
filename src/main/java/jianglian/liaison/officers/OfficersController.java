package jianglian.liaison.officers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jianglian.audit.Actor;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class OfficersController {
  private final OfficersQuery officers;
  private final Absences absences;
  private final Substitutes substitutes;
  private final Clock clock;

  OfficersController(
      OfficersQuery officers, Absences absences, Substitutes substitutes, Clock clock) {
    this.officers = officers;
    this.absences = absences;
    this.substitutes = substitutes;
    this.clock = clock;
  }

  @GetMapping("/officers")
  ModelAndView page(Actor.Person actor) {
    return page(actor, List.of(), HttpStatus.OK);
  }

  @PostMapping("/officers/{officer}/absences")
  ModelAndView note(
      @PathVariable long officer, @ModelAttribute AbsenceForm form, Actor.Person actor) {
    try {
      absences.note(officer, form.days(LocalDate.now(clock)), actor, clock.instant());
    } catch (InvalidInput wrong) {
      return page(actor, wrong.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return new ModelAndView("redirect:/officers");
  }

  @PostMapping("/officers/{officer}/absences/{absence}/withdrawal")
  String withdraw(@PathVariable long officer, @PathVariable long absence, Actor.Person actor) {
    absences.withdraw(officer, absence, actor);
    return "redirect:/officers";
  }

  @PostMapping("/officers/{officer}/substitute")
  String substitute(
      @PathVariable long officer,
      @RequestParam long park,
      @RequestParam(required = false) @Nullable Long substitute,
      Actor.Person actor) {
    substitutes.name(park, officer, substitute, actor);
    return "redirect:/officers";
  }

  private ModelAndView page(Actor actor, List<Fault> faults, HttpStatus status) {
    var today = LocalDate.now(clock);
    var parks = officers.seenBy(actor, today);
    if (parks.isEmpty()) throw new NotFound();
    return new ModelAndView(
        "liaison/officers/officers",
        Map.of("parks", parks, "today", today, "faults", faults),
        status);
  }
}
