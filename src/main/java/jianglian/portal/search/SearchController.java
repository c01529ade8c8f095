package jianglian.portal.search;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.parks.Park;
import jianglian.parks.Parks;
import jianglian.search.SearchEngine;
import jianglian.search.SearchResult;
import jianglian.web.Page;
import jianglian.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SearchController {
  private final SearchEngine engine;
  private final FoundRows rows;
  private final Parks parks;
  private final Pages pages;
  private final Clock clock;

  SearchController(SearchEngine engine, FoundRows rows, Parks parks, Pages pages, Clock clock) {
    this.engine = engine;
    this.rows = rows;
    this.parks = parks;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/search")
  String search(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String park,
      @RequestParam(defaultValue = "") String industry,
      @RequestParam(defaultValue = "false") boolean valid,
      @RequestParam(required = false) @Nullable String after,
      Actor actor,
      Model model,
      HttpServletRequest request) {
    var asked = Asked.of(q, kind, park, industry, valid, after);
    var today = LocalDate.now(clock);
    var result = engine.search(asked.request(actor, today));
    model.addAttribute("asked", asked);
    model.addAttribute("today", today);
    model.addAttribute(
        "answer",
        SearchPage.of(
            rows.of(result.hits(), actor),
            result,
            counted(asked, result, actor, today),
            names(pages.of(request))));
    return "portal/search/search";
  }

  private SearchResult counted(Asked asked, SearchResult result, Actor actor, LocalDate today) {
    return asked.kind().isEmpty() ? result : engine.search(asked.overAllKinds(actor, today));
  }

  private Map<String, String> names(Page page) {
    return parks.members().stream()
        .collect(Collectors.toMap(Park::code, it -> it.called(page.chinese())));
  }
}
