package jianglian.matching.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.cooperation.Side;
import jianglian.matching.MatchReason;
import jianglian.search.Candidate;
import org.junit.jupiter.api.Test;

class ModelTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Model MODEL = ModelFile.shipped().model();

  private static Subject subject(String kind, Map<String, Set<String>> facets, Long min, Long max) {
    var numbers = new HashMap<String, Long>();
    numbers.put("day", TODAY.minusDays(3).toEpochDay());
    if (min != null) numbers.put("amountMin", min);
    if (max != null) numbers.put("amountMax", max);
    return new Subject(kind, 1, facets, numbers);
  }

  private static Candidate figures(double bm25, Double cosine, String... words) {
    return new Candidate(
        "offer",
        2,
        "防爆履带底盘",
        bm25,
        bm25,
        0,
        cosine,
        cosine,
        cosine,
        0,
        List.of(words).stream().map(it -> new Candidate.Term(it, 5)).toList(),
        Map.of(),
        Map.of());
  }

  private static Pair pair(Subject need, Subject offer, Candidate figures) {
    return new Pair(need, offer, figures, TODAY);
  }

  private static final Subject NEED =
      subject(
          "need",
          Map.of(
              "industry", Set.of("3492", "349", "34"),
              "type", Set.of("technology"),
              "maturity", Set.of("prototype"),
              "place", Set.of("310115", "310100", "310000")),
          800_000L,
          1_200_000L);
  private static final Subject OFFER =
      subject(
          "offer",
          Map.of(
              "industry", Set.of("3491", "349", "34"),
              "type", Set.of("technology"),
              "maturity", Set.of("production"),
              "place", Set.of("420111", "420100", "420000")),
          260_000L,
          900_000L);

  @Test
  void the_score_only_grows_with_what_speaks_for_a_pair() {
    var last = 0.0;
    for (var cosine = 0.1; cosine < 1; cosine += 0.1) {
      var score = MODEL.score(pair(NEED, OFFER, figures(4, cosine))).score();
      assertThat(score).isGreaterThanOrEqualTo(last).isBetween(0.0, 1.0);
      last = score;
    }
    last = 0;
    for (var bm25 = 0; bm25 < 60; bm25 += 5) {
      var score = MODEL.score(pair(NEED, OFFER, figures(bm25, 0.6))).score();
      assertThat(score).isGreaterThanOrEqualTo(last);
      last = score;
    }
  }

  @Test
  void what_is_unknown_speaks_neither_for_nor_against() {
    var bare = new Subject("offer", 2, Map.of(), Map.of());
    var terms = MODEL.score(pair(NEED, bare, figures(4, null))).terms();
    assertThat(terms)
        .extracting(Model.Term::feature)
        .doesNotContain(
            Feature.MEANING_TITLE,
            Feature.INDUSTRY,
            Feature.MONEY,
            Feature.MATURITY,
            Feature.FRESHNESS);
  }

  @Test
  void the_reasons_are_the_terms_and_share_what_speaks_for_the_pair() {
    var pair = pair(NEED, OFFER, figures(30, 0.85, "越障", "履带底盘", "12"));
    var reasons = Model.reasons(pair, MODEL.score(pair).terms());
    assertThat(reasons.stream().mapToDouble(MatchReason::weight).sum()).isBetween(0.999, 1.001);
    assertThat(reasons)
        .extracting(MatchReason::code)
        .contains("words", "meaning", "industry", "money");
    assertThat(reasons)
        .filteredOn(it -> it.code().equals("words"))
        .first()
        .extracting(MatchReason::arguments)
        .isEqualTo(List.of("越障", "履带底盘"));
    assertThat(reasons)
        .filteredOn(it -> it.code().equals("money"))
        .first()
        .extracting(MatchReason::arguments)
        .isEqualTo(List.of("800000", "900000"));
    assertThat(reasons)
        .filteredOn(it -> it.code().equals("industry"))
        .first()
        .extracting(MatchReason::arguments)
        .isEqualTo(List.of("349"));
  }

  @Test
  void the_weakest_match_still_says_why() {
    var bare = new Subject("offer", 2, Map.of(), Map.of());
    var pair = pair(NEED, bare, figures(0, 0.2));
    assertThat(Model.reasons(pair, MODEL.score(pair).terms())).hasSize(1);
  }

  @Test
  void closeness_follows_the_tree_of_industries() {
    assertThat(IndustryDistance.closeness(pair(NEED, OFFER, figures(1, null))))
        .isEqualTo(0.8, within(1e-9));
    var same = subject("offer", Map.of("industry", Set.of("3492", "349", "34")), null, null);
    assertThat(IndustryDistance.closeness(pair(NEED, same, figures(1, null))))
        .isEqualTo(1.0, within(1e-9));
    var farm = subject("offer", Map.of("industry", Set.of("0111", "011", "01")), null, null);
    assertThat(IndustryDistance.closeness(pair(NEED, farm, figures(1, null)))).isZero();
  }

  @Test
  void money_meets_or_falls_apart_by_its_distance() {
    var dear = subject("offer", Map.of(), 2_400_000L, null);
    assertThat(MoneyOverlap.closeness(pair(NEED, OFFER, figures(1, null)))).isEqualTo(1.0);
    assertThat(MoneyOverlap.closeness(pair(NEED, dear, figures(1, null)))).isEqualTo(0.5);
  }

  @Test
  void an_offer_that_has_not_come_far_enough_counts_less() {
    var lab = subject("offer", Map.of("maturity", Set.of("lab")), null, null);
    var idea = subject("offer", Map.of("maturity", Set.of("concept")), null, null);
    assertThat(Readiness.closeness(pair(NEED, OFFER, figures(1, null)))).isEqualTo(1.0);
    assertThat(Readiness.closeness(pair(NEED, lab, figures(1, null)))).isEqualTo(0.4);
    assertThat(Readiness.closeness(pair(NEED, idea, figures(1, null)))).isEqualTo(0.0);
    assertThat(Readiness.closeness(pair(NEED, lab, figures(1, null)).turned())).isEqualTo(0.4);
  }

  @Test
  void types_answer_each_other_only_as_the_list_says() {
    assertThat(TypePairing.answering(Side.NEED, Set.of("capital"))).containsExactly("capital");
    assertThat(TypePairing.answering(Side.NEED, Set.of("technology")))
        .contains("technology", "joint-rd", "business", "service")
        .doesNotContain("capital", "site");
    assertThat(TypePairing.answering(Side.OFFER, Set.of("site"))).contains("site", "service");
  }

  @Test
  void a_weight_is_never_negative() {
    assertThatThrownBy(() -> new Model.Weight(-0.1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Model.Weight(0.1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
