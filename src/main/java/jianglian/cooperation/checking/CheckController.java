package jianglian.cooperation.checking;

import jianglian.audit.Actor;
import jianglian.web.Forbidden;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/review/listings")
class CheckController {
  private final Checking checking;
  private final CheckQueue queue;

  CheckController(Checking checking, CheckQueue queue) {
    this.checking = checking;
    this.queue = queue;
  }

  @GetMapping
  String queue(Actor.Person person, Model model) {
    if (person.officeOf().isEmpty() && !person.secretariat()) throw new Forbidden();
    model.addAttribute("waiting", queue.waitingFor(person));
    return "cooperation/checking/queue";
  }

  @PostMapping("/{id}/check")
  String pass(@PathVariable long id, Actor.Person person) {
    checking.pass(id, person);
    return "redirect:/review/listings";
  }

  @PostMapping("/{id}/return")
  String sendBack(
      @PathVariable long id, @RequestParam(defaultValue = "") String reason, Actor.Person person) {
    checking.sendBack(id, reason, person);
    return "redirect:/review/listings";
  }
}
