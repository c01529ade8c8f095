package jianglian.matching.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jianglian.parks.Industries;
import jianglian.search.Candidate;
import jianglian.world.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupplyRelationTest {
  private static final String SHIPPED = "src/main/resources/matching/input-coefficients.csv";
  private static final Candidate FIGURES =
      new Candidate(
          "organisation", 2, "", 0, 0, 0, null, null, null, 0, List.of(), Map.of(), Map.of());

  private static Pair pair(String seeker, String found) {
    return new Pair(firm(1, seeker), firm(2, found), FIGURES, LocalDate.of(2026, 11, 25));
  }

  private static Subject firm(long id, String industry) {
    return new Subject("organisation", id, Map.of("industry", Set.of(industry)), Map.of());
  }

  @Test
  void every_division_belongs_to_one_sector() {
    var outside =
        Industries.level(2).stream()
            .map(Industries.Industry::code)
            .filter(it -> SupplyRelation.sector(it) == null)
            .collect(Collectors.toSet());
    // The table counts no international organisations.
    assertThat(outside).containsExactly("97");
    assertThat(SupplyRelation.sector("3491").code()).isEqualTo("16");
    assertThat(SupplyRelation.sector("C")).isNull();
  }

  @Test
  void strength_lies_between_none_and_the_strongest_supplier() {
    for (var from : Industries.level(2)) {
      for (var to : Industries.level(2)) {
        var strength = SupplyRelation.strength(from.code(), to.code());
        if (strength != null) assertThat(strength).isBetween(0.0, 1.0);
      }
    }
    // Grain is what food is made of, coal what power is made of, metal what metal goods are made
    // of.
    assertThat(SupplyRelation.strength("01", "13")).isEqualTo(1);
    assertThat(SupplyRelation.strength("06", "44")).isGreaterThan(0.5);
    assertThat(SupplyRelation.strength("31", "33")).isEqualTo(1);
    assertThat(SupplyRelation.strength("13", "39")).isZero();
    assertThat(SupplyRelation.strength("97", "39")).isNull();
    // Who in a sector supplies whom, the table does not say.
    assertThat(SupplyRelation.strength("39", "39")).isEqualTo(0.5);
  }

  @Test
  void who_supplies_everybody_supplies_nobody_in_particular() {
    assertThat(SupplyRelation.strength("51", "35")).isLessThan(SupplyRelation.MAIN);
    assertThat(SupplyRelation.suppliers(Set.of("3491", "349", "34"))).contains("31", "38", "39");
    assertThat(SupplyRelation.suppliers(Set.of("3491"))).doesNotContain("66", "13", "83");
    assertThat(SupplyRelation.customers(Set.of("31"))).contains("33", "34", "38");
  }

  @Test
  void a_supplier_is_not_yet_a_customer() {
    var supplied = pair("33", "31");
    assertThat(Supplying.closeness(supplied)).isEqualTo(1);
    assertThat(Supplying.turned(supplied)).isLessThan(0.5);
    assertThat(Supplying.facts(supplied)).containsExactly("14", "15", "main");
    assertThat(Supplying.turnedFacts(pair("31", "33"))).containsExactly("14", "15", "main");
    assertThat(Supplying.facts(pair("13", "39"))).isEmpty();
    assertThat(Supplying.facts(pair("3491", "3453"))).containsExactly("16", "16", "within");
  }

  @Test
  void without_an_industry_nothing_is_known() {
    var bare = new Subject("organisation", 2, Map.of(), Map.of());
    var pair = new Pair(firm(1, "3491"), bare, FIGURES, LocalDate.of(2026, 11, 25));
    assertThat(Supplying.closeness(pair)).isNull();
    assertThat(Supplying.facts(pair)).isEmpty();
  }

  @Test
  void coefficients_are_the_inputs_for_a_yuan_of_output(@TempDir Path folder)
      throws IOException, InterruptedException {
    var table = folder.resolve("table.csv");
    Files.writeString(
        table,
        """
        Code,Description,DescriptionInChinese,Origin,01,02,TIU,GO
        01,"Farming, fishing",农业,Domestic,10.0,30.0,40,100
        02,Food,食品,Domestic,0.0,20.0,20,200
        01,"Farming, fishing",农业,Imports,5.0,10.0,15,nan
        02,Food,食品,Imports,0.0,0.0,0,nan
        TII,Inputs,投入,TOT,15,60,75,nan
        TI,Total inputs,总投入,TOT,100.0,200.0,300,nan
        """);
    assertThat(coefficients(table)).isEqualTo("from,01,02\n01,0.1500,0.2000\n02,0.0000,0.1000\n");
  }

  @Test
  void the_shipped_coefficients_add_up_to_less_than_the_output() throws IOException {
    var lines = Files.readAllLines(Path.of(SHIPPED));
    assertThat(lines).hasSize(43);
    for (var sector = 1; sector <= 42; sector++) {
      var sum = 0.0;
      for (var line : lines.subList(1, 43)) sum += Double.parseDouble(line.split(",")[sector]);
      assertThat(sum).isBetween(0.1, 0.95);
    }
    // Food and tobacco take 0.37 yuan of farm products for a yuan, as of the table of 2020.
    assertThat(Double.parseDouble(lines.get(1).split(",")[6])).isEqualTo(0.3737, within(1e-9));
  }

  @Test
  @RealData
  void the_shipped_coefficients_are_those_of_the_table() throws IOException, InterruptedException {
    assertThat(coefficients(RealData.FOLDER.resolve("io_tables/china_2020_42.csv")))
        .isEqualTo(Files.readString(Path.of(SHIPPED)));
  }

  private static String coefficients(Path table) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("bin/input-coefficients", table.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return written;
  }
}
