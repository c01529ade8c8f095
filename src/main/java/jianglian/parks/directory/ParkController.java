package jianglian.parks.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.audit.Role;
import jianglian.parks.OrganisationKind;
import jianglian.parks.Park;
import jianglian.parks.Parks;
import jianglian.parks.ProfileSection;
import jianglian.web.NotFound;
import jianglian.web.Pages;
import jianglian.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ParkController {
  private static final int SIZE = 50;

  private final Directory directory;
  private final Parks parks;
  private final List<ProfileSection> sections;
  private final Pages pages;

  ParkController(Directory directory, Parks parks, List<ProfileSection> sections, Pages pages) {
    this.directory = directory;
    this.parks = parks;
    this.sections = sections;
    this.pages = pages;
  }

  @GetMapping("/parks")
  String list(@RequestParam(defaultValue = "") String q, Model model) {
    model.addAttribute("q", q);
    model.addAttribute("provinces", directory.along(q));
    return "parks/directory/parks";
  }

  @GetMapping("/parks/{code:[0-9A-Z]+}")
  String park(@PathVariable String code, HttpServletRequest request, Model model) {
    var park = directory.page(code).orElseThrow(NotFound::new);
    var page = pages.of(request);
    model.addAttribute("it", park);
    model.addAttribute("maySettle", maySettle(page.actor(), park.park()));
    model.addAttribute(
        "parts",
        sections.stream()
            .map(it -> it.of(park.park(), page))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingInt(ProfileSection.Part::order))
            .toList());
    return "parks/directory/park";
  }

  private static boolean maySettle(Actor actor, Park park) {
    return actor.parks(Role.PARK_ADMINISTRATOR).contains(park.id())
        || actor.holdsAny(Role.SECRETARIAT_ADMINISTRATOR);
  }

  @GetMapping("/parks/{code:[0-9A-Z]+}/organisations")
  String organisations(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    var park = parks.byCode(code).orElseThrow(NotFound::new);
    var chosen = OrganisationKind.from(kind).orElse(null);
    var rows = directory.organisations(park, chosen, q, before(after), SIZE);
    model.addAttribute("park", park);
    model.addAttribute("kind", kind);
    model.addAttribute("q", q);
    model.addAttribute("firms", Slice.of(rows, SIZE, it -> Long.toString(it.id())));
    return "parks/directory/organisations";
  }

  private static long before(String after) {
    return after.matches("\\d{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
  }
}
