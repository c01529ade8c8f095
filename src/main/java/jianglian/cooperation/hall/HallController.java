package jianglian.cooperation.hall;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import jianglian.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HallController {
  private final Hall hall;
  private final Pages pages;
  private final Clock clock;

  HallController(Hall hall, Pages pages, Clock clock) {
    this.hall = hall;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/hall")
  String hall(HallQuery query, Model model, HttpServletRequest request) {
    model.addAttribute("query", query);
    model.addAttribute("hall", hall.page(query, pages.of(request)));
    model.addAttribute("today", LocalDate.now(clock));
    return "cooperation/hall/hall";
  }

  @GetMapping("/needs")
  String needs() {
    return "redirect:/hall?side=need";
  }

  @GetMapping("/offers")
  String offers() {
    return "redirect:/hall?side=offer";
  }
}
