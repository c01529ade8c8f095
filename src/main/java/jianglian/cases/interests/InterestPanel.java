package jianglian.cases.interests;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingPanel;
import jianglian.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// On an open listing's page, for others than its own people: the way to express interest, or what
/// came of having done so.
@Component
@Order(50)
class InterestPanel implements ListingPanel {
  private final InterestReading reading;
  private final TemplateEngine templates;

  InterestPanel(InterestReading reading, TemplateEngine templates) {
    this.reading = reading;
    this.templates = templates;
  }

  @Override
  public Optional<Content> of(Listing listing, Page page) {
    if (!listing.open() || listing.ownedBy(page.actor())) return Optional.empty();
    var model = new HashMap<String, @Nullable Object>();
    model.put("page", page);
    model.put("listing", listing);
    model.put("standing", standing(listing, page.actor()));
    return Optional.of(output -> templates.render("cases/interests/panel.jte", model, output));
  }

  private List<InterestRow> standing(Listing listing, Actor actor) {
    if (actor.organisations().isEmpty() && actor.officeOf().isEmpty()) return List.of();
    return reading.openWith(listing.id(), actor);
  }
}
