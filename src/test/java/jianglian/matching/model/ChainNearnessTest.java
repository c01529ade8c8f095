package jianglian.matching.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.search.Candidate;
import org.junit.jupiter.api.Test;

class ChainNearnessTest {
  private static final Candidate FIGURES =
      new Candidate("offer", 2, "", 0, 0, 0, null, null, null, 0, List.of(), Map.of(), Map.of());

  private static Subject side(String kind, String industry, Map<String, Set<String>> neighbours) {
    return new Subject(kind, 1, Map.of("industry", Set.of(industry)), Map.of()).with(neighbours);
  }

  private static Pair pair(Subject seeker, Subject found) {
    return new Pair(seeker, found, FIGURES, LocalDate.of(2026, 11, 25));
  }

  private static final Map<String, Set<String>> ROBOTS =
      Map.of(
          "upstream-1", Set.of("3453"), "upstream-2", Set.of("31"), "downstream-1", Set.of("36"));

  @Test
  void the_step_right_before_counts_whole_two_steps_half() {
    var robots = side("need", "3491", ROBOTS);
    assertThat(ChainNearness.upstream(pair(robots, side("offer", "3453", Map.of())))).isEqualTo(1);
    assertThat(ChainNearness.upstream(pair(robots, side("offer", "31", Map.of())))).isEqualTo(0.5);
    assertThat(ChainNearness.upstream(pair(robots, side("offer", "83", Map.of())))).isNull();
  }

  @Test
  void an_offer_that_seeks_stands_upstream_of_the_need_it_finds() {
    var reducers = side("offer", "3453", Map.of("downstream-1", Set.of("3491")));
    var pair = pair(reducers, side("need", "3491", Map.of()));
    assertThat(ChainNearness.upstream(pair)).isEqualTo(1);
    assertThat(ChainNearness.upstream(pair.turned())).isEqualTo(1);
    assertThat(ChainNearness.upstreamFacts(pair)).containsExactly("downstream", "3491", "1");
  }

  @Test
  void a_firm_looks_both_ways() {
    var robots = side("organisation", "3491", ROBOTS);
    var cars = pair(robots, side("organisation", "36", Map.of()));
    assertThat(ChainNearness.downstream(cars)).isEqualTo(1);
    assertThat(ChainNearness.upstream(cars)).isNull();
    assertThat(ChainNearness.downstreamFacts(cars)).containsExactly("downstream", "36", "1");
  }
}
