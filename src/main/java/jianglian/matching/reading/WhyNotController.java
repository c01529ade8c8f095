package jianglian.matching.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import jianglian.audit.Actor;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Side;
import jianglian.search.SearchUnavailable;
import jianglian.web.NotFound;
import jianglian.web.Page;
import jianglian.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// "Why is this one not in my list?", asked with the number or the address of the other.
@Controller
class WhyNotController {
  /// The last number in what was pasted: `/offers/17`, `17`, a whole address.
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})(?!.*\\d)");

  private final Listings listings;
  private final WhyNot whyNot;
  private final Pages pages;

  WhyNotController(Listings listings, WhyNot whyNot, Pages pages) {
    this.listings = listings;
    this.whyNot = whyNot;
    this.pages = pages;
  }

  @GetMapping("/needs/{id:\\d+}/why-not")
  String ofNeed(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String other,
      Actor actor,
      HttpServletRequest request,
      Model model) {
    return shown(own(Side.NEED, id, actor), other, actor, pages.of(request), model);
  }

  @GetMapping("/offers/{id:\\d+}/why-not")
  String ofOffer(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String other,
      Actor actor,
      HttpServletRequest request,
      Model model) {
    return shown(own(Side.OFFER, id, actor), other, actor, pages.of(request), model);
  }

  private Listing own(Side side, long id, Actor actor) {
    return listings
        .visible(id, actor)
        .filter(it -> it.side() == side)
        .filter(it -> it.ownedBy(actor) || actor.readsAll())
        .orElseThrow(NotFound::new);
  }

  private String shown(Listing listing, String other, Actor actor, Page page, Model model) {
    model.addAttribute("listing", listing);
    model.addAttribute("asked", other.strip());
    model.addAttribute("told", List.<String>of());
    model.addAttribute("weak", false);
    var number = NUMBER.matcher(other);
    if (number.find()) answer(listing, Long.parseLong(number.group(1)), actor, page, model);
    return "matching/reading/why-not";
  }

  private void answer(Listing listing, long other, Actor actor, Page page, Model model) {
    try {
      var answer = whyNot.of(listing, other, actor, page.locale());
      model.addAttribute("answered", answer.other());
      model.addAttribute("told", answer.told());
      model.addAttribute("weak", answer.verdict().broken().isEmpty());
    } catch (NotFound none) {
      model.addAttribute("told", List.of(page.text("match.why-not.none")));
    } catch (SearchUnavailable away) {
      model.addAttribute("told", List.of(page.text("match.why-not.away")));
    }
  }
}
