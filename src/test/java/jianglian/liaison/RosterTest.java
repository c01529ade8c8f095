package jianglian.liaison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RosterTest {
  private static final Instant EARLY = Instant.parse("2026-11-02T02:00:00Z");
  private static final Instant LATE = Instant.parse("2026-11-20T02:00:00Z");

  private static final Officer CHEN = new Officer(1, "陈立");
  private static final Officer HE = new Officer(2, "何苗");
  private static final Officer ZHOU = new Officer(3, "周启明");

  private static Roster.Candidate candidate(
      Officer officer, @Nullable Long substitute, boolean away, int open, @Nullable Instant last) {
    return new Roster.Candidate(officer, substitute, away, new Workload.Load(open, last));
  }

  private static OfficerPair chosen(Roster.Candidate... candidates) {
    return new Roster(List.of(candidates)).choose().orElseThrow();
  }

  @Test
  void the_fewest_open_matters_come_first() {
    var pair = chosen(candidate(CHEN, null, false, 4, EARLY), candidate(HE, null, false, 2, LATE));
    assertThat(pair).isEqualTo(new OfficerPair(HE, CHEN));
  }

  @Test
  void among_equals_the_longest_idle_comes_first_and_who_never_had_one_before_all() {
    assertThat(
            chosen(
                    candidate(CHEN, null, false, 1, LATE),
                    candidate(HE, null, false, 1, EARLY),
                    candidate(ZHOU, null, false, 1, null))
                .officer())
        .isEqualTo(ZHOU);
  }

  @Test
  void the_named_substitute_stands_by() {
    assertThat(
            chosen(
                candidate(CHEN, ZHOU.id(), false, 0, null),
                candidate(HE, null, false, 1, null),
                candidate(ZHOU, null, false, 9, null)))
        .isEqualTo(new OfficerPair(CHEN, ZHOU));
  }

  @Test
  void a_substitute_who_is_away_is_passed_over() {
    assertThat(
            chosen(
                candidate(CHEN, ZHOU.id(), false, 0, null),
                candidate(HE, null, false, 1, null),
                candidate(ZHOU, null, true, 0, null)))
        .isEqualTo(new OfficerPair(CHEN, HE));
  }

  @Test
  void who_is_away_gets_new_work_only_when_everybody_is() {
    assertThat(
            chosen(candidate(CHEN, null, true, 0, null), candidate(HE, null, false, 7, LATE))
                .officer())
        .isEqualTo(HE);
    assertThat(
            chosen(candidate(CHEN, null, true, 3, null), candidate(HE, null, true, 1, null))
                .officer())
        .isEqualTo(HE);
  }

  @Test
  void one_officer_alone_has_no_substitute() {
    assertThat(chosen(candidate(CHEN, null, false, 0, null)))
        .isEqualTo(new OfficerPair(CHEN, null));
  }

  @Test
  void a_park_without_officers_has_nobody_to_choose() {
    assertThat(new Roster(List.of()).choose()).isEmpty();
  }
}
