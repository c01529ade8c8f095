package jianglian.matching.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import jianglian.audit.Actor;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Side;
import jianglian.matching.Match;
import jianglian.matching.MatchReason;
import jianglian.matching.Matches;
import jianglian.web.NotFound;
import jianglian.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "matches")
@RestController
@RequestMapping("/api/v1")
class MatchApi {
  private static final int MOST = 20;

  private final Listings listings;
  private final Matches matches;
  private final PolicyMatches policies;
  private final EventMatches events;
  private final WhyNot whyNot;
  private final Texts texts;

  MatchApi(
      Listings listings,
      Matches matches,
      PolicyMatches policies,
      EventMatches events,
      WhyNot whyNot,
      Texts texts) {
    this.events = events;
    this.whyNot = whyNot;
    this.policies = policies;
    this.listings = listings;
    this.matches = matches;
    this.texts = texts;
  }

  record OffersAnswer(List<OfferMatch> items) {}

  record NeedsAnswer(List<NeedMatch> items) {}

  record PoliciesAnswer(List<PolicyDocument> items) {}

  record PolicyDocument(PolicySummary policy, double score, List<ReasonDocument> reasons) {}

  record PolicySummary(long id, String title, @Nullable String park, String page) {}

  record EventsAnswer(List<EventDocument> items) {}

  record EventDocument(
      EventSummary event, double score, String sentence, List<ReasonDocument> reasons) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EventSummary(long id, String title, @Nullable LocalDate begins, String page) {}

  record OfferMatch(
      ListingSummary offer, double score, String sentence, List<ReasonDocument> reasons) {}

  record NeedMatch(
      ListingSummary need, double score, String sentence, List<ReasonDocument> reasons) {}

  @Operation(summary = "The offers that fit a need, the best first, each with its reasons")
  @GetMapping("/needs/{id:\\d+}/matches")
  OffersAnswer offers(
      @PathVariable long id, @RequestParam(defaultValue = "20") int size, Actor actor) {
    return offers(matches.of(listing(Side.NEED, id, actor), size(size)));
  }

  @Operation(summary = "The needs that fit an offer, the best first, each with its reasons")
  @GetMapping("/offers/{id:\\d+}/matches")
  NeedsAnswer needs(
      @PathVariable long id, @RequestParam(defaultValue = "20") int size, Actor actor) {
    var found = matches.of(listing(Side.OFFER, id, actor), size(size));
    return new NeedsAnswer(
        found.stream()
            .map(it -> new NeedMatch(ListingSummary.of(it), it.score(), sentence(it), reasons(it)))
            .toList());
  }

  @Operation(summary = "Why an offer is, or is not, among the matches of a need")
  @GetMapping("/needs/{id:\\d+}/matches/{other:\\d+}")
  WhyNotDocument whyNotOffer(@PathVariable long id, @PathVariable long other, Actor actor) {
    return whyNot.document(listing(Side.NEED, id, actor), other, actor);
  }

  @Operation(summary = "Why a need is, or is not, among the matches of an offer")
  @GetMapping("/offers/{id:\\d+}/matches/{other:\\d+}")
  WhyNotDocument whyNotNeed(@PathVariable long id, @PathVariable long other, Actor actor) {
    return whyNot.document(listing(Side.OFFER, id, actor), other, actor);
  }

  @Operation(summary = "The investors' theses that fit a need")
  @GetMapping("/needs/{id:\\d+}/investors")
  OffersAnswer investors(
      @PathVariable long id, @RequestParam(defaultValue = "20") int size, Actor actor) {
    return offers(matches.investors(listing(Side.NEED, id, actor), size(size)));
  }

  @Operation(summary = "Policies in force that fit a need, by place, industry and words")
  @GetMapping("/needs/{id:\\d+}/policies")
  PoliciesAnswer policies(
      @PathVariable long id, @RequestParam(defaultValue = "20") int size, Actor actor) {
    var need = listing(Side.NEED, id, actor);
    return new PoliciesAnswer(
        policies.ofNeed(need.id(), size(size)).stream()
            .map(it ->
                new PolicyDocument(
                    new PolicySummary(it.release(), it.title(), it.park(), it.address()),
                    it.score(),
                    it.reasons().stream().map(reason -> ReasonDocument.of(reason, texts)).toList()))
            .toList());
  }

  @Operation(summary = "Events to come that fit a need; none as long as no events are held here")
  @GetMapping("/needs/{id:\\d+}/events")
  EventsAnswer events(
      @PathVariable long id, @RequestParam(defaultValue = "20") int size, Actor actor) {
    var need = listing(Side.NEED, id, actor);
    return new EventsAnswer(
        events.ofNeed(need.id(), size(size)).stream().map(this::document).toList());
  }

  private EventDocument document(EventMatch it) {
    return new EventDocument(
        new EventSummary(it.event(), it.title(), it.begins(), it.address()),
        it.score(),
        MatchReason.sentence(it.reasons(), texts, Locale.SIMPLIFIED_CHINESE),
        it.reasons().stream().map(reason -> ReasonDocument.of(reason, texts)).toList());
  }

  private Listing listing(Side side, long id, Actor actor) {
    return listings.visible(id, actor).filter(it -> it.side() == side).orElseThrow(NotFound::new);
  }

  private OffersAnswer offers(List<Match> found) {
    return new OffersAnswer(
        found.stream()
            .map(it -> new OfferMatch(ListingSummary.of(it), it.score(), sentence(it), reasons(it)))
            .toList());
  }

  private String sentence(Match match) {
    return match.sentence(texts, Locale.SIMPLIFIED_CHINESE);
  }

  private List<ReasonDocument> reasons(Match match) {
    return match.reasons().stream().map(it -> ReasonDocument.of(it, texts)).toList();
  }

  private static int size(int asked) {
    return Math.clamp(asked, 1, MOST);
  }
}
