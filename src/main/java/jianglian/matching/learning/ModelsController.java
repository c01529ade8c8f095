package jianglian.matching.learning;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.matching.model.ModelFile;
import jianglian.web.Fault;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import jianglian.web.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The models of matching: read by the secretariat and the auditor, changed by the secretariat.
@Controller
class ModelsController {
  private final Models models;
  private final Examples examples;
  private final Refitting refitting;
  private final ModelReturning returning;
  private final Settings settings;

  ModelsController(
      Models models,
      Examples examples,
      Refitting refitting,
      ModelReturning returning,
      Settings settings) {
    this.models = models;
    this.examples = examples;
    this.refitting = refitting;
    this.returning = returning;
    this.settings = settings;
  }

  @GetMapping("/secretariat/matching")
  String list(Actor.Person person, Model model) {
    reads(person);
    var rows = models.newest();
    model.addAttribute("models", rows);
    model.addAttribute("counts", examples.counts());
    model.addAttribute("fresh", refitting.fresh());
    model.addAttribute("enough", settings.of(Refitting.ENOUGH));
    model.addAttribute(
        "attempt", rows.stream().filter(it -> !it.shipped()).findFirst().orElse(null));
    model.addAttribute("acts", person.secretariat());
    return "matching/learning/models";
  }

  /// The piece of the page that follows a try under way.
  @GetMapping("/secretariat/matching/fit")
  String fit(Actor.Person person, Model model) {
    reads(person);
    model.addAttribute("attempt", models.newestTry().orElse(null));
    model.addAttribute("acts", person.secretariat());
    return "matching/learning/fit";
  }

  @PostMapping("/secretariat/matching/fit")
  String start(Actor.Person person) {
    acts(person);
    refitting.start(person);
    return "redirect:/secretariat/matching";
  }

  @GetMapping("/secretariat/matching/{id:\\d{1,18}}")
  String one(Actor.Person person, @PathVariable long id, Model model) {
    return one(person, id, "", List.of(), model);
  }

  @PostMapping("/secretariat/matching/{id:\\d{1,18}}/return")
  String goBack(
      Actor.Person person,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    acts(person);
    try {
      returning.goBack(id, reason, person);
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return one(person, id, reason, invalid.faults(), model);
    }
    return "redirect:/secretariat/matching";
  }

  private String one(Actor.Person person, long id, String reason, List<Fault> faults, Model model) {
    reads(person);
    var row = models.byId(id).orElseThrow(NotFound::new);
    var file = row.file();
    model.addAttribute("row", row);
    model.addAttribute("file", file.orElse(null));
    model.addAttribute("weights", file.map(it -> WeightRow.of(it, parent(row))).orElse(List.of()));
    model.addAttribute("returns", person.secretariat() && returning.possible(row));
    model.addAttribute("reason", reason);
    model.addAttribute("faults", faults);
    return "matching/learning/model";
  }

  private @Nullable ModelFile parent(ModelRow row) {
    return Optional.ofNullable(row.parent())
        .flatMap(models::byId)
        .flatMap(ModelRow::file)
        .orElse(null);
  }

  private static void reads(Actor.Person person) {
    if (!person.readsAll()) throw new NotFound();
  }

  private static void acts(Actor.Person person) {
    reads(person);
    if (!person.secretariat()) throw new Forbidden();
  }
}
