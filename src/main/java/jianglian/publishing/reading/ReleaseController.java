package jianglian.publishing.reading;

import java.util.Locale;
import jianglian.audit.Actor;
import jianglian.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/releases")
class ReleaseController {
  private final ReleaseReading releases;
  private final ReleaseSearch search;
  private final Facets facets;

  ReleaseController(ReleaseReading releases, ReleaseSearch search, Facets facets) {
    this.releases = releases;
    this.search = search;
    this.facets = facets;
  }

  @GetMapping
  String list(@ModelAttribute ReleaseQuery query, Actor actor, Locale locale, Model model) {
    var found = search.published(query, actor);
    model.addAttribute("query", query);
    model.addAttribute("cards", found.cards());
    model.addAttribute("total", found.total());
    model.addAttribute("filtered", query.filtered());
    model.addAttribute("facets", facets.of(query, found.facets(), locale));
    return "publishing/reading/list";
  }

  @GetMapping("/{id:\\d{1,18}}")
  String one(@PathVariable long id, Actor actor, Model model) {
    var found = releases.one(id, actor);
    if (found.isEmpty()) {
      return "redirect:/releases/" + releases.mergedInto(id).orElseThrow(NotFound::new);
    }
    model.addAttribute("release", found.get());
    return "publishing/reading/release";
  }
}
