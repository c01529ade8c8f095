package jianglian.portal.about;

import jianglian.parks.Parks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class AboutController {
  private final Parks parks;

  AboutController(Parks parks) {
    this.parks = parks;
  }

  @GetMapping("/about")
  String about(Model model) {
    model.addAttribute("parks", parks.members());
    return "portal/about/about";
  }
}
