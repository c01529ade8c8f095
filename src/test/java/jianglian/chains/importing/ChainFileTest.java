package jianglian.chains.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jianglian.chains.ChainEdge;
import jianglian.chains.importing.ChainFile.Ends;
import jianglian.chains.importing.ChainFile.Refused;
import jianglian.world.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainFileTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> names(ChainFile.Read read) {
    return read.edges().stream().map(it -> it.upstream() + ">" + it.downstream()).toList();
  }

  @Test
  void a_csv_row_names_several_and_their_industries() throws IOException {
    var read =
        ChainFile.read(
            file(
                "robots.csv",
                """
                upstream,downstream,upstreamIndustry
                谐波减速器,"工业机器人制造,特殊作业机器人制造",3453

                "关节，模组",工业机器人制造,
                """),
            Ends.USUAL);
    assertThat(names(read))
        .containsExactly("谐波减速器>工业机器人制造", "谐波减速器>特殊作业机器人制造", "关节>工业机器人制造", "模组>工业机器人制造");
    assertThat(read.edges().getFirst())
        .isEqualTo(new ChainEdge("谐波减速器", List.of("3453"), "工业机器人制造", List.of("3491")));
    assertThat(read.refused()).isEmpty();
  }

  @Test
  void a_bad_row_is_told_and_the_good_ones_stand() throws IOException {
    var read =
        ChainFile.read(
            file("bad.csv", "upstream,downstream\n钢,钢\n,机床\n铁,\n铁,钢\n" + "长".repeat(121) + ",钢\n"),
            Ends.USUAL);
    assertThat(names(read)).containsExactly("铁>钢");
    assertThat(read.refused())
        .containsExactly(
            new Refused(2, "itself", "钢"),
            new Refused(3, "no-upstream", ""),
            new Refused(4, "no-downstream", "铁"),
            new Refused(6, "too-long", "长".repeat(60)));
  }

  @Test
  void lines_of_json_name_one_a_list_or_an_object() throws IOException {
    var read =
        ChainFile.read(
            file(
                "chain.ndjson",
                """
                {"industry": "出版", "ups": {"造纸": 3, "油墨": 1}}
                {"industry": "汽车", "ups": ["钢", "玻璃"]}
                not json
                [1]
                """),
            new Ends("ups", "industry"));
    assertThat(names(read)).containsExactly("造纸>出版", "油墨>出版", "钢>汽车", "玻璃>汽车");
    assertThat(read.refused()).extracting(Refused::row).containsExactly(3, 4);
  }

  @Test
  void a_list_of_json_is_read_and_a_broken_one_refused() throws IOException {
    var whole = file("list.json", "[{\"upstream\": \"钢\", \"downstream\": \"机床\"}, \"x\"]");
    assertThat(names(ChainFile.read(whole, Ends.USUAL))).containsExactly("钢>机床");
    var broken = file("broken.json", "[{\"upstream\": \"钢\"");
    assertThatThrownBy(() -> ChainFile.read(broken, Ends.USUAL))
        .isInstanceOf(ChainFile.Unreadable.class)
        .hasMessage("damaged");
  }

  @Test
  void columns_that_are_not_there_are_named() throws IOException {
    var other = file("other.csv", "from,to\n钢,机床\n");
    assertThatThrownBy(() -> ChainFile.read(other, Ends.USUAL))
        .isInstanceOf(ChainFile.Unreadable.class)
        .hasMessage("no-such-column");
    assertThat(names(ChainFile.read(other, new Ends("from", "to")))).containsExactly("钢>机床");
    var empty = file("empty.csv", "");
    assertThatThrownBy(() -> ChainFile.read(empty, Ends.USUAL))
        .isInstanceOf(ChainFile.Unreadable.class);
  }

  @Test
  void a_file_of_an_office_program_is_understood() throws IOException {
    var gbk = folder.resolve("gbk.csv");
    Files.write(gbk, "upstream,downstream\r\n钢,机床\r\n".getBytes(Charset.forName("GB18030")));
    assertThat(names(ChainFile.read(gbk, Ends.USUAL))).containsExactly("钢>机床");
    assertThat(
            names(ChainFile.read(file("bom.csv", "\ufeffupstream,downstream\n钢,机床"), Ends.USUAL)))
        .containsExactly("钢>机床");
  }

  @Test
  void a_name_finds_its_industry_by_its_last_part_too() throws IOException {
    var read =
        ChainFile.read(
            file("names.csv", "upstream,downstream\n化工-橡胶-轮胎制造,制造业\n没有这个行业,汽车整车制造\n"), Ends.USUAL);
    assertThat(read.edges().getFirst().upstreamIndustries()).containsExactly("2911");
    assertThat(read.edges().getFirst().downstreamIndustries()).isEmpty();
    assertThat(read.edges().getLast().upstreamIndustries()).isEmpty();
    assertThat(read.edges().getLast().downstreamIndustries()).containsExactly("361");
  }

  @Test
  @RealData
  void graphs_that_others_publish_are_read() throws IOException {
    var data = RealData.FOLDER.resolve("chain");
    var products =
        ChainFile.read(data.resolve("kag_Product.csv"), new Ends("id", "hasSupplyChain"));
    assertThat(products.edges()).hasSizeGreaterThan(500);
    var industries =
        ChainFile.read(data.resolve("ckg_industry_up.json"), new Ends("ups", "industry"));
    assertThat(industries.edges()).hasSizeGreaterThan(1000);
    assertThat(industries.edges())
        .filteredOn(it -> !it.upstreamIndustries().isEmpty())
        .hasSizeGreaterThan(100);
  }
}
