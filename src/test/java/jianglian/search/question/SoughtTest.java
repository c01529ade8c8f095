package jianglian.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jianglian.search.Candidate.Term;
import jianglian.search.CandidateRequest;
import org.junit.jupiter.api.Test;

class SoughtTest {
  private static Sought sought(String title, String text, String... keywords) {
    return Sought.of(
        new CandidateRequest(title, text, List.of(keywords), null, null, Set.of(), List.of(), 10));
  }

  @Test
  void terms_are_pairs_of_han_and_words_of_other_scripts() {
    var sought = sought("锂电池 BMS", "");
    assertThat(sought.counts().keySet()).containsExactlyInAnyOrder("锂电", "电池", "bms");
    assertThat(sought.ofTitle()).isEqualTo(sought.counts().keySet());
  }

  @Test
  void what_stands_in_title_and_keywords_counts_three_times() {
    var counts = sought("电池", "电池和电池", "电池").counts();
    assertThat(counts).containsEntry("电池", 3 + 3 + 2);
  }

  @Test
  void the_rare_and_the_frequent_come_first_and_at_most_32() {
    var sought = sought("防爆", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿列张");
    var best = sought.best(word -> word.equals("防爆") ? 2 : 1);
    assertThat(best).hasSize(32).startsWith(new Term("防爆", 2));
  }

  @Test
  void coverage_is_the_informative_share_of_the_title() {
    var sought = sought("防爆电池", "");
    var best =
        sought.best(word ->
            switch (word) {
              case "防爆" -> 6;
              case "爆电" -> 1;
              default -> 3;
            });
    assertThat(sought.coverage(best, List.of(new Term("防爆", 6)))).isEqualTo(0.6);
    assertThat(sought.coverage(best, best)).isEqualTo(1);
    assertThat(sought.coverage(best, List.of())).isZero();
    assertThat(sought("", "没有标题").coverage(List.of(), List.of())).isZero();
  }

  @Test
  void odd_texts_are_taken() {
    for (var text : List.of("", "电", "12345", "🚀🚀", "a".repeat(100_000), "电".repeat(100_000))) {
      assertThat(sought(text, text).best(_ -> 1)).hasSizeLessThanOrEqualTo(32);
    }
  }
}
