package jianglian.publishing.history;

import jianglian.audit.Actor;
import jianglian.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class HistoryController {
  private final ReleaseHistory histories;

  HistoryController(ReleaseHistory histories) {
    this.histories = histories;
  }

  @GetMapping("/releases/{id:\\d{1,18}}/history")
  String history(@PathVariable long id, Actor actor, Model model) {
    var history = histories.of(id, actor).orElseThrow(NotFound::new);
    model.addAttribute("id", id);
    model.addAttribute("title", history.title());
    model.addAttribute("steps", history.steps());
    return "publishing/history/history";
  }
}
