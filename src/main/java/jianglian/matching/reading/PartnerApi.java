package jianglian.matching.reading;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import jianglian.audit.Actor;
import jianglian.matching.MatchReason;
import jianglian.matching.reading.FirmMatches.Way;
import jianglian.parks.Organisations;
import jianglian.web.NotFound;
import jianglian.web.Texts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "matches")
@RestController
@RequestMapping("/api/v1/organisations")
class PartnerApi {
  private static final int MOST = 20;

  private final Organisations organisations;
  private final FirmMatches firms;
  private final Texts texts;

  PartnerApi(Organisations organisations, FirmMatches firms, Texts texts) {
    this.organisations = organisations;
    this.firms = firms;
    this.texts = texts;
  }

  record PartnersAnswer(List<Partner> items) {}

  record Partner(
      OrganisationSummary organisation,
      double score,
      String sentence,
      List<ReasonDocument> reasons) {}

  record OrganisationSummary(long id, String name, ListingSummary.Park park, String page) {}

  @Operation(summary = "Firms that may supply a firm of one's own park, the best first")
  @GetMapping("/{id:\\d+}/suppliers")
  PartnersAnswer suppliers(
      @PathVariable long id, @RequestParam(defaultValue = "20") int size, Actor actor) {
    return partners(id, Way.SUPPLIERS, size, actor);
  }

  @Operation(summary = "Firms that may buy from a firm of one's own park, the best first")
  @GetMapping("/{id:\\d+}/customers")
  PartnersAnswer customers(
      @PathVariable long id, @RequestParam(defaultValue = "20") int size, Actor actor) {
    return partners(id, Way.CUSTOMERS, size, actor);
  }

  private PartnersAnswer partners(long id, Way way, int size, Actor actor) {
    var firm =
        organisations.byId(id).filter(it -> OwnPeople.of(it, actor)).orElseThrow(NotFound::new);
    var found = firms.of(firm, way, Math.clamp(size, 1, MOST));
    return new PartnersAnswer(found.stream().map(this::partner).toList());
  }

  private Partner partner(FirmMatch it) {
    return new Partner(
        new OrganisationSummary(
            it.organisation(),
            it.name(),
            new ListingSummary.Park(it.parkCode(), it.parkName()),
            it.address()),
        it.score(),
        MatchReason.sentence(it.reasons(), texts, Locale.SIMPLIFIED_CHINESE),
        it.reasons().stream().map(reason -> ReasonDocument.of(reason, texts)).toList());
  }
}
