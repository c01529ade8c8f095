package jianglian.publishing.harvest;

import java.util.ArrayList;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/park-interface/feeds")
class FeedController {
  private static final String BACK = "redirect:/park-interface/feeds";

  private final FeedPages pages;
  private final FeedSources sources;
  private final Proposals proposals;
  private final FeedKeeping keeping;
  private final FeedReading reading;
  private final HarvestLimits limits;

  FeedController(
      FeedPages pages,
      FeedSources sources,
      Proposals proposals,
      FeedKeeping keeping,
      FeedReading reading,
      HarvestLimits limits) {
    this.pages = pages;
    this.sources = sources;
    this.proposals = proposals;
    this.keeping = keeping;
    this.reading = reading;
    this.limits = limits;
  }

  @GetMapping
  String feeds(Actor.Person person, Model model) {
    fill(model, FeedOffice.of(person), TypedFeed.NOTHING, List.of());
    return "publishing/harvest/feeds";
  }

  private void fill(Model model, FeedOffice office, TypedFeed typed, List<Fault> faults) {
    model.addAttribute("office", office);
    model.addAttribute("feeds", pages.feeds(office.park()));
    model.addAttribute("typed", typed);
    model.addAttribute("faults", faults);
  }

  /// Reads it at once, so that whoever added it sees what it brings or what is wrong with it.
  @PostMapping
  ModelAndView add(
      @RequestParam(defaultValue = "") String url,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String kind,
      Actor.Person person,
      Model model) {
    var office = FeedOffice.of(person);
    var typed = new TypedFeed(url, name, kind);
    try {
      office.requireAdministrator();
      var id = keeping.add(office.park(), FeedForm.read(typed, limits), person);
      reading.readNow(id);
      return new ModelAndView(BACK + "/" + id);
    } catch (InvalidInput invalid) {
      fill(model, office, typed, invalid.faults());
      return unprocessable("publishing/harvest/feeds", model);
    }
  }

  @GetMapping("/{id:\\d{1,18}}")
  String feed(
      @PathVariable long id,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long after,
      Actor.Person person,
      Model model) {
    fill(model, of(person, id), after, person, List.of());
    return "publishing/harvest/feed";
  }

  private void fill(
      Model model, FeedSource feed, long before, Actor.Person person, List<Fault> faults) {
    model.addAttribute("feed", feed);
    model.addAttribute("administers", FeedOffice.administers(person, feed.park()));
    model.addAttribute("count", (long) proposals.open(feed.id()));
    model.addAttribute("waiting", pages.waiting(feed.id(), before));
    model.addAttribute("decided", pages.decided(feed.id()));
    model.addAttribute("faults", faults);
  }

  @PostMapping("/{id:\\d{1,18}}")
  ModelAndView describe(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String kind,
      Actor.Person person,
      Model model) {
    var faults = new ArrayList<Fault>();
    var known = FeedForm.described(name.strip(), kind, faults);
    if (name.isBlank()) faults.add(Fault.at("/name", "harvest.name-needed"));
    if (faults.isEmpty()) {
      keeping.describe(id, name.strip(), known, person);
      return new ModelAndView(BACK + "/" + id);
    }
    fill(model, of(person, id), Long.MAX_VALUE, person, faults);
    return unprocessable("publishing/harvest/feed", model);
  }

  @PostMapping("/{id:\\d{1,18}}/pause")
  String pause(@PathVariable long id, Actor.Person person) {
    keeping.pause(id, person);
    return BACK + "/" + id;
  }

  @PostMapping("/{id:\\d{1,18}}/resumption")
  String resume(@PathVariable long id, Actor.Person person) {
    keeping.resume(id, person);
    reading.readNow(id);
    return BACK + "/" + id;
  }

  @PostMapping("/{id:\\d{1,18}}/removal")
  String remove(@PathVariable long id, Actor.Person person) {
    keeping.remove(id, person);
    return BACK;
  }

  /// Whoever of the office wants to see now what is new; if it is being read, that will do.
  @PostMapping("/{id:\\d{1,18}}/reading")
  String read(@PathVariable long id, Actor.Person person) {
    reading.readNow(of(person, id).id());
    return BACK + "/" + id;
  }

  private FeedSource of(Actor.Person person, long id) {
    return sources.of(person.officeOf(), id).orElseThrow(NotFound::new);
  }

  private static ModelAndView unprocessable(String view, Model model) {
    return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
