package jianglian.matching.finding;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jianglian.cooperation.ListingState;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Side;
import jianglian.matching.model.Subject;
import jianglian.matching.model.SupplyRelation;
import jianglian.matching.model.TypePairing;
import jianglian.search.Filter;
import jianglian.search.SearchEntry;
import org.jspecify.annotations.Nullable;

/// A condition no match may break; from what the seeker is it becomes filters of the index, none
/// where it does not apply.
public enum Rule {
  OPEN,
  NOT_ITS_OWN,
  /// What is found is given to where the seeker is.
  REACHES_THE_SEEKER,
  /// What is found is where the seeker wants it.
  WITHIN_REACH,
  ANSWERING_TYPE,
  CAPITAL,
  /// The thesis does not exclude the project's industry.
  NOT_EXCLUDED,
  /// The sum sought and the ticket overlap.
  TICKET_MEETS,
  /// An instrument both accept, where both name some.
  COMMON_INSTRUMENT,
  POLICY_IN_FORCE,
  HOLDS_WHERE_THE_SEEKER_IS,
  FOR_ITS_INDUSTRY,
  NOT_OVER,
  REGISTRATION_OPEN,
  /// A firm, an institute or a service provider; investors neither supply nor buy.
  TRADES,
  NOT_ITSELF,
  /// Of the very same class it is a rival rather than a partner.
  NOT_ITS_RIVAL,
  SUPPLIES_THE_SEEKER,
  SUPPLIED_BY_THE_SEEKER;

  private static final int CLASS = 4;

  /// As it stands in the texts of messages.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether the entry breaks it for this seeker.
  boolean broken(Subject seeker, SearchEntry entry, LocalDate today) {
    return !filters(seeker, today).stream().allMatch(it -> it.holds(entry));
  }

  List<Filter> filters(Subject seeker, LocalDate today) {
    return switch (this) {
      case OPEN -> List.of(is("state", ListingState.OPEN.code()));
      case NOT_ITS_OWN -> notFrom(seeker);
      case REACHES_THE_SEEKER -> orAbsent("reach", seeker.facet("place"));
      case WITHIN_REACH -> among("place", seeker.facet("reach"));
      case ANSWERING_TYPE ->
          among("type", TypePairing.answering(Side.of(seeker.kind()), seeker.facet("type")));
      case CAPITAL -> List.of(is("type", ListingType.CAPITAL.code()));
      case POLICY_IN_FORCE ->
          List.of(is("kind", "policy"), is("state", "published"), new Filter.ValidOn(today));
      case HOLDS_WHERE_THE_SEEKER_IS -> orAbsent("region", place(seeker));
      case FOR_ITS_INDUSTRY -> orAbsent("industry", seeker.facet("industry"));
      case NOT_EXCLUDED ->
          Stream.of(
                  none("excludes", seeker.facet("industry")),
                  none("industry", seeker.facet("excludes")))
              .flatMap(List::stream)
              .toList();
      case TICKET_MEETS -> overlapping(seeker.number("sumMin"), seeker.number("sumMax"));
      case COMMON_INSTRUMENT -> orAbsent("instrument", seeker.facet("instrument"));
      case NOT_OVER -> List.of(new Filter.Between("ends", today.toEpochDay(), Long.MAX_VALUE));
      case REGISTRATION_OPEN -> List.of(is("registration", "open"));
      case TRADES ->
          List.of(new Filter.Facet("kind", Set.of("enterprise", "institute", "service")));
      case NOT_ITSELF -> List.of(new Filter.NotIds(seeker.kind(), List.of(seeker.id())));
      case NOT_ITS_RIVAL -> none("industry", classes(seeker));
      case SUPPLIES_THE_SEEKER ->
          partners(SupplyRelation.suppliers(seeker.facet("industry")), seeker, "upstream");
      case SUPPLIED_BY_THE_SEEKER ->
          partners(SupplyRelation.customers(seeker.facet("industry")), seeker, "downstream");
    };
  }

  private static Filter is(String facet, String value) {
    return new Filter.Facet(facet, Set.of(value));
  }

  private static List<Filter> among(String facet, Set<String> values) {
    return values.isEmpty() ? List.of() : List.of(new Filter.Facet(facet, values));
  }

  private static List<Filter> orAbsent(String facet, Set<String> values) {
    return values.isEmpty() ? List.of() : List.of(new Filter.FacetOrAbsent(facet, values));
  }

  private static List<Filter> none(String facet, Set<String> values) {
    return values.isEmpty() ? List.of() : List.of(new Filter.NotFacet(facet, values));
  }

  private static List<Filter> overlapping(@Nullable Long min, @Nullable Long max) {
    if (min == null || max == null) return List.of();
    return List.of(
        new Filter.Between("sumMin", 0, max), new Filter.Between("sumMax", min, Long.MAX_VALUE));
  }

  private static List<Filter> notFrom(Subject seeker) {
    return none("organisation", seeker.facet("organisation"));
  }

  private static Set<String> classes(Subject seeker) {
    return seeker.facet("industry").stream()
        .filter(it -> it.length() == CLASS)
        .collect(Collectors.toSet());
  }

  /// By the input-output table and, where there is one, by the chain.
  private static List<Filter> partners(Set<String> divisions, Subject seeker, String side) {
    var industries = new HashSet<>(divisions);
    industries.addAll(seeker.facet(side + "-1"));
    industries.addAll(seeker.facet(side + "-2"));
    return List.of(new Filter.Facet("industry", industries));
  }

  private static Set<String> place(Subject seeker) {
    var place = seeker.facet("place");
    return place.isEmpty() ? seeker.facet("region") : place;
  }
}
