package jianglian.oversight.acts;

import jianglian.audit.Actor;
import jianglian.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class ActsController {
  private final Acts acts;

  ActsController(Acts acts) {
    this.acts = acts;
  }

  @GetMapping("/audit")
  String list(Actor.Person person, ActQuery query, Model model) {
    if (!person.readsAll()) throw new NotFound();
    model.addAttribute("query", query);
    model.addAttribute("acts", acts.list(query));
    return "oversight/acts/acts";
  }

  @GetMapping("/audit/acts/{id}")
  String one(Actor.Person person, @PathVariable long id, Model model) {
    if (!person.readsAll()) throw new NotFound();
    model.addAttribute("act", acts.one(id).orElseThrow(NotFound::new));
    return "oversight/acts/act";
  }
}
