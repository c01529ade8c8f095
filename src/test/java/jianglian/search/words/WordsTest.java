package jianglian.search.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void width_case_and_traditional_letters_are_folded_in_place() {
    assertThat(Folding.fold("ＡＩ芯片２０２４")).isEqualTo("ai芯片2024");
    assertThat(Folding.fold("積體電路產業園區")).isEqualTo("积体电路产业园区");
    assertThat(Folding.fold("（滬府規〔2024〕12號）")).isEqualTo("(沪府规〔2024〕12号)");
    assertThat(Folding.fold("面积㎡😀")).hasSize("面积㎡😀".length());
  }

  @Test
  void smartcn_keeps_a_long_word_whole_and_the_grams_open_it() {
    assertThat(texts(Words.of("支持中小企业融资"))).containsExactly("支持", "中小企业", "融资");
    assertThat(texts(Words.grams("中小企业"))).containsExactly("中小", "小企", "企业", "业");
  }

  @Test
  void a_term_smartcn_does_not_know_becomes_pairs() {
    assertThat(texts(Words.of("新型钙钛矿电池"))).containsExactly("新型", "钙钛", "钛矿", "电池");
    assertThat(texts(Words.of("钛合金"))).containsExactly("钛", "合金");
  }

  @Test
  void letters_and_digits_of_other_scripts_are_words() {
    assertThat(texts(Words.of("5g基站 sensors and batteries")))
        .containsExactly("5g", "基站", "sensor", "and", "battery");
    assertThat(texts(Words.telling("的of和"))).isEmpty();
  }

  @Test
  void every_word_stands_where_it_says() {
    var text = "武汉东湖：5G、AI与量子通信（二期）";
    for (var word : Words.of(Folding.fold(text))) {
      assertThat(Folding.fold(text.substring(word.start(), word.end()))).startsWith(word.text());
    }
  }

  @Test
  void any_text_can_be_cut() {
    for (var text : List.of("", "。。。", "😀😀", "\u0000\uffff\ud800", "一".repeat(100_000))) {
      assertThat(Words.of(Folding.fold(text))).isNotNull();
      assertThat(Words.grams(Folding.fold(text))).isNotNull();
    }
  }

  @Test
  void readings_follow_the_word() {
    assertThat(Pinyin.syllables("长江")).containsExactly("chang", "jiang");
    assertThat(Pinyin.syllables("张江高科")).containsExactly("zhang", "jiang", "gao", "ke");
    assertThat(Pinyin.syllables("重庆银行")).containsExactly("chong", "qing", "yin", "hang");
    assertThat(Pinyin.syllables("ai园")).containsExactly("a", "i", "yuan");
  }

  @Test
  void every_reading_has_a_syllable_for_each_letter() {
    for (var line : Lines.of("/search/readings.txt")) {
      var parts = List.of(line.split(" "));
      assertThat(parts).as(line).hasSize(parts.getFirst().length() + 1);
    }
  }

  @Test
  void synonyms_are_found_where_whole_words_stand() {
    var synonyms = Synonyms.of("# 说明\n\nAI, 人工智能，机器智能\n减速器, 减速机");
    var text = Folding.fold("人工智能减速机");
    var found = synonyms.in(text, Words.of(text));
    assertThat(texts(found)).containsExactly("人工智能", "减速机");
    assertThat(synonyms.of(found.getFirst())).containsExactly("ai", "机器智能");
    assertThat(Synonyms.none().in(text, Words.of(text))).isEmpty();
  }

  @Test
  void the_shipped_synonyms_can_be_read() {
    assertThat(Lines.of("/search/synonyms.txt")).hasSizeGreaterThan(100);
  }

  private static List<String> texts(List<Word> words) {
    return words.stream().map(Word::text).toList();
  }
}
