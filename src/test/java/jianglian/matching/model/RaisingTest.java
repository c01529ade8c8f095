package jianglian.matching.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.search.Candidate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RaisingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Candidate FIGURES =
      new Candidate("offer", 2, "", 0, 0, 0, null, null, null, 0, List.of(), Map.of(), Map.of());

  private static Subject side(
      String kind, @Nullable Long min, @Nullable Long max, Map<String, Set<String>> facets) {
    var numbers = new java.util.HashMap<String, Long>();
    if (min != null) numbers.put("amountMin", min);
    if (max != null) numbers.put("amountMax", max);
    return new Subject(kind, 1, Map.of("type", Set.of("capital")), numbers).with(facets);
  }

  private static Pair pair(Subject project, Subject thesis) {
    return new Pair(project, thesis, FIGURES, TODAY);
  }

  private static Pair sums(
      @Nullable Long soughtMin,
      @Nullable Long soughtMax,
      @Nullable Long ticketMin,
      @Nullable Long ticketMax) {
    return pair(
        side("need", soughtMin, soughtMax, Map.of()),
        side("offer", ticketMin, ticketMax, Map.of()));
  }

  private static Pair saying(String facet, Set<String> project, Set<String> thesis) {
    return pair(
        side("need", null, null, Map.of(facet, project)),
        side("offer", null, null, Map.of(facet, thesis)));
  }

  @Test
  void a_ticket_that_carries_the_whole_sum_fits_wholly() {
    assertThat(Raising.ticket(sums(6_000_000L, 8_000_000L, 1_000_000L, 8_000_000L))).isEqualTo(1);
    assertThat(Raising.ticket(sums(null, 8_000_000L, 5_000_000L, null))).isEqualTo(1);
  }

  @Test
  void a_ticket_that_carries_a_part_counts_by_that_part() {
    assertThat(Raising.ticket(sums(20_000_000L, 40_000_000L, 5_000_000L, 30_000_000L)))
        .isEqualTo(0.75, within(1e-9));
    assertThat(Raising.ticket(sums(null, 4_000_000L, 5_000_000L, 30_000_000L)))
        .isEqualTo(0.8, within(1e-9));
  }

  @Test
  void the_ticket_is_the_same_from_either_side() {
    var pair = sums(20_000_000L, 40_000_000L, 5_000_000L, 30_000_000L);
    assertThat(Raising.ticket(pair.turned())).isEqualTo(Raising.ticket(pair));
  }

  @Test
  void a_budget_is_no_sum_to_be_raised() {
    var need =
        new Subject("need", 1, Map.of("type", Set.of("technology")), Map.of("amountMax", 500L));
    assertThat(Raising.ticket(pair(need, side("offer", 100L, 1000L, Map.of())))).isNull();
    assertThat(Raising.ticketFacts(pair(need, side("offer", 100L, 1000L, Map.of())))).isEmpty();
  }

  @Test
  void stages_are_near_by_the_rounds_between_them() {
    assertThat(Raising.stage(saying("stage", Set.of("series-a"), Set.of("angel", "series-a"))))
        .isEqualTo(1);
    assertThat(Raising.stage(saying("stage", Set.of("series-b"), Set.of("angel", "series-a"))))
        .isEqualTo(0.5);
    assertThat(Raising.stage(saying("stage", Set.of("pre-ipo"), Set.of("seed")))).isEqualTo(0);
  }

  @Test
  void only_the_very_stage_is_a_reason() {
    assertThat(Raising.stageFacts(saying("stage", Set.of("series-a"), Set.of("series-a"))))
        .containsExactly("series-a");
    assertThat(Raising.stageFacts(saying("stage", Set.of("series-b"), Set.of("series-a"))))
        .isEmpty();
  }

  @Test
  void an_instrument_both_accept_is_enough() {
    assertThat(Raising.instrument(saying("instrument", Set.of("equity", "debt"), Set.of("debt"))))
        .isEqualTo(1);
    assertThat(Raising.instrument(saying("instrument", Set.of("equity"), Set.of("lease"))))
        .isEqualTo(0);
  }

  @Test
  void what_one_side_does_not_say_is_unknown() {
    assertThat(Raising.stage(saying("stage", Set.of(), Set.of("seed")))).isNull();
    assertThat(Raising.instrument(saying("instrument", Set.of("equity"), Set.of()))).isNull();
    assertThat(Raising.ticket(sums(null, null, 1L, 2L))).isNull();
    assertThat(Raising.ticket(sums(1L, 2L, null, null))).isNull();
  }

  @Test
  void an_event_is_the_nearer_the_sooner_it_is() {
    var seeker = new Subject("organisation", 1, Map.of(), Map.of());
    var soon = new Subject("event", 2, Map.of(), Map.of("begins", TODAY.toEpochDay()));
    var later =
        new Subject("event", 2, Map.of(), Map.of("begins", TODAY.plusDays(60).toEpochDay()));
    assertThat(EventTiming.closeness(new Pair(seeker, soon, FIGURES, TODAY))).isEqualTo(1.0);
    assertThat(EventTiming.closeness(new Pair(seeker, later, FIGURES, TODAY))).isEqualTo(0.5);
    assertThat(EventTiming.closeness(new Pair(seeker, seeker, FIGURES, TODAY))).isNull();
  }
}
