package jianglian.cooperation.hall;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.cooperation.Side;
import jianglian.parks.Organisation;
import jianglian.parks.Park;
import jianglian.parks.ProfileSection;
import jianglian.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What a park's firms, or one organisation, are looking for and can give: what is open, newest
/// first.
@Component
@Order(200)
class ListingSection implements ProfileSection {
  private static final int OF_PARK = 6;
  private static final int OF_ORGANISATION = 50;

  private final OpenListings listings;
  private final TemplateEngine templates;
  private final Clock clock;

  ListingSection(OpenListings listings, TemplateEngine templates, Clock clock) {
    this.listings = listings;
    this.templates = templates;
    this.clock = clock;
  }

  @Override
  public Optional<Part> of(Park park, Page page) {
    var open = listings.ofPark(park.id(), OF_PARK);
    if (open.newest().isEmpty()) return Optional.empty();
    var all = "/hall?park=" + park.code();
    var figures =
        List.of(
            new Figure(open.needs(), page.text("hall.open-needs"), of(all, Side.NEED)),
            new Figure(open.offers(), page.text("hall.open-offers"), of(all, Side.OFFER)));
    return Optional.of(part(open.newest(), all, figures, page));
  }

  @Override
  public Optional<Part> of(Organisation organisation, Page page) {
    var open = listings.ofOrganisation(organisation.id(), OF_ORGANISATION);
    if (open.newest().isEmpty()) return Optional.empty();
    return Optional.of(part(open.newest(), "", List.of(), page));
  }

  private static String of(String all, Side side) {
    return all + "&side=" + side.code();
  }

  private Part part(List<ShownListing> newest, String all, List<Figure> figures, Page page) {
    var shown =
        Map.<String, Object>of("page", page, "listings", newest, "today", LocalDate.now(clock));
    return new Part(
        200,
        page.text("hall.needs-and-offers"),
        all,
        output -> templates.render("cooperation/hall/section.jte", shown, output),
        figures);
  }
}
