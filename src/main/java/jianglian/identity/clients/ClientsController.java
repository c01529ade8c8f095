package jianglian.identity.clients;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.audit.Authority;
import jianglian.audit.Role;
import jianglian.web.Fault;
import jianglian.web.Forbidden;
import jianglian.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ClientsController {
  private static final int LONGEST = 60;

  private final ApiClients clients;

  ClientsController(ApiClients clients) {
    this.clients = clients;
  }

  @GetMapping("/park-interface/clients")
  String page(Actor.Person person, Model model) {
    return page(person, "", List.of(), model);
  }

  /// The page that answers is the only one that ever shows the token; reloading it does not.
  @PostMapping("/park-interface/clients")
  String issue(
      Actor.Person person,
      @RequestParam(defaultValue = "0") long park,
      @RequestParam(defaultValue = "") String name,
      HttpServletResponse response,
      Model model) {
    if (!person.parks(Role.PARK_ADMINISTRATOR).contains(park)) throw new NotFound();
    var called = name.strip();
    if (called.isEmpty()
        || called.length() > LONGEST
        || called.chars().anyMatch(Character::isISOControl)) {
      response.setStatus(422);
      return page(person, "", List.of(Fault.at("/name", "clients.name-malformed", LONGEST)), model);
    }
    return page(person, clients.issue(park, called, person), List.of(), model);
  }

  @PostMapping("/park-interface/clients/{id}/revocation")
  String revoke(Actor.Person person, @PathVariable long id) {
    clients.revoke(id, person);
    return "redirect:/park-interface/clients";
  }

  private String page(Actor.Person person, String token, List<Fault> faults, Model model) {
    var parks = administered(person);
    if (parks.isEmpty()) throw new Forbidden();
    model.addAttribute("clients", clients.of(person));
    model.addAttribute("parks", parks);
    model.addAttribute("token", token);
    model.addAttribute("faults", faults);
    return "identity/clients/clients";
  }

  private static List<Authority> administered(Actor.Person person) {
    return person.authorities().stream()
        .filter(it -> it.role() == Role.PARK_ADMINISTRATOR)
        .toList();
  }
}
