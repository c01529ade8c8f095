package jianglian.cases.following;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jianglian.audit.Actor;
import jianglian.cases.CaseAddress;
import jianglian.cases.documents.Upload;
import jianglian.cases.introductions.CaseClosing;
import jianglian.cases.introductions.CaseHandover;
import jianglian.cases.introductions.CaseNoting;
import jianglian.cases.introductions.CaseStepping;
import jianglian.cases.introductions.CaseTaking;
import jianglian.cases.introductions.Visibility;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The forms of a case's page. Each leads back to the page, or draws it again with what is wrong.
@Controller
@RequestMapping("/cases/{number}")
class CaseActs {
  private static final int MOST_SIDES = 9;

  private final CaseTaking taking;
  private final CaseStepping stepping;
  private final CaseNoting noting;
  private final CaseHandover handover;
  private final CaseClosing closing;
  private final CasePages pages;
  private final Clock clock;

  CaseActs(
      CaseTaking taking,
      CaseStepping stepping,
      CaseNoting noting,
      CaseHandover handover,
      CaseClosing closing,
      CasePages pages,
      Clock clock) {
    this.taking = taking;
    this.stepping = stepping;
    this.noting = noting;
    this.handover = handover;
    this.closing = closing;
    this.pages = pages;
    this.clock = clock;
  }

  @PostMapping("/taking")
  ModelAndView take(@PathVariable String number, Actor.Person person) {
    taking.take(number, person, clock.instant());
    return back(number);
  }

  @PostMapping("/handover")
  ModelAndView handOver(@PathVariable String number, @RequestParam int side, Actor.Person person) {
    handover.handOver(number, side, person, clock.instant());
    return back(number);
  }

  @PostMapping("/steps")
  ModelAndView step(
      @PathVariable String number,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Actor.Person person) {
    return act(
        number,
        person,
        typed,
        () -> {
          var form =
              new StepForm(
                  typed.get("to"),
                  typed.get("note"),
                  typed.get("reason"),
                  typed.get("next"),
                  typed.get("until"));
          var step = form.step(MOST_SIDES, LocalDate.now(clock));
          stepping.step(number, step, Upload.of(file), person, clock.instant());
        });
  }

  @PostMapping("/notes")
  ModelAndView note(
      @PathVariable String number, @RequestParam Map<String, String> typed, Actor.Person person) {
    return act(
        number,
        person,
        typed,
        () -> {
          var faults = new ArrayList<Fault>();
          var text = CaseText.of("/text", typed.get("text"), StepForm.LONGEST_NOTE, faults);
          if (text.isEmpty()) faults.add(Fault.at("/text", "case.fault.nothing-written"));
          if (!faults.isEmpty()) throw new InvalidInput(faults);
          noting.note(number, text, visibility(typed), person, clock.instant());
        });
  }

  @PostMapping("/documents")
  ModelAndView add(
      @PathVariable String number,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = "document", required = false) @Nullable MultipartFile file,
      Actor.Person person) {
    return act(
        number,
        person,
        typed,
        "document",
        () -> {
          var upload = Upload.of(file);
          if (upload == null) throw new InvalidInput("/document", "case.fault.no-file");
          noting.add(number, upload, visibility(typed), person, clock.instant());
        });
  }

  @PostMapping("/documents/{document}/removal")
  ModelAndView remove(
      @PathVariable String number, @PathVariable long document, Actor.Person person) {
    noting.remove(number, document, person, clock.instant());
    return back(number);
  }

  @PostMapping("/closure")
  ModelAndView close(
      @PathVariable String number, @RequestParam Map<String, String> typed, Actor.Person person) {
    return act(
        number,
        person,
        typed,
        "closing",
        () -> {
          var form =
              new ClosingForm(
                  typed.get("closing-result"),
                  typed.get("closing-reason"),
                  typed.get("closing-note"));
          closing.close(number, form.lenient(), form.words(), person, clock.instant());
        });
  }

  private ModelAndView act(
      String number, Actor.Person person, Map<String, String> typed, Runnable act) {
    return act(number, person, typed, "", act);
  }

  /// `form`: the page has several forms, so the fields of this one begin with its name.
  private ModelAndView act(
      String number, Actor.Person person, Map<String, String> typed, String form, Runnable act) {
    try {
      act.run();
      return back(number);
    } catch (InvalidInput wrong) {
      return pages.again(number, person, onPage(wrong.faults(), form), typed);
    }
  }

  private static List<Fault> onPage(List<Fault> faults, String form) {
    return switch (form) {
      case "closing" ->
          faults.stream()
              .map(it -> new Fault("/closing-" + it.field(), it.key(), it.arguments()))
              .toList();
      case "document" ->
          faults.stream().map(it -> new Fault("/document", it.key(), it.arguments())).toList();
      default -> faults;
    };
  }

  private static Visibility visibility(Map<String, String> typed) {
    return Visibility.find(typed.getOrDefault("visibility", "")).orElse(Visibility.PARTIES);
  }

  private static ModelAndView back(String number) {
    return new ModelAndView("redirect:" + CaseAddress.of(number));
  }
}
