package jianglian.portal.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.parks.Park;
import jianglian.parks.Parks;
import jianglian.search.SearchEngine;
import jianglian.search.Suggestion;
import jianglian.web.Page;
import jianglian.web.Pages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What could be meant while typing, for the search boxes.
@RestController
class SuggestController {
  private static final int SIZE = 8;
  private static final int LONGEST = 60;

  private final SearchEngine engine;
  private final Parks parks;
  private final Pages pages;

  SuggestController(SearchEngine engine, Parks parks, Pages pages) {
    this.engine = engine;
    this.parks = parks;
    this.pages = pages;
  }

  /// `label` says what kind of thing it is, in the reader's language.
  record Suggested(String text, String kind, String label, String address) {}

  @GetMapping("/suggest")
  List<Suggested> suggest(
      @RequestParam(defaultValue = "") String q, Actor actor, HttpServletRequest request) {
    var typed = q.strip();
    if (typed.isEmpty() || typed.length() > LONGEST) return List.of();
    var page = pages.of(request);
    return engine.suggest(typed, actor.audiences(), SIZE).stream()
        .map(it -> suggested(it, page))
        .toList();
  }

  private Suggested suggested(Suggestion it, Page page) {
    return new Suggested(
        it.text(), it.kind(), page.text("suggest." + it.kind()), address(it, page));
  }

  private String address(Suggestion it, Page page) {
    return switch (it.kind()) {
      case Suggestion.WORD -> "/search?q=" + page.encoded(it.text());
      case "park" -> "/parks/" + parks.byId(it.id()).map(Park::code).orElse("");
      default -> "/" + it.kind() + "s/" + it.id();
    };
  }
}
