package jianglian.parks.admission;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.web.Fault;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AdmissionController {
  private final AdmissionQueue queue;
  private final AdmissionDecision decision;

  AdmissionController(AdmissionQueue queue, AdmissionDecision decision) {
    this.queue = queue;
    this.decision = decision;
  }

  @GetMapping("/admissions")
  String page(Actor.Person person, Model model) {
    if (person.officeOf().isEmpty() && !person.readsAll()) throw new Forbidden();
    return page(person, List.of(), model);
  }

  @PostMapping("/admissions/{id}/admission")
  String admit(Actor.Person person, @PathVariable long id) {
    decision.admit(id, person);
    return "redirect:/admissions";
  }

  @PostMapping("/admissions/{id}/refusal")
  String refuse(
      Actor.Person person,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    try {
      decision.refuse(id, reason, person);
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return page(person, invalid.faults(), model);
    }
    return "redirect:/admissions";
  }

  @PostMapping("/organisations/{id}/application")
  String askAgain(Actor.Person person, @PathVariable long id) {
    decision.askAgain(id, person);
    return "redirect:/organisations/" + id;
  }

  private String page(Actor.Person person, List<Fault> faults, Model model) {
    model.addAttribute("waiting", queue.waiting(person));
    model.addAttribute("faults", faults);
    return "parks/admission/admissions";
  }
}
