package jianglian.parks.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class NewParkTest {
  @Test
  void full_width_digits_are_folded_and_missing_english_is_spelled_out() {
    var park =
        NewPark.of(
            new NewPark.Typed(
                "４２１０３００１", "武汉东湖新技术开发区", "武汉东湖", "", "420111", "１１４．４２", "30.48", true));
    assertThat(park.code()).isEqualTo("42103001");
    assertThat(park.nameEn()).isEqualTo("Wu Han Dong Hu");
    assertThat(park.longitude()).isEqualTo(114.42);
    assertThat(Pinyin.joined("武汉东湖")).isEqualTo("wuhandonghu");
  }

  @Test
  void everything_at_fault_is_told_at_once() {
    assertThatThrownBy(() ->
            NewPark.of(new NewPark.Typed("1", "", "x".repeat(99), "", "无此区", "东经", "91", false)))
        .isInstanceOf(InvalidInput.class)
        .extracting(it -> ((InvalidInput) it).faults().stream().map(Fault::field).toList())
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly("code", "name", "shortName", "region", "longitude", "latitude");
  }

  @Test
  void a_table_from_a_spreadsheet_keeps_its_good_lines_and_tells_its_bad_ones() {
    var table =
        ParkTable.read(
            """
            园区代码\t全称\t简称
            42103001\t武汉东湖新技术开发区\t武汉东湖\t"East Lake, Wuhan"\t420111\t114.4\t30.5\t是

            34103001\t合肥高新技术产业开发区\t合肥高新
            """);
    assertThat(table.good())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.park().nameEn()).isEqualTo("East Lake, Wuhan");
          assertThat(it.park().founder()).isTrue();
        });
    assertThat(table.bad()).singleElement().satisfies(it -> assertThat(it.line()).isEqualTo(4));
  }
}
