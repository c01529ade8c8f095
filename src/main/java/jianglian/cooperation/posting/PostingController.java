package jianglian.cooperation.posting;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import jianglian.audit.Actor;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Side;
import jianglian.web.Fault;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class PostingController {
  private static final String SIDES = "{sides:needs|offers}";

  private final Posting posting;
  private final Drafts drafts;
  private final Listings listings;
  private final Clock clock;

  PostingController(Posting posting, Drafts drafts, Listings listings, Clock clock) {
    this.posting = posting;
    this.drafts = drafts;
    this.listings = listings;
    this.clock = clock;
  }

  @GetMapping("/" + SIDES + "/new")
  ModelAndView form(@PathVariable String sides, Actor.Person person) {
    if (Poster.of(person).isEmpty()) throw new Forbidden();
    var side = side(sides);
    return form(side, null, drafts.of(person, side).orElse(ListingForm.EMPTY), List.of(), person);
  }

  @PostMapping("/" + SIDES + "/new")
  ModelAndView post(
      @PathVariable String sides, @RequestParam Map<String, String> typed, Actor.Person person) {
    var side = side(sides);
    var form = new ListingForm(typed);
    if (typed.containsKey("keep")) {
      drafts.keep(person, side, form);
      return new ModelAndView("redirect:/" + sides + "/new");
    }
    try {
      var posted = posting.post(side, form, person);
      drafts.drop(person, side);
      return new ModelAndView("redirect:" + posted.address());
    } catch (InvalidInput invalid) {
      return form(side, null, form, invalid.faults(), person);
    }
  }

  /// Saved while typing.
  @PostMapping("/" + SIDES + "/draft")
  ModelAndView draft(
      @PathVariable String sides, @RequestParam Map<String, String> typed, Actor.Person person) {
    var kept = drafts.keep(person, side(sides), new ListingForm(typed));
    return new ModelAndView(
        "cooperation/posting/kept",
        Map.of("kept", kept, "at", LocalTime.now(clock).withNano(0).toString()));
  }

  @GetMapping("/" + SIDES + "/{id:\\d+}/edit")
  ModelAndView edit(@PathVariable String sides, @PathVariable long id, Actor.Person person) {
    var side = side(sides);
    var listing =
        listings.visible(id, person).filter(it -> it.side() == side).orElseThrow(NotFound::new);
    if (!listing.ownedBy(person)) throw new Forbidden();
    return form(side, id, ListingForm.of(listing), List.of(), person);
  }

  @PostMapping("/" + SIDES + "/{id:\\d+}/edit")
  ModelAndView change(
      @PathVariable String sides,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      Actor.Person person) {
    var side = side(sides);
    var form = new ListingForm(typed);
    try {
      return new ModelAndView("redirect:" + posting.change(side, id, form, person).address());
    } catch (InvalidInput invalid) {
      return form(side, id, form, invalid.faults(), person);
    }
  }

  private static ModelAndView form(
      Side side, @Nullable Long id, ListingForm form, List<Fault> faults, Actor.Person person) {
    var posters = Poster.of(person);
    var view = new ModelAndView("cooperation/posting/form");
    view.addObject("side", side);
    view.addObject("id", id == null ? 0L : id);
    view.addObject("form", form);
    view.addObject("faults", faults);
    view.addObject("posters", posters.stream().map(Poster::choice).toList());
    view.addObject("office", posters.stream().anyMatch(Poster::park));
    if (!faults.isEmpty()) view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return view;
  }

  private static Side side(String sides) {
    return sides.equals("needs") ? Side.NEED : Side.OFFER;
  }
}
