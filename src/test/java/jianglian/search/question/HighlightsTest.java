package jianglian.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import jianglian.search.words.Synonyms;
import org.junit.jupiter.api.Test;

class HighlightsTest {
  @Test
  void what_was_asked_is_marked_and_everything_else_is_escaped() {
    assertThat(highlights("中小企业").all("<b>支持 中小企業 & 科技</b>"))
        .isEqualTo("&lt;b&gt;支持 <mark>中小企業</mark> &amp; 科技&lt;/b&gt;");
  }

  @Test
  void parts_of_a_word_are_marked_when_the_whole_is_not_there() {
    assertThat(highlights("中小企业").all("企业家")).isEqualTo("<mark>企业</mark>家");
  }

  @Test
  void latin_words_are_marked_where_they_begin() {
    assertThat(highlights("ai").all("AI and chain")).isEqualTo("<mark>AI</mark> and chain");
  }

  @Test
  void a_snippet_shows_the_place_that_says_most() {
    var text = "前言。".repeat(100) + "对钙钛矿电池中试线给予补助。" + "附则。".repeat(100);
    assertThat(highlights("钙钛矿中试").snippet(text))
        .startsWith("…")
        .endsWith("…")
        .contains("<mark>钙钛矿</mark>电池<mark>中试</mark>");
  }

  @Test
  void a_snippet_never_cuts_a_letter_in_two() {
    var text = "😀".repeat(300) + "量子" + "😀".repeat(300);
    var snippet = highlights("量子").snippet(text);
    assertThat(snippet.codePoints().noneMatch(it -> it >= 0xd800 && it <= 0xdfff)).isTrue();
  }

  private static Highlights highlights(String typed) {
    return new Highlights(Question.of(typed, Synonyms.none()).units());
  }
}
