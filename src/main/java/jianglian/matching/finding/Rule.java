package jianglian.matching.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jianglian.cooperation.ListingState;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Side;
import jianglian.matching.model.Subject;
import jianglian.matching.model.TypePairing;
import jianglian.search.Filter;

/// A condition no match may break; from what the seeker is it becomes filters of the index, none
/// where it does not apply.
enum Rule {
  OPEN,
  NOT_ITS_OWN,
  /// What is found is given to where the seeker is.
  REACHES_THE_SEEKER,
  /// What is found is where the seeker wants it.
  WITHIN_REACH,
  ANSWERING_TYPE,
  CAPITAL,
  POLICY_IN_FORCE,
  HOLDS_WHERE_THE_SEEKER_IS,
  FOR_ITS_INDUSTRY;

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

  private static List<Filter> notFrom(Subject seeker) {
    var own = seeker.facet("organisation");
    return own.isEmpty() ? List.of() : List.of(new Filter.NotFacet("organisation", own));
  }

  private static Set<String> place(Subject seeker) {
    var place = seeker.facet("place");
    return place.isEmpty() ? seeker.facet("region") : place;
  }
}
