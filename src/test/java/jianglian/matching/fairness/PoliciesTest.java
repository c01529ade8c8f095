package jianglian.matching.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Each policy by itself.
class PoliciesTest {
  private static final int SIZE = 20;
  private static final int KNOWN = Standing.KNOWN;

  private static Standing standing(Long organisation, String text, int openCases, int shown) {
    return new Standing(1, organisation, text, Sketch.of(text, text), openCases, shown);
  }

  /// Scores 0.90, 0.89, …; each of another organisation, with a text of its own.
  private static Ranked entry(long place, int openCases, int shown) {
    return Ranked.of(place, score(place), standing(place, text(place), openCases, shown));
  }

  private static double score(long place) {
    return 0.91 - place / 100.0;
  }

  private static String text(long place) {
    return Long.toString(place * 7919, 36).replaceAll("[0-9]", "")
        + "甲乙丙丁戊己庚辛壬癸".charAt((int) (place % 10))
        + (char) (0x4e00 + place * 37)
        + (char) (0x5e00 + place * 41);
  }

  private static List<Ranked> ranking(int size, int shown) {
    return LongStream.rangeClosed(1, size).mapToObj(it -> entry(it, 0, shown)).toList();
  }

  private static List<Long> ids(List<Ranked> ranking) {
    return ranking.stream().map(Ranked::id).toList();
  }

  @Test
  void where_all_are_alike_no_policy_changes_anything() {
    for (var shown : List.of(0, 1, KNOWN, 100)) {
      var ranking = ranking(60, shown);
      for (var policy : Policy.ALL) {
        var settled = policy.act().apply(ranking, new Policy.Measures(SIZE, 5, 2));
        assertThat(ids(settled).subList(0, SIZE))
            .as(policy.setting().key())
            .isEqualTo(ids(ranking).subList(0, SIZE));
      }
    }
  }

  @Test
  void who_is_busy_steps_back_a_little_and_keeps_the_score() {
    var ranking = new ArrayList<>(ranking(5, KNOWN));
    ranking.set(0, entry(1, 4, KNOWN));
    var settled = BusyStepsBack.apply(ranking);
    assertThat(ids(settled)).containsExactly(2L, 3L, 4L, 5L, 1L).doesNotHaveDuplicates();
    assertThat(settled.getLast().score()).isEqualTo(score(1));
    assertThat(settled.getLast().rank()).isEqualTo(score(1) * 0.94, within(1e-12));
  }

  @Test
  void two_open_cases_are_free_and_more_never_cost_more_than_three_tenths() {
    assertThat(IntStream.rangeClosed(0, 2).mapToDouble(BusyStepsBack::share)).containsOnly(1.0);
    assertThat(BusyStepsBack.share(3)).isEqualTo(0.97, within(1e-12));
    assertThat(BusyStepsBack.share(1_000)).isEqualTo(0.7, within(1e-12));
  }

  @Test
  void one_organisation_has_at_most_so_many_entries() {
    var ranking =
        LongStream.rangeClosed(1, 40)
            .mapToObj(
                it -> Ranked.of(it, score(it), standing(it <= 30 ? 7L : it, text(it), 0, KNOWN)))
            .toList();
    var settled = NotAllOfOne.apply(ranking, 5);
    assertThat(ids(settled))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 31L, 32L, 33L, 34L, 35L, 36L, 37L, 38L, 39L, 40L);
  }

  @Test
  void what_a_park_brings_itself_is_not_taken_for_one_organisation() {
    var ranking =
        LongStream.rangeClosed(1, 40)
            .mapToObj(it -> Ranked.of(it, score(it), standing(null, text(it), 0, KNOWN)))
            .toList();
    assertThat(NotAllOfOne.apply(ranking, 5)).hasSize(40);
  }

  @Test
  void the_same_text_is_one_entry_whoever_brings_it() {
    var ranking =
        LongStream.rangeClosed(1, 30)
            .mapToObj(it ->
                Ranked.of(it, score(it), standing(it, it <= 25 ? "代理记账，全国最低价" : text(it), 0, 0)))
            .toList();
    assertThat(ids(OneEntryEachText.apply(ranking))).containsExactly(1L, 26L, 27L, 28L, 29L, 30L);
  }

  @Test
  void nearly_the_same_text_is_one_entry_of_one_bringer_only() {
    var one = "为中小制造企业提供精密齿轮箱设计、打样和小批量生产，交期短，价格优，质量有保障";
    var near = "为中小制造企业提供精密齿轮箱设计、打样和小批量生产，交期短，价格优，质量有保证";
    var first = Ranked.of(1, 0.9, standing(7L, one, 0, 0));
    var own = Ranked.of(2, 0.8, standing(7L, near, 0, 0));
    var others = Ranked.of(3, 0.7, standing(8L, near, 0, 0));
    assertThat(ids(OneEntryEachText.apply(List.of(first, own)))).containsExactly(1L);
    assertThat(ids(OneEntryEachText.apply(List.of(first, others)))).containsExactly(1L, 3L);
  }

  @Test
  void the_last_places_go_to_those_nobody_has_seen() {
    var ranking = new ArrayList<>(ranking(40, KNOWN));
    ranking.set(29, entry(30, 0, 1));
    ranking.set(34, entry(35, 0, 0));
    ranking.set(39, entry(40, 0, 2));
    var settled = FirstTurns.apply(ranking, SIZE, 2);
    assertThat(settled).hasSize(SIZE);
    assertThat(ids(settled).subList(0, 18)).isEqualTo(ids(ranking).subList(0, 18));
    assertThat(ids(settled).subList(18, 20)).containsExactly(30L, 35L);
  }

  @Test
  void a_turn_takes_no_place_from_one_that_is_new_itself_and_none_is_given_to_what_hardly_fits() {
    var allNew = new ArrayList<>(ranking(40, KNOWN));
    allNew.set(18, entry(19, 0, 0));
    allNew.set(19, entry(20, 0, 2));
    allNew.set(34, entry(35, 0, 0));
    assertThat(ids(FirstTurns.apply(allNew, SIZE, 2))).doesNotContain(35L);
    var poor = new ArrayList<>(ranking(21, KNOWN));
    poor.set(20, Ranked.of(21, score(20) * 0.49, standing(21L, text(21), 0, 0)));
    assertThat(ids(FirstTurns.apply(poor, SIZE, 2))).doesNotContain(21L);
  }

  @Test
  void list_after_list_every_fresh_one_gets_its_turn() {
    var shown = new HashMap<Long, Integer>();
    var fresh = LongStream.rangeClosed(21, 60).boxed().toList();
    for (var list = 0; list < 60; list++) {
      var ranking =
          LongStream.rangeClosed(1, 60)
              .mapToObj(it ->
                  Ranked.of(
                      it,
                      0.9 - it / 1000.0,
                      standing(it, text(it), 0, it <= 20 ? 100 : shown.getOrDefault(it, 0))))
              .toList();
      var settled = FirstTurns.apply(ranking, SIZE, 2);
      assertThat(ids(settled).subList(0, 18)).isEqualTo(ids(ranking).subList(0, 18));
      ids(settled).stream().filter(fresh::contains).forEach(it -> shown.merge(it, 1, Integer::sum));
    }
    assertThat(shown.keySet()).containsExactlyInAnyOrderElementsOf(fresh);
    assertThat(shown.values()).allMatch(it -> it == KNOWN);
  }
}
