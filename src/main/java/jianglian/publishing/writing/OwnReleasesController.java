package jianglian.publishing.writing;

import jianglian.audit.Actor;
import jianglian.publishing.parkinterface.OwnPark;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@Controller
class OwnReleasesController {
  private final OwnReleases releases;

  OwnReleasesController(OwnReleases releases) {
    this.releases = releases;
  }

  @GetMapping("/park-interface/releases")
  String list(@ModelAttribute OwnReleaseQuery query, Actor.Person person, Model model) {
    var park = OwnPark.writtenFor(person);
    model.addAttribute("park", park);
    model.addAttribute("query", query);
    model.addAttribute("counts", releases.counts(park.id(), query));
    model.addAttribute("rows", releases.list(park.id(), query));
    return "publishing/writing/list";
  }
}
