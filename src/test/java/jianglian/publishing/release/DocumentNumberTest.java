package jianglian.publishing.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import jianglian.world.RealData;
import org.junit.jupiter.api.Test;

class DocumentNumberTest {
  private static String read(String text) {
    return DocumentNumber.parse(text).map(DocumentNumber::toString).orElse("none");
  }

  @Test
  void every_bracket_and_width_means_the_same_number() {
    for (var text :
        List.of(
            "渝府发〔2023〕15号",
            "渝府发[2023]15号",
            "渝府发［2023］１５号",
            "渝府发（2023）15号",
            "渝府发(2023)15号",
            "渝府发【2023】15号",
            "渝府发〔２０２３〕15 号",
            "发文字号：渝府发〔2023〕15号",
            "发文字号:渝府发 〔 2023 〕 第15号",
            "渝府发〔2023〕15",
            "渝府发〔2023〕015号",
            "\u200b渝府发〔2023〕15号\u200b",
            "渝府发〔2023年〕15号",
            "文号 渝府发〔2023〕15号",
            "渝府发〔2023〕15号〔〕")) {
      assertThat(read(text)).as(text).isEqualTo("渝府发〔2023〕15号");
    }
  }

  @Test
  void an_announcement_has_no_brackets() {
    assertThat(read("国家发展改革委2017年第9号")).isEqualTo("国家发展改革委2017年第9号");
    assertThat(DocumentNumber.parse("公告2018年第14号"))
        .contains(new DocumentNumber("公告", 2018, 14, false));
  }

  @Test
  void what_is_no_number_is_left_alone() {
    for (var text :
        List.of(
            "", "〔2023〕15号", "渝府发2023", "渝府发〔23〕15号", "重庆市人民政府令第359号", "15号", "a".repeat(5000))) {
      assertThat(read(text)).as(text).isEqualTo("none");
    }
  }

  @Test
  @RealData
  void all_but_one_of_fifteen_thousand_real_numbers_are_read() throws IOException {
    var refused = new ArrayList<String>();
    int count = 0;
    for (var line : Files.readAllLines(RealData.FOLDER.resolve("policy/document_numbers.csv"))) {
      var number = line.substring(line.lastIndexOf(',') + 1);
      if (number.equals("doc_number")) continue;
      count++;
      var parsed = DocumentNumber.parse(number);
      if (parsed.isEmpty()) refused.add(number);
      else assertThat(DocumentNumber.parse(parsed.get().toString())).isEqualTo(parsed);
    }
    assertThat(count).isEqualTo(15_508);
    // An order of a government is counted without a year: no document number in this sense.
    assertThat(refused).containsExactly("重庆市人民政府令第 359 号");
  }
}
