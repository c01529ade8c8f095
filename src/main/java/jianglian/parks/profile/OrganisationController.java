package jianglian.parks.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.parks.Identification;
import jianglian.parks.Organisation;
import jianglian.parks.Parks;
import jianglian.parks.ProfileSection;
import jianglian.web.Fault;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import jianglian.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class OrganisationController {
  private final Profiles profiles;
  private final Parks parks;
  private final List<ProfileSection> sections;
  private final Pages pages;
  private final Clock clock;

  OrganisationController(
      Profiles profiles, Parks parks, List<ProfileSection> sections, Pages pages, Clock clock) {
    this.profiles = profiles;
    this.parks = parks;
    this.sections = sections;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/organisations/{id}")
  String organisation(@PathVariable long id, HttpServletRequest request, Model model) {
    var page = pages.of(request);
    var it = profiles.page(id, page.actor()).orElseThrow(NotFound::new);
    var organisation = it.organisation();
    model.addAttribute("it", it);
    model.addAttribute("park", parks.byId(organisation.park()).orElseThrow());
    model.addAttribute("insider", mayDescribe(organisation, page.actor()));
    model.addAttribute(
        "parts",
        sections.stream()
            .map(section -> section.of(organisation, page))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingInt(ProfileSection.Part::order))
            .toList());
    return "parks/profile/organisation";
  }

  @GetMapping("/organisations/{id}/edit")
  String form(@PathVariable long id, Actor actor, Model model) {
    var it = editable(id, actor);
    return form(it.organisation(), Profiles.form(it), List.of(), actor, model);
  }

  @PostMapping("/organisations/{id}/edit")
  String save(
      @PathVariable long id,
      Actor actor,
      OrganisationForm form,
      HttpServletResponse response,
      Model model) {
    var organisation = editable(id, actor).organisation();
    try {
      change(organisation, form, actor);
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return form(organisation, form, invalid.faults(), actor, model);
    }
    return "redirect:/organisations/" + id;
  }

  /// Everything at fault is told at once, whether the park watches over it or not.
  private void change(Organisation organisation, OrganisationForm form, Actor actor) {
    var faults = new ArrayList<Fault>();
    Profile profile = null;
    Identification identification = null;
    try {
      profile = Profile.of(form, Year.now(clock));
    } catch (InvalidInput invalid) {
      faults.addAll(invalid.faults());
    }
    try {
      if (mayIdentify(organisation, actor))
        identification = Identification.of(form.identification());
    } catch (InvalidInput invalid) {
      faults.addAll(invalid.faults());
    }
    if (profile == null || !faults.isEmpty()) throw new InvalidInput(faults);
    if (identification != null) profiles.identify(organisation, identification, actor);
    profiles.describe(organisation, profile, actor);
  }

  private OrganisationPage editable(long id, Actor actor) {
    var it = profiles.page(id, actor).orElseThrow(NotFound::new);
    if (!mayDescribe(it.organisation(), actor)) throw new Forbidden();
    return it;
  }

  private static boolean mayDescribe(Organisation organisation, Actor actor) {
    return actor.holds(Role.ORGANISATION_ADMINISTRATOR, Scope.organisation(organisation.id()))
        || actor.officeOf().contains(organisation.park());
  }

  /// What its park has checked is changed by its park only.
  private static boolean mayIdentify(Organisation organisation, Actor actor) {
    return actor.officeOf().contains(organisation.park()) || !organisation.admitted();
  }

  private static String form(
      Organisation organisation,
      OrganisationForm form,
      List<Fault> faults,
      Actor actor,
      Model model) {
    model.addAttribute("organisation", organisation);
    model.addAttribute("form", form);
    model.addAttribute("faults", faults);
    model.addAttribute("identifiable", mayIdentify(organisation, actor));
    return "parks/profile/organisation-form";
  }
}
