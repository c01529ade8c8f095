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

/// Leads from an admitted organisation's page to the policies that fit it.
@Component
@Order(300)
class PolicySection implements ProfileSection {
  private final TemplateEngine templates;

  PolicySection(TemplateEngine templates) {
    this.templates = templates;
  }

  @Override
  public Optional<Part> of(Park park, Page page) {
    return Optional.empty();
  }

  @Override
  public Optional<Part> of(Organisation organisation, Page page) {
    if (!organisation.admitted()) return Optional.empty();
    var address = "/organisations/" + organisation.id() + "/policies";
    var shown = Map.<String, Object>of("page", page, "address", address);
    return Optional.of(
        new Part(
            300,
            page.text("match.policies"),
            "",
            output -> templates.render("matching/reading/policy-section.jte", shown, output),
            List.of()));
  }
}
