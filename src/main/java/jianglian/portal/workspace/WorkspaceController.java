package jianglian.portal.workspace;

import jianglian.audit.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class WorkspaceController {
  private final WorkList work;
  private final Desk desk;

  WorkspaceController(WorkList work, Desk desk) {
    this.work = work;
    this.desk = desk;
  }

  @GetMapping("/workspace")
  String workspace(Actor.Person person, Model model) {
    var acting = person.acting();
    model.addAttribute("waiting", work.of(person));
    model.addAttribute("own", acting == null ? Own.NOTHING : desk.of(acting));
    model.addAttribute("person", person);
    return "portal/workspace/workspace";
  }
}
