package jianglian.matching.reading;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Side;
import jianglian.matching.Matches;
import jianglian.parks.Organisation;
import jianglian.parks.Organisations;
import jianglian.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What else fits: policies for a need or an organisation, investors for a need.
@Controller
class FittingController {
  private static final int SIZE = 20;

  private final Listings listings;
  private final Organisations organisations;
  private final Matches matches;
  private final PolicyMatches policies;

  FittingController(
      Listings listings, Organisations organisations, Matches matches, PolicyMatches policies) {
    this.listings = listings;
    this.organisations = organisations;
    this.matches = matches;
    this.policies = policies;
  }

  @GetMapping("/needs/{id:\\d+}/policies")
  String policiesOfNeed(@PathVariable long id, Actor actor, Model model) {
    var need = need(id, actor);
    return policies(need.title(), need.address(), policies.ofNeed(id, SIZE), model);
  }

  @GetMapping("/organisations/{id:\\d+}/policies")
  String policiesOfOrganisation(@PathVariable long id, Model model) {
    var organisation =
        organisations.byId(id).filter(Organisation::admitted).orElseThrow(NotFound::new);
    var found = policies.ofOrganisation(id, SIZE);
    return policies(organisation.name(), "/organisations/" + id, found, model);
  }

  @GetMapping("/needs/{id:\\d+}/investors")
  String investors(@PathVariable long id, Actor actor, Model model) {
    var need = need(id, actor);
    model.addAttribute("listing", need);
    model.addAttribute("matches", matches.investors(need, SIZE));
    return "matching/reading/investors";
  }

  private Listing need(long id, Actor actor) {
    return listings
        .visible(id, actor)
        .filter(it -> it.side() == Side.NEED)
        .orElseThrow(NotFound::new);
  }

  private static String policies(
      String subject, String address, List<PolicyMatch> found, Model model) {
    model.addAttribute("subject", subject);
    model.addAttribute("address", address);
    model.addAttribute("policies", found);
    return "matching/reading/policies";
  }
}
