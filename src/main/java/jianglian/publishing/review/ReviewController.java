package jianglian.publishing.review;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.web.Fault;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/review/releases")
class ReviewController {
  private static final String BACK = "redirect:/review/releases";

  private final ReleaseDecision decision;
  private final ReviewQueue queue;

  ReviewController(ReleaseDecision decision, ReviewQueue queue) {
    this.decision = decision;
    this.queue = queue;
  }

  @GetMapping
  String queue(Actor.Person actor, Model model) {
    if (!actor.readsAll()) throw new Forbidden();
    fill(model, actor, List.of(), 0);
    return "publishing/review/queue";
  }

  private void fill(Model model, Actor actor, List<Fault> faults, long wrong) {
    model.addAttribute("waiting", queue.waiting());
    model.addAttribute("count", queue.count());
    model.addAttribute("decides", actor.secretariat());
    model.addAttribute("faults", faults);
    model.addAttribute("wrong", wrong);
  }

  @PostMapping("/publications")
  String publish(@RequestParam(defaultValue = "") List<Long> release, Actor.Person actor) {
    if (!actor.secretariat()) throw new Forbidden();
    decision.publish(release, actor);
    return BACK;
  }

  @PostMapping("/{id}/publication")
  String publish(@PathVariable long id, Actor.Person actor) {
    decision.publish(id, actor);
    return BACK;
  }

  @PostMapping("/{id}/confirmation")
  String confirm(@PathVariable long id, Actor.Person actor) {
    decision.confirmChange(id, actor);
    return BACK;
  }

  @PostMapping("/{id}/return")
  ModelAndView returnWith(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Actor.Person actor,
      Model model) {
    return reasoned(id, actor, model, () -> decision.returnWith(reason, id, actor));
  }

  @PostMapping("/{id}/withdrawal")
  ModelAndView withdraw(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Actor.Person actor,
      Model model) {
    return reasoned(id, actor, model, () -> decision.withdraw(reason, id, actor));
  }

  @PostMapping("/{id}/merger")
  String merge(@PathVariable long id, @RequestParam long into, Actor.Person actor) {
    decision.merge(id, into, actor);
    return BACK;
  }

  /// The queue again with the fault at the release whose reason is missing.
  private ModelAndView reasoned(long id, Actor actor, Model model, Runnable act) {
    try {
      act.run();
      return new ModelAndView(BACK);
    } catch (InvalidInput invalid) {
      fill(model, actor, invalid.faults(), id);
      return new ModelAndView(
          "publishing/review/queue", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }
}
