package jianglian.identity.grants;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jianglian.audit.Actor;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.identity.PersonName;
import jianglian.identity.grants.Invitations.Offer;
import jianglian.web.Fault;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import jianglian.web.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class PeopleController {
  private final PeopleQuery people;
  private final Invitations invitations;
  private final Endings endings;
  private final JoinRequests requests;
  private final Clock clock;
  private final boolean mailGoesOut;

  PeopleController(
      PeopleQuery people,
      Invitations invitations,
      Endings endings,
      JoinRequests requests,
      Clock clock,
      @Value("${spring.mail.host:}") String mailServer) {
    this.people = people;
    this.invitations = invitations;
    this.endings = endings;
    this.requests = requests;
    this.clock = clock;
    this.mailGoesOut = !mailServer.isBlank();
  }

  @GetMapping("/people")
  String page(
      Actor.Person person,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    return page(person, q, after, Map.of(), List.of(), model);
  }

  /// Where no mail server is set the link is shown once to whoever invites, to be handed over.
  @PostMapping("/people/invitations")
  String invite(
      Actor.Person person,
      @RequestParam Map<String, String> form,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    managing(person);
    try {
      var link = invitations.invite(offer(form), person);
      redirect.addFlashAttribute("notice", "people.invited");
      if (!mailGoesOut) redirect.addFlashAttribute("link", link);
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return page(person, "", "", form, invalid.faults(), model);
    }
    return "redirect:/people";
  }

  @PostMapping("/people/invitations/{id}/withdrawal")
  String withdraw(Actor.Person person, @PathVariable long id, RedirectAttributes redirect) {
    invitations.withdraw(id, person);
    redirect.addFlashAttribute("notice", "people.withdrawn");
    return "redirect:/people";
  }

  @PostMapping("/people/authorities/{id}/ending")
  String end(Actor.Person person, @PathVariable long id, RedirectAttributes redirect) {
    endings.end(id, person);
    redirect.addFlashAttribute("notice", "people.ended");
    return "redirect:/people";
  }

  @PostMapping("/people/requests/{id}/acceptance")
  String accept(Actor.Person person, @PathVariable long id, RedirectAttributes redirect) {
    requests.decide(id, true, person);
    redirect.addFlashAttribute("notice", "people.accepted");
    return "redirect:/people";
  }

  @PostMapping("/people/requests/{id}/refusal")
  String refuse(Actor.Person person, @PathVariable long id, RedirectAttributes redirect) {
    requests.decide(id, false, person);
    redirect.addFlashAttribute("notice", "people.refused");
    return "redirect:/people";
  }

  private Offer offer(Map<String, String> form) {
    var faults = new ArrayList<Fault>();
    PersonName name = null;
    try {
      name = PersonName.of(form.getOrDefault("name", ""));
    } catch (InvalidInput invalid) {
      faults.addAll(invalid.faults());
    }
    var email = MailAddress.of(form.getOrDefault("email", ""));
    if (email.isEmpty()) faults.add(Fault.at("/email", "account.mail-malformed"));
    var role = role(form.getOrDefault("role", ""), faults);
    var scope = role == null ? null : scope(role, form.getOrDefault("scope", ""), faults);
    var until = until(form.getOrDefault("until", ""), faults);
    if (name == null || email.isEmpty() || role == null || scope == null || !faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
    return new Offer(name, email.get(), role, scope, until);
  }

  private static @Nullable Role role(String code, List<Fault> faults) {
    var role = Stream.of(Role.values()).filter(it -> it.code().equals(code)).findFirst();
    if (role.isEmpty()) faults.add(Fault.at("/role", "people.role-missing"));
    return role.orElse(null);
  }

  /// A role of the alliance holds everywhere, whatever place was chosen beside it.
  private static @Nullable Scope scope(Role role, String value, List<Fault> faults) {
    var kind =
        switch (role) {
          case SECRETARIAT_ADMINISTRATOR, SECRETARIAT, AUDITOR -> Scope.Kind.ALLIANCE;
          case COUNCIL_MEMBER, PARK_ADMINISTRATOR, LIAISON -> Scope.Kind.PARK;
          case ORGANISATION_ADMINISTRATOR, ORGANISATION_MEMBER -> Scope.Kind.ORGANISATION;
        };
    if (kind == Scope.Kind.ALLIANCE) return Scope.ALLIANCE;
    var prefix = kind.code() + ":";
    if (value.matches(prefix + "\\d{1,18}")) {
      return new Scope(kind, Long.parseLong(value.substring(prefix.length())));
    }
    faults.add(Fault.at("/scope", "people.scope-missing"));
    return null;
  }

  /// The last day counts.
  private @Nullable Instant until(String typed, List<Fault> faults) {
    if (typed.isBlank()) return null;
    try {
      var day = LocalDate.parse(typed.strip());
      if (!day.isBefore(LocalDate.now(clock))) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
      }
    } catch (DateTimeParseException malformed) {
      // told below, as a day gone by is
    }
    faults.add(Fault.at("/until", "people.until-malformed"));
    return null;
  }

  private String page(
      Actor.Person person,
      String q,
      String after,
      Map<String, String> form,
      List<Fault> faults,
      Model model) {
    var granting = managing(person);
    var last = after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
    model.addAttribute("people", people.page(granting, q, last));
    model.addAttribute("q", q);
    model.addAttribute("form", form);
    model.addAttribute("faults", faults);
    return "identity/grants/people";
  }

  private static Granting managing(Actor.Person person) {
    var granting = Granting.of(person);
    if (!granting.any()) throw new Forbidden();
    return granting;
  }
}
