package jianglian.matching.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jianglian.matching.model.ModelFile;
import jianglian.matching.model.Subject;
import jianglian.search.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  /// Where a text goes from hardly near to very near: log of 1 + BM25 from 0 to 4, cosine by 0.6,
  /// all of the title's terms covered instead of none.
  private static final Map<String, Double> TEXT =
      Map.of(
          "words-title",
          4.0,
          "words-text",
          4.0,
          "meaning-title",
          0.6,
          "meaning-text",
          0.6,
          "meaning-closest",
          0.6,
          "coverage",
          1.0);

  private static final Set<String> ALSO_TEXT = Set.of("words-keywords");

  private static List<Filter> of(Rule rule, Subject seeker) {
    return rule.filters(seeker, TODAY);
  }

  private static Subject thesis(Map<String, Long> numbers) {
    return new Subject("offer", 7, Map.of("excludes", Set.of("15", "70")), numbers);
  }

  private static Subject firm(String... industries) {
    return new Subject("organisation", 9, Map.of("industry", Set.of(industries)), Map.of());
  }

  @Test
  void names_of_pairings_are_their_own() {
    assertThat(Pairing.ALL.stream().map(Pairing::name).collect(Collectors.toSet()))
        .hasSameSizeAs(Pairing.ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "project-investor",
        "need-investor",
        "policy",
        "event",
        "firm-supplier",
        "firm-customer"
      })
  void what_was_set_by_judgement_cannot_outweigh_text(String name) {
    var file = ModelFile.shipped(name);
    assertThat(file.model().name()).startsWith(name);
    var text = 0.0;
    var judged = 0.0;
    for (var line : file.features()) {
      var most = line.weight() / line.scale();
      if (TEXT.containsKey(line.name())) text += most * TEXT.getOrDefault(line.name(), 0.0);
      else if (!ALSO_TEXT.contains(line.name())) judged += most;
    }
    assertThat(judged).isGreaterThan(0).isLessThan(text);
  }

  @Test
  void an_excluded_industry_is_never_proposed_from_either_side() {
    assertThat(of(Rule.NOT_EXCLUDED, thesis(Map.of())))
        .containsExactly(new Filter.NotFacet("industry", Set.of("15", "70")));
    assertThat(of(Rule.NOT_EXCLUDED, firm("1512", "151", "15")))
        .containsExactly(new Filter.NotFacet("excludes", Set.of("1512", "151", "15")));
    assertThat(of(Rule.NOT_EXCLUDED, firm())).isEmpty();
  }

  @Test
  void a_ticket_wholly_outside_is_never_proposed() {
    assertThat(of(Rule.TICKET_MEETS, thesis(Map.of("sumMin", 5L, "sumMax", 20L))))
        .containsExactly(
            new Filter.Between("sumMin", 0, 20), new Filter.Between("sumMax", 5, Long.MAX_VALUE));
    assertThat(of(Rule.TICKET_MEETS, thesis(Map.of()))).isEmpty();
  }

  @Test
  void who_wants_a_share_and_who_gives_a_lease_do_not_meet() {
    var project = new Subject("need", 3, Map.of("instrument", Set.of("equity")), Map.of());
    assertThat(of(Rule.COMMON_INSTRUMENT, project))
        .containsExactly(new Filter.FacetOrAbsent("instrument", Set.of("equity")));
    assertThat(of(Rule.COMMON_INSTRUMENT, thesis(Map.of()))).isEmpty();
  }

  @Test
  void an_event_is_neither_over_nor_closed_for_registration() {
    assertThat(of(Rule.NOT_OVER, firm("3491")))
        .containsExactly(new Filter.Between("ends", TODAY.toEpochDay(), Long.MAX_VALUE));
    assertThat(of(Rule.REGISTRATION_OPEN, firm("3491")))
        .containsExactly(new Filter.Facet("registration", Set.of("open")));
  }

  @Test
  void a_supplier_is_another_firm_of_another_class_that_supplies() {
    var robots = firm("3491", "349", "34").with(Map.of("upstream-2", Set.of("0911")));
    assertThat(of(Rule.NOT_ITSELF, robots))
        .containsExactly(new Filter.NotIds("organisation", List.of(9L)));
    assertThat(of(Rule.NOT_ITS_RIVAL, robots))
        .containsExactly(new Filter.NotFacet("industry", Set.of("3491")));
    assertThat(of(Rule.SUPPLIES_THE_SEEKER, robots))
        .singleElement()
        .satisfies(it -> {
          assertThat(it).isInstanceOf(Filter.Facet.class);
          assertThat(((Filter.Facet) it).values())
              .contains("31", "38", "0911")
              .doesNotContain("13");
        });
    assertThat(of(Rule.TRADES, robots))
        .containsExactly(new Filter.Facet("kind", Set.of("enterprise", "institute", "service")));
  }

  @Test
  void a_customer_belongs_to_an_industry_that_the_firm_supplies() {
    var steel = firm("3130", "313", "31");
    assertThat(of(Rule.SUPPLIED_BY_THE_SEEKER, steel))
        .singleElement()
        .satisfies(it -> assertThat(((Filter.Facet) it).values()).contains("33", "34"));
  }
}
