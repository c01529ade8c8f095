package jianglian.cooperation.hall;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.cooperation.ListingPanel;
import jianglian.cooperation.ListingState;
import jianglian.cooperation.Side;
import jianglian.web.NotFound;
import jianglian.web.Page;
import jianglian.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class ListingController {
  private final ShownListings listings;
  private final List<ListingPanel> panels;
  private final Pages pages;
  private final Clock clock;

  ListingController(ShownListings listings, List<ListingPanel> panels, Pages pages, Clock clock) {
    this.listings = listings;
    this.panels = panels;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/needs/{id:\\d+}")
  String need(@PathVariable long id, Actor actor, Model model, HttpServletRequest request) {
    return show(Side.NEED, id, actor, model, request);
  }

  @GetMapping("/offers/{id:\\d+}")
  String offer(@PathVariable long id, Actor actor, Model model, HttpServletRequest request) {
    return show(Side.OFFER, id, actor, model, request);
  }

  private String show(Side side, long id, Actor actor, Model model, HttpServletRequest request) {
    var shown = listings.visible(side, id, actor).orElseThrow(NotFound::new);
    var page = pages.of(request);
    model.addAttribute("shown", shown);
    model.addAttribute("own", shown.listing().ownedBy(actor));
    model.addAttribute("acts", acts(shown.listing().state()));
    model.addAttribute("editable", shown.listing().state() != ListingState.SOLVED);
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("panels", panels(shown, page));
    return "cooperation/hall/listing";
  }

  private List<Content> panels(ShownListing shown, Page page) {
    return panels.stream()
        .map(it -> it.of(shown.listing(), page))
        .flatMap(Optional::stream)
        .toList();
  }

  /// What its people can do with it now.
  private static List<String> acts(ListingState state) {
    return switch (state) {
      case OPEN -> List.of("renewal", "pause", "solution", "withdrawal");
      case PAUSED -> List.of("resumption", "renewal", "solution", "withdrawal");
      case EXPIRED -> List.of("renewal", "solution", "withdrawal");
      case DRAFT, PARK_CHECK, ALLIANCE_CHECK, RETURNED -> List.of("withdrawal");
      case SOLVED, WITHDRAWN -> List.of();
    };
  }
}
