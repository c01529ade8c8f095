package jianglian.publishing.reading;

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

/// The newest releases on their park's page.
@Component
@Order(100)
class ReleaseSection implements ProfileSection {
  private static final int SHOWN = 5;

  private final ReleaseReading releases;
  private final TemplateEngine templates;

  ReleaseSection(ReleaseReading releases, TemplateEngine templates) {
    this.releases = releases;
    this.templates = templates;
  }

  @Override
  public Optional<Part> of(Park park, Page page) {
    var newest = releases.newest(park.id(), SHOWN);
    if (newest.cards().isEmpty()) return Optional.empty();
    var all = "/releases?park=" + park.code();
    var shown = Map.<String, Object>of("page", page, "cards", newest.cards());
    return Optional.of(
        new Part(
            100,
            page.text("releases.title"),
            all,
            output -> templates.render("publishing/reading/section.jte", shown, output),
            List.of(new Figure(newest.total(), page.text("releases.count"), all))));
  }

  @Override
  public Optional<Part> of(Organisation organisation, Page page) {
    return Optional.empty();
  }
}
