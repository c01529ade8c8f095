package jianglian.parks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jianglian.web.Fault;
import org.junit.jupiter.api.Test;

class CodeWordsTest {
  @Test
  void an_industry_is_found_by_code_by_name_and_by_a_part_that_fits_only_one() {
    assertThat(CodeWords.INDUSTRIES.find("3491")).contains("3491");
    assertThat(CodeWords.INDUSTRIES.find("工业机器人制造")).contains("3491");
    assertThat(CodeWords.INDUSTRIES.find("工业机器人")).contains("3491");
    assertThat(CodeWords.INDUSTRIES.find("机器人")).isEmpty();
    assertThat(CodeWords.INDUSTRIES.near("机器人", 3)).isNotEmpty();
  }

  @Test
  void a_region_is_found_by_its_short_name() {
    assertThat(CodeWords.REGIONS.find("湖北")).contains("420000");
    assertThat(CodeWords.REGIONS.find("武汉")).contains("420100");
    assertThat(CodeWords.REGIONS.find("火星")).isEmpty();
  }

  @Test
  void a_list_is_cut_at_every_mark_people_use() {
    assertThat(CodeWords.split("武汉、合肥，南京; 重庆\n武汉")).containsExactly("武汉", "合肥", "南京", "重庆");
  }

  @Test
  void every_code_is_read_back_from_what_is_written() {
    for (var words : List.of(CodeWords.INDUSTRIES, CodeWords.REGIONS)) {
      var codes = words.entries().stream().map(CodeWords.Entry::code).toList();
      for (int i = 0; i < codes.size(); i += 20) {
        var some = codes.subList(i, Math.min(i + 20, codes.size()));
        var faults = new ArrayList<Fault>();
        assertThat(words.read(words.written(some), "x", faults)).isEqualTo(some);
        assertThat(faults).isEmpty();
      }
    }
  }

  @Test
  void a_name_with_commas_of_its_own_is_one_name() {
    assertThat(
            CodeWords.INDUSTRIES.read(
                "铁路、船舶、航空航天和其他运输设备制造业、工业机器人制造", "industries", new ArrayList<>()))
        .containsExactly("37", "3491");
  }
}
