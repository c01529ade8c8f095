package jianglian.parks.joining;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.audit.Role;
import jianglian.parks.Park;
import jianglian.parks.Parks;
import jianglian.web.Fault;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class ParkFactsController {
  private final Parks parks;
  private final ParkFactsBook book;

  ParkFactsController(Parks parks, ParkFactsBook book) {
    this.parks = parks;
    this.book = book;
  }

  @GetMapping("/parks/{code:[0-9A-Z]+}/edit")
  String form(@PathVariable String code, Actor actor, Model model) {
    var park = settled(code, actor);
    return form(park, book.form(park.id()), List.of(), model);
  }

  @PostMapping("/parks/{code:[0-9A-Z]+}/edit")
  String save(
      @PathVariable String code,
      Actor actor,
      ParkFactsForm form,
      HttpServletResponse response,
      Model model) {
    var park = settled(code, actor);
    try {
      book.save(park, ParkFacts.of(form), actor);
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return form(park, form, invalid.faults(), model);
    }
    return "redirect:/parks/" + park.code();
  }

  private Park settled(String code, Actor actor) {
    var park = parks.byCode(code).orElseThrow(NotFound::new);
    if (!actor.parks(Role.PARK_ADMINISTRATOR).contains(park.id())
        && !actor.holdsAny(Role.SECRETARIAT_ADMINISTRATOR)) throw new Forbidden();
    return park;
  }

  private static String form(Park park, ParkFactsForm form, List<Fault> faults, Model model) {
    model.addAttribute("park", park);
    model.addAttribute("form", form);
    model.addAttribute("faults", faults);
    return "parks/joining/park-facts";
  }
}
