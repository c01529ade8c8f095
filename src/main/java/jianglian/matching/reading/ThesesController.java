package jianglian.matching.reading;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.matching.Matches;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// An investor's console: its theses, and the projects that fit them.
@Controller
class ThesesController {
  private static final int SHOWN = 5;

  private final OwnTheses theses;
  private final Matches matches;

  ThesesController(OwnTheses theses, Matches matches) {
    this.theses = theses;
    this.matches = matches;
  }

  @GetMapping("/theses")
  String theses(Actor.Person person, Model model) {
    model.addAttribute("theses", found(person));
    return "matching/reading/theses";
  }

  private List<Thesis> found(Actor.Person person) {
    return theses.of(person).stream().map(it -> new Thesis(it, matches.of(it, SHOWN))).toList();
  }
}
