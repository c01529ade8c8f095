package jianglian.cases.interests;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jianglian.audit.Actor;
import jianglian.cases.CaseAddress;
import jianglian.cooperation.Listings;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/interests")
class InterestController {
  private static final int SIZE = 30;

  private final InterestReading reading;
  private final InterestExpressing expressing;
  private final InterestAnswering answering;
  private final Listings listings;
  private final Clock clock;

  InterestController(
      InterestReading reading,
      InterestExpressing expressing,
      InterestAnswering answering,
      Listings listings,
      Clock clock) {
    this.reading = reading;
    this.expressing = expressing;
    this.answering = answering;
    this.listings = listings;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(defaultValue = "received") String box,
      @RequestParam(required = false) @Nullable Long after,
      Actor.Person person) {
    var received = !box.equals("sent");
    return new ModelAndView(
        "cases/interests/list",
        Map.of("received", received, "slice", reading.list(person, received, after, SIZE)));
  }

  /// The form: which of one's own listings asks the listing `to`, and with what words.
  @GetMapping("/new")
  ModelAndView form(
      @RequestParam long to,
      @RequestParam(required = false) @Nullable Long from,
      Actor.Person person) {
    return form(to, from, "", List.of(), HttpStatus.OK, person);
  }

  @PostMapping
  ModelAndView express(
      @RequestParam(required = false) @Nullable Long from,
      @RequestParam long to,
      @RequestParam(defaultValue = "") String message,
      Actor.Person person) {
    try {
      var asked = expressing.express(Asking.of(from, to, message), person, clock.instant());
      return asked.caseNumber() == null
          ? new ModelAndView("redirect:/interests/" + asked.interest())
          : to(asked.caseNumber());
    } catch (InvalidInput wrong) {
      return form(to, from, message, wrong.faults(), HttpStatus.UNPROCESSABLE_CONTENT, person);
    }
  }

  @GetMapping("/{id}")
  ModelAndView page(@PathVariable long id, Actor.Person person) {
    return page(id, person, List.of(), HttpStatus.OK);
  }

  @PostMapping("/{id}/acceptance")
  ModelAndView accept(@PathVariable long id, Actor.Person person) {
    return to(answering.accept(id, person, clock.instant()));
  }

  @PostMapping("/{id}/refusal")
  ModelAndView refuse(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String note,
      Actor.Person person) {
    try {
      var refusing = Refusing.of(reason, note);
      answering.refuse(id, refusing.reason(), refusing.note(), person, clock.instant());
    } catch (InvalidInput wrong) {
      return page(id, person, wrong.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return new ModelAndView("redirect:/interests/" + id);
  }

  @PostMapping("/{id}/withdrawal")
  ModelAndView withdraw(@PathVariable long id, Actor.Person person) {
    answering.withdraw(id, person, clock.instant());
    return new ModelAndView("redirect:/interests/" + id);
  }

  private ModelAndView page(long id, Actor.Person person, List<Fault> faults, HttpStatus status) {
    var interest = reading.page(id, person).orElseThrow(NotFound::new);
    return new ModelAndView(
        "cases/interests/interest", Map.of("interest", interest, "faults", faults), status);
  }

  private ModelAndView form(
      long to,
      @Nullable Long from,
      String message,
      List<Fault> faults,
      HttpStatus status,
      Actor.Person person) {
    var asked = listings.visible(to, person).orElseThrow(NotFound::new);
    var model = new HashMap<String, Object>();
    model.put("asked", asked);
    model.put("own", reading.own(person, asked.side().other()));
    model.put("from", from == null ? 0L : from);
    model.put("message", message);
    model.put("faults", faults);
    return new ModelAndView("cases/interests/form", model, status);
  }

  private static ModelAndView to(String caseNumber) {
    return new ModelAndView("redirect:" + CaseAddress.of(caseNumber));
  }
}
