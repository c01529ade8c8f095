package jianglian.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jianglian.search.words.Synonyms;
import org.junit.jupiter.api.Test;

class QuestionTest {
  private static final Synonyms SYNONYMS = Synonyms.of("减速器, 减速机\nAI, 人工智能");

  @Test
  void words_that_say_nothing_are_not_asked_for() {
    assertThat(typed("支持中小企业的政策")).containsExactly("支持", "中小企业", "政策");
    assertThat(typed("的")).containsExactly("的");
  }

  @Test
  void a_listed_word_is_one_unit_with_its_synonyms() {
    var query = Question.of("人工智能减速机", SYNONYMS);
    assertThat(query.units()).hasSize(2);
    assertThat(query.units().getFirst().synonyms())
        .extracting(Spelling::text)
        .containsExactly("ai");
  }

  @Test
  void neighbours_are_joined_by_the_pair_between_them() {
    assertThat(Question.of("张江 园区政策", SYNONYMS).seams()).containsExactly("区政");
  }

  @Test
  void a_text_without_a_word_asks_for_nothing() {
    for (var text : List.of("", "？！", "😀", "\n\t")) {
      assertThat(Question.of(text, SYNONYMS).empty()).as(text).isTrue();
    }
  }

  @Test
  void however_much_is_typed_the_question_stays_small() {
    assertThat(Question.of("量子计算园区政策补贴".repeat(10_000), SYNONYMS).units())
        .hasSizeLessThanOrEqualTo(40);
  }

  private static List<String> typed(String text) {
    return Question.of(text, SYNONYMS).units().stream().map(it -> it.typed().text()).toList();
  }
}
