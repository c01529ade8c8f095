package jianglian.publishing.writing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import jianglian.audit.Actor;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is done with a release besides writing it.
@Controller
@RequestMapping("/park-interface/releases/{id:\\d{1,18}}")
class ReleaseActsController {
  private final Writing writing;
  private final FormPages pages;

  ReleaseActsController(Writing writing, FormPages pages) {
    this.writing = writing;
    this.pages = pages;
  }

  @PostMapping("/withdrawal")
  ModelAndView withdraw(@PathVariable long id, Actor.Person person) {
    writing.withdraw(id, person);
    return back(id, "withdraw");
  }

  @PostMapping("/restoration")
  ModelAndView bringBack(@PathVariable long id, Actor.Person person) {
    writing.bringBack(id, person);
    return back(id, "bring-back");
  }

  /// Holds `until` a day, or without an end where `open` is sent.
  @PostMapping("/validity")
  ModelAndView confirmValid(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String until,
      @RequestParam @Nullable String open,
      Actor.Person person) {
    try {
      writing.confirmValid(id, open == null ? day(until) : null, person);
      return back(id, "confirm-valid");
    } catch (InvalidInput invalid) {
      var release = pages.known(String.valueOf(id), person).orElse(null);
      return WritingController.shown(
          pages.opened(release, person).with(invalid.faults()), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException noDay) {
      throw new InvalidInput("/until", "writing.valid.needed");
    }
  }

  /// These fields follow the park's system again.
  @PostMapping("/handback")
  ModelAndView handBack(
      @PathVariable long id,
      @RequestParam(defaultValue = "") Set<String> field,
      Actor.Person person) {
    writing.handBack(id, field, person);
    return back(id, "hand-back");
  }

  private static ModelAndView back(long id, String done) {
    return new ModelAndView("redirect:/park-interface/releases/" + id + "?done=" + done);
  }
}
