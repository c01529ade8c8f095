package jianglian.cooperation.posting;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import jianglian.audit.Actor;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Side;
import jianglian.web.Fault;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class PostingController {
  private static final String FORMS = "{forms:needs|offers|projects|theses}";
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

  @GetMapping("/" + FORMS + "/new")
  ModelAndView form(@PathVariable String forms, Actor.Person person) {
    if (Poster.of(person).isEmpty()) throw new Forbidden();
    var form = PostingForm.at(forms);
    return form(form, null, drafts.of(person, form).orElse(ListingForm.EMPTY), List.of(), person);
  }

  @PostMapping("/" + FORMS + "/new")
  ModelAndView post(
      @PathVariable String forms,
      @RequestParam MultiValueMap<String, String> typed,
      Actor.Person person) {
    var form = PostingForm.at(forms);
    var written = written(form, typed);
    if (typed.containsKey("keep")) {
      drafts.keep(person, form, written);
      return new ModelAndView("redirect:" + form.path() + "/new");
    }
    try {
      var posted = posting.post(form.side(), written, person);
      drafts.drop(person, form);
      return new ModelAndView("redirect:" + posted.address());
    } catch (InvalidInput invalid) {
      return form(form, null, written, invalid.faults(), person);
    }
  }

  /// Saved while typing.
  @PostMapping("/" + FORMS + "/draft")
  ModelAndView draft(
      @PathVariable String forms,
      @RequestParam MultiValueMap<String, String> typed,
      Actor.Person person) {
    var kept = drafts.keep(person, PostingForm.at(forms), ListingForm.sent(typed));
    return new ModelAndView(
        "cooperation/posting/kept",
        Map.of("kept", kept, "at", LocalTime.now(clock).withNano(0).toString()));
  }

  @GetMapping("/" + SIDES + "/{id:\\d+}/edit")
  ModelAndView edit(@PathVariable String sides, @PathVariable long id, Actor.Person person) {
    var listing = own(sides, id, person);
    return form(PostingForm.of(listing), id, ListingForm.of(listing), List.of(), person);
  }

  @PostMapping("/" + SIDES + "/{id:\\d+}/edit")
  ModelAndView change(
      @PathVariable String sides,
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> typed,
      Actor.Person person) {
    var side = side(sides);
    var form = ListingForm.sent(typed);
    try {
      return new ModelAndView("redirect:" + posting.change(side, id, form, person).address());
    } catch (InvalidInput invalid) {
      return form(PostingForm.of(own(sides, id, person)), id, form, invalid.faults(), person);
    }
  }

  private Listing own(String sides, long id, Actor.Person person) {
    var listing =
        listings
            .visible(id, person)
            .filter(it -> it.side() == side(sides))
            .orElseThrow(NotFound::new);
    if (!listing.ownedBy(person)) throw new Forbidden();
    return listing;
  }

  /// A thesis and a project are of type capital whatever was sent.
  private static ListingForm written(PostingForm form, MultiValueMap<String, String> typed) {
    if (form.capital()) typed.set("type", ListingType.CAPITAL.code());
    return ListingForm.sent(typed);
  }

  private static ModelAndView form(
      PostingForm form,
      @Nullable Long id,
      ListingForm written,
      List<Fault> faults,
      Actor.Person person) {
    var posters = Poster.of(person);
    var view = new ModelAndView("cooperation/posting/" + (form.capital() ? "capital" : "form"));
    view.addObject("kind", form);
    view.addObject("id", id == null ? 0L : id);
    view.addObject("form", written);
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
