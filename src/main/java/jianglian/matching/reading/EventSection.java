package jianglian.matching.reading;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingPanel;
import jianglian.cooperation.Side;
import jianglian.parks.Organisation;
import jianglian.parks.Park;
import jianglian.parks.ProfileSection;
import jianglian.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Events worth going to, on the page of a need and of an organisation for their own people; shown
/// only when there are any.
@Component
@Order(150)
class EventSection implements ListingPanel, ProfileSection {
  private static final int SHOWN = 3;

  private final EventMatches events;
  private final TemplateEngine templates;

  EventSection(EventMatches events, TemplateEngine templates) {
    this.events = events;
    this.templates = templates;
  }

  @Override
  public Optional<Content> of(Listing listing, Page page) {
    if (listing.side() != Side.NEED || !listing.ownedBy(page.actor())) return Optional.empty();
    return shown(events.ofNeed(listing.id(), SHOWN), page, true);
  }

  @Override
  public Optional<Part> of(Park park, Page page) {
    return Optional.empty();
  }

  @Override
  public Optional<Part> of(Organisation organisation, Page page) {
    if (!OwnPeople.of(organisation, page.actor())) return Optional.empty();
    return shown(events.ofOrganisation(organisation.id(), SHOWN), page, false)
        .map(it -> new Part(340, page.text("match.events"), "", it, List.of()));
  }

  private Optional<Content> shown(List<EventMatch> found, Page page, boolean headed) {
    if (found.isEmpty()) return Optional.empty();
    var shown = Map.<String, Object>of("page", page, "events", found, "headed", headed);
    return Optional.of(output -> templates.render("matching/reading/events.jte", shown, output));
  }
}
