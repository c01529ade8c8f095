package jianglian.matching.reading;

import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.parks.Organisation;
import jianglian.parks.Park;
import jianglian.parks.ProfileSection;
import jianglian.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Possible suppliers and customers on an organisation's page, for its own people; they are looked
/// up when the page stands.
@Component
@Order(320)
class PartnersSection implements ProfileSection {
  private final TemplateEngine templates;

  PartnersSection(TemplateEngine templates) {
    this.templates = templates;
  }

  @Override
  public Optional<Part> of(Park park, Page page) {
    return Optional.empty();
  }

  @Override
  public Optional<Part> of(Organisation organisation, Page page) {
    if (!OwnPeople.of(organisation, page.actor()) || !FirmMatches.trades(organisation)) {
      return Optional.empty();
    }
    var shown =
        Map.<String, Object>of("page", page, "address", "/organisations/" + organisation.id());
    return Optional.of(
        new Part(
            320,
            page.text("match.partners"),
            "",
            output -> templates.render("matching/reading/partners-section.jte", shown, output),
            List.of()));
  }
}
