package jianglian.identity.settings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.audit.Role;
import jianglian.web.Fault;
import jianglian.web.Forbidden;
import jianglian.web.InvalidInput;
import jianglian.web.Setting;
import jianglian.web.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SettingsController {
  private final Settings settings;
  private final Proposals proposals;
  private final Founders founders;

  SettingsController(Settings settings, Proposals proposals, Founders founders) {
    this.settings = settings;
    this.proposals = proposals;
    this.founders = founders;
  }

  @GetMapping("/settings")
  String page(Actor.Person person, Model model) {
    return page(person, "", List.of(), model);
  }

  @PostMapping("/settings/proposals")
  String propose(
      Actor.Person person,
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    try {
      proposals.propose(key, value, reason, person);
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return page(person, key, invalid.faults(), model);
    }
    return "redirect:/settings";
  }

  @PostMapping("/settings/proposals/{id}/confirmation")
  String confirm(Actor.Person person, @PathVariable long id) {
    proposals.decide(id, true, person);
    return "redirect:/settings";
  }

  @PostMapping("/settings/proposals/{id}/refusal")
  String refuse(Actor.Person person, @PathVariable long id) {
    proposals.decide(id, false, person);
    return "redirect:/settings";
  }

  /// Every officer and the council may read how the alliance is set; few may change it.
  private String page(Actor.Person person, String edited, List<Fault> faults, Model model) {
    if (person.parks(Role.values()).isEmpty() && !person.readsAll()) throw new Forbidden();
    var parks = founders.spokenForBy(person);
    var open = proposals.open(person, parks);
    model.addAttribute("rows", settings.all().stream().map(it -> row(it, open)).toList());
    model.addAttribute("mayPropose", proposals.mayPropose(person, parks));
    model.addAttribute("edited", edited);
    model.addAttribute("faults", faults);
    return "identity/settings/settings";
  }

  private SettingRow row(Setting<?> setting, List<SettingRow.Proposal> open) {
    var proposal =
        open.stream().filter(it -> it.key().equals(setting.key())).findFirst().orElse(null);
    return new SettingRow(setting, settings.of(setting).toString(), proposal);
  }
}
