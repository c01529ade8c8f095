package jianglian.matching.reading;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingPanel;
import jianglian.matching.Match;
import jianglian.matching.Matches;
import jianglian.search.SearchUnavailable;
import jianglian.web.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The matches of a listing on its page, for its own people.
@Component
@Order(100)
class MatchPanel implements ListingPanel {
  private static final int SHOWN = 20;

  /// So many are shown where none of them is likely.
  private static final int NEAREST = 3;

  private final Matches matches;
  private final HiddenMatches hidden;
  private final TemplateEngine templates;
  private final double least;

  /// `least`: a chance below which a match is not called a good one.
  MatchPanel(
      Matches matches,
      HiddenMatches hidden,
      TemplateEngine templates,
      @Value("${jianglian.matching.least-chance}") double least) {
    this.matches = matches;
    this.hidden = hidden;
    this.templates = templates;
    this.least = least;
  }

  @Override
  public Optional<Content> of(Listing listing, Page page) {
    var own = listing.ownedBy(page.actor());
    if (!(own || page.actor().readsAll()) || !matched(listing)) return Optional.empty();
    List<Match> found;
    try {
      found = matches.of(listing, SHOWN);
    } catch (SearchUnavailable away) {
      // The listing itself is shown all the same.
      return Optional.empty();
    }
    var likely = found.stream().filter(it -> it.score() >= least).toList();
    var low = likely.isEmpty() && !found.isEmpty();
    var shown =
        Map.<String, Object>of(
            "page", page,
            "listing", listing,
            "matches", low ? found.stream().limit(NEAREST).toList() : likely,
            "low", low,
            "advice", likely.isEmpty() ? Advice.of(listing) : List.<String>of(),
            "hidden", hidden.of(listing),
            "own", own);
    return Optional.of(output -> templates.render("matching/reading/panel.jte", shown, output));
  }

  private static boolean matched(Listing listing) {
    return switch (listing.state()) {
      case PARK_CHECK, ALLIANCE_CHECK, RETURNED, OPEN, PAUSED -> true;
      case DRAFT, EXPIRED, SOLVED, WITHDRAWN -> false;
    };
  }
}
