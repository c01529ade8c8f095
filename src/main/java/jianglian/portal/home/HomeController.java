package jianglian.portal.home;

import com.ibm.icu.text.RuleBasedNumberFormat;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import jianglian.portal.river.RiverPicture;
import jianglian.web.Page;
import jianglian.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {
  private static final int EACH = 2;

  private final Glance glance;
  private final Pages pages;
  private final Clock clock;

  HomeController(Glance glance, Pages pages, Clock clock) {
    this.glance = glance;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/")
  String home(Model model, HttpServletRequest request) {
    var page = pages.of(request);
    var today = LocalDate.now(clock);
    var parks = glance.parks(today);
    model.addAttribute("parks", parks);
    model.addAttribute("count", inWords(parks.size(), page));
    model.addAttribute("wide", RiverPicture.wide(parks, it -> it.called(page)));
    model.addAttribute("narrow", RiverPicture.narrow(parks, it -> it.called(page)));
    model.addAttribute("figures", glance.figures(today));
    model.addAttribute("newest", glance.newest(EACH));
    model.addAttribute("example", glance.example().orElse(null));
    model.addAttribute("provinces", Province.of(parks));
    model.addAttribute("today", today);
    return "portal/home/home";
  }

  /// 五十一 in Chinese, 51 in English.
  private static String inWords(int count, Page page) {
    if (!page.chinese()) return Integer.toString(count);
    return new RuleBasedNumberFormat(Locale.SIMPLIFIED_CHINESE, RuleBasedNumberFormat.SPELLOUT)
        .format(count);
  }
}
