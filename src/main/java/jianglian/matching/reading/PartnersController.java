package jianglian.matching.reading;

import jianglian.audit.Actor;
import jianglian.matching.reading.FirmMatches.Way;
import jianglian.parks.Organisations;
import jianglian.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Possible suppliers and customers of a firm, for its own people.
@Controller
class PartnersController {
  private static final int SIZE = 20;
  private static final int FEW = 5;

  private final Organisations organisations;
  private final FirmMatches firms;

  PartnersController(Organisations organisations, FirmMatches firms) {
    this.organisations = organisations;
    this.firms = firms;
  }

  @GetMapping("/organisations/{id:\\d+}/suppliers")
  String suppliers(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean few,
      Actor actor,
      Model model) {
    return partners(id, Way.SUPPLIERS, few, actor, model);
  }

  @GetMapping("/organisations/{id:\\d+}/customers")
  String customers(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean few,
      Actor actor,
      Model model) {
    return partners(id, Way.CUSTOMERS, few, actor, model);
  }

  private String partners(long id, Way way, boolean few, Actor actor, Model model) {
    var firm =
        organisations.byId(id).filter(it -> OwnPeople.of(it, actor)).orElseThrow(NotFound::new);
    model.addAttribute("firm", firm);
    model.addAttribute("way", way.code());
    model.addAttribute("partners", firms.of(firm, way, few ? FEW : SIZE));
    model.addAttribute("few", few);
    return "matching/reading/partners";
  }
}
