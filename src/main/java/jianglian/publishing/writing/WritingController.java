package jianglian.publishing.writing;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.publishing.ReleaseState;
import jianglian.publishing.release.Release;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The form of one release, `new` or known by its id.
@Controller
@RequestMapping("/park-interface")
class WritingController {
  private static final String WHICH = "/releases/{which:new|\\d{1,18}}";
  private static final String SUBMIT = "submit";
  private static final String SAVE = "save";

  private final Writing writing;
  private final FormPages pages;
  private final KeptForms kept;
  private final Clock clock;

  WritingController(Writing writing, FormPages pages, KeptForms kept, Clock clock) {
    this.writing = writing;
    this.pages = pages;
    this.kept = kept;
    this.clock = clock;
  }

  @GetMapping(WHICH)
  ModelAndView form(
      @PathVariable String which,
      @RequestParam(defaultValue = "") String done,
      Actor.Person person) {
    var known = pages.known(which, person);
    if (known.filter(it -> it.state() == ReleaseState.MERGED).isPresent()) {
      return new ModelAndView("redirect:/releases/" + which);
    }
    return shown(pages.opened(known.orElse(null), person).after(done), HttpStatus.OK);
  }

  /// `act` is the button that was pressed: `submit`, `save`, `preview`, or one for the rows of
  /// clauses.
  @PostMapping(WHICH)
  ModelAndView act(
      @PathVariable String which,
      @RequestParam(defaultValue = "preview") String act,
      @RequestParam MultiValueMap<String, String> typed,
      Actor.Person person) {
    var known = pages.known(which, person);
    var form = ReleaseForm.of(typed);
    if (act.equals(SUBMIT) || act.equals(SAVE)) {
      return written(known, form.tidy(), act.equals(SUBMIT), person);
    }
    var release = known.orElse(null);
    var page = pages.page(release, form.after(act), person).after(act);
    return shown(
        act.equals("preview") ? page.previewing(pages.preview(release, form)) : page,
        HttpStatus.OK);
  }

  private ModelAndView written(
      Optional<Release> known, ReleaseForm form, boolean handIn, Actor.Person person) {
    var release = known.orElse(null);
    try {
      var after = write(release, form, handIn, person);
      return new ModelAndView(
          "redirect:/park-interface/releases/"
              + after.id()
              + (after.equals(release) ? "" : "?done=" + (handIn ? SUBMIT : SAVE)));
    } catch (InvalidInput invalid) {
      return shown(
          pages.page(release, form, person).with(invalid.faults()),
          HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (ChangedMeanwhile changed) {
      return shown(pages.conflict(changed.now(), form, person), HttpStatus.CONFLICT);
    }
  }

  private Release write(
      @Nullable Release known, ReleaseForm form, boolean handIn, Actor.Person person) {
    return known == null
        ? writing.begin(pages.park(null, person).id(), form, handIn, person)
        : writing.change(known.id(), form, handIn, person);
  }

  /// Saved while typing.
  @PostMapping(WHICH + "/draft")
  ModelAndView draft(
      @PathVariable String which,
      @RequestParam MultiValueMap<String, String> typed,
      Actor.Person person) {
    var release = pages.known(which, person).orElse(null);
    var park = pages.park(release, person).id();
    var id = release == null ? null : release.id();
    return new ModelAndView(
        "publishing/writing/kept",
        Map.of(
            "kept",
            kept.keep(person, park, id, ReleaseForm.of(typed)),
            "at",
            LocalTime.now(clock.withZone(Release.ZONE)).withNano(0).toString()));
  }

  @PostMapping(WHICH + "/draft/removal")
  String drop(@PathVariable String which, Actor.Person person) {
    var release = pages.known(which, person).orElse(null);
    kept.drop(person, pages.park(release, person).id(), release == null ? null : release.id());
    return "redirect:/park-interface/releases/" + which;
  }

  /// How a document number is understood, while typing it.
  @GetMapping("/document-number")
  ModelAndView understood(
      @RequestParam(defaultValue = "") String documentNumber, Actor.Person person) {
    var view = new ModelAndView("publishing/writing/understood");
    view.addObject("typed", documentNumber);
    view.addObject("number", FormPage.understood(documentNumber));
    return view;
  }

  static ModelAndView shown(FormPage it, HttpStatus status) {
    return new ModelAndView("publishing/writing/form", Map.of("it", it), status);
  }
}
