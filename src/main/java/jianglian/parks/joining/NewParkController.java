package jianglian.parks.joining;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class NewParkController {
  private final ParkAdding adding;

  NewParkController(ParkAdding adding) {
    this.adding = adding;
  }

  @GetMapping("/parks/new")
  String form(Actor actor, Model model) {
    ParkAdding.check(actor);
    return form(ParkForm.EMPTY, List.of(), List.of(), "", model);
  }

  @PostMapping("/parks/new")
  String add(
      Actor actor,
      ParkForm park,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    ParkAdding.check(actor);
    try {
      adding.add(NewPark.of(park.typed()), actor);
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return form(park, invalid.faults(), List.of(), "", model);
    }
    redirect.addFlashAttribute("added", 1);
    return "redirect:/parks/new";
  }

  @PostMapping("/parks/new/table")
  String addTable(
      Actor actor,
      @RequestParam(defaultValue = "") String table,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    ParkAdding.check(actor);
    try {
      var read = ParkTable.read(table);
      adding.add(read, actor);
      if (read.bad().isEmpty()) {
        redirect.addFlashAttribute("added", read.good().size());
        return "redirect:/parks/new";
      }
      response.setStatus(422);
      model.addAttribute("added", read.good().size());
      return form(ParkForm.EMPTY, List.of(), read.bad(), remaining(read), model);
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return form(ParkForm.EMPTY, invalid.faults(), List.of(), table, model);
    }
  }

  /// What is left in the field to be corrected and sent again.
  private static String remaining(ParkTable table) {
    return table.bad().stream().map(ParkTable.Bad::text).collect(Collectors.joining("\n"));
  }

  private static String form(
      ParkForm park, List<Fault> faults, List<ParkTable.Bad> bad, String table, Model model) {
    model.addAttribute("park", park);
    model.addAttribute("faults", faults);
    model.addAttribute("bad", bad);
    model.addAttribute("table", table);
    return "parks/joining/new-park";
  }
}
