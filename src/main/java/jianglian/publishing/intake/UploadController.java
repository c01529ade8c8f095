package jianglian.publishing.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jianglian.audit.Actor;
import jianglian.publishing.IntakeOrder;
import jianglian.publishing.IntakeTarget;
import jianglian.publishing.IntakeText;
import jianglian.publishing.parkinterface.OwnPark;
import jianglian.search.SearchEngine;
import jianglian.web.Fault;
import jianglian.web.NotFound;
import jianglian.web.Refusal;
import jianglian.web.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/park-interface")
class UploadController {
  private static final int PART = 200;

  private final List<IntakeTarget<?>> targets;
  private final Uploading uploading;
  private final Uploads uploads;
  private final IntakeLimits limits;
  private final SheetTemplate template;
  private final ResultFile result;
  private final SearchEngine engine;

  UploadController(
      List<IntakeTarget<?>> targets,
      Uploading uploading,
      Uploads uploads,
      IntakeLimits limits,
      SheetTemplate template,
      ResultFile result,
      SearchEngine engine) {
    this.targets = targets;
    this.uploading = uploading;
    this.uploads = uploads;
    this.limits = limits;
    this.template = template;
    this.result = result;
    this.engine = engine;
  }

  @GetMapping("/uploads")
  String uploads(Actor.Person person, Model model) {
    fill(model, OwnPark.of(person), "release", List.of());
    return "publishing/intake/uploads";
  }

  private void fill(Model model, OwnPark park, String kind, List<Fault> faults) {
    model.addAttribute("park", park);
    model.addAttribute("kinds", targets.stream().map(IntakeTarget::kind).toList());
    model.addAttribute("kind", kind);
    model.addAttribute("uploads", uploads.latest(park.id()));
    model.addAttribute("faults", faults);
  }

  @PostMapping("/uploads")
  ModelAndView upload(
      @RequestParam String kind, @RequestParam MultipartFile file, Actor.Person person, Model model)
      throws IOException {
    var park = OwnPark.of(person);
    known(kind);
    var name = IntakeText.line(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
    var order = new IntakeOrder(kind, park.id(), person, name.isEmpty() ? null : name, true);
    try {
      var job = uploading.begin(order, Spool.of(file.getInputStream(), limits.file()));
      return new ModelAndView("redirect:/park-interface/uploads/" + job);
    } catch (Refusal refusal) {
      fill(model, park, kind, List.of(Fault.at("/file", refusal.key(), refusal.arguments())));
      return new ModelAndView(
          "publishing/intake/uploads", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @GetMapping("/uploads/{id:\\d{1,18}}")
  String report(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String only,
      @RequestParam(defaultValue = "0") int after,
      Actor.Person person,
      Model model) {
    var report = uploads.one(id, OwnPark.of(person).id()).orElseThrow(NotFound::new);
    var rows = uploads.rows(id, after, only.equals("refused"), PART + 1);
    model.addAttribute("report", report);
    model.addAttribute("only", only);
    model.addAttribute("backlog", engine.vectorBacklog());
    model.addAttribute("rows", Slice.of(rows, PART, it -> String.valueOf(it.row())));
    return "publishing/intake/report";
  }

  @GetMapping("/uploads/{id:\\d{1,18}}/result.{format:csv|xlsx}")
  void result(
      @PathVariable long id,
      @PathVariable String format,
      Actor.Person person,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    var report = uploads.one(id, OwnPark.of(person).id()).orElseThrow(NotFound::new);
    response.setContentType(format.equals("csv") ? "text/csv;charset=UTF-8" : SheetTemplate.TYPE);
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"jianglian-" + report.id() + "." + format + "\"");
    result.write(report.id(), format, locale, response.getOutputStream());
  }

  @GetMapping("/templates/{kind}.xlsx")
  void template(@PathVariable String kind, HttpServletResponse response) throws IOException {
    var target = known(kind);
    response.setContentType(SheetTemplate.TYPE);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"jianglian-" + kind + ".xlsx\"");
    template.write(target, response.getOutputStream());
  }

  private IntakeTarget<?> known(String kind) {
    return targets.stream()
        .filter(it -> it.kind().equals(kind))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
