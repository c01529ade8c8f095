package jianglian.matching.model;

import static jianglian.cooperation.ListingType.BUSINESS;
import static jianglian.cooperation.ListingType.CAPITAL;
import static jianglian.cooperation.ListingType.JOINT_RD;
import static jianglian.cooperation.ListingType.PEOPLE;
import static jianglian.cooperation.ListingType.SERVICE;
import static jianglian.cooperation.ListingType.SITE;
import static jianglian.cooperation.ListingType.TECHNOLOGY;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Side;
import org.jspecify.annotations.Nullable;

/// Which kind of offer can answer which kind of need, and how squarely (0 to 1). A pair of types
/// that is not here is never proposed.
public enum TypePairing {
  TECHNOLOGY_FOR_TECHNOLOGY(TECHNOLOGY, TECHNOLOGY, 1),
  BUSINESS_FOR_BUSINESS(BUSINESS, BUSINESS, 1),
  RESEARCH_FOR_RESEARCH(JOINT_RD, JOINT_RD, 1),
  SERVICE_FOR_SERVICE(SERVICE, SERVICE, 1),
  CAPITAL_FOR_CAPITAL(CAPITAL, CAPITAL, 1),
  SITE_FOR_SITE(SITE, SITE, 1),
  PEOPLE_FOR_PEOPLE(PEOPLE, PEOPLE, 1),
  /// What is not on the shelf can be developed together.
  RESEARCH_FOR_TECHNOLOGY(TECHNOLOGY, JOINT_RD, 0.8),
  /// A finished technology may spare the research.
  TECHNOLOGY_FOR_RESEARCH(JOINT_RD, TECHNOLOGY, 0.8),
  /// A part or machine that is sold holds the technology sought.
  PRODUCT_FOR_TECHNOLOGY(TECHNOLOGY, BUSINESS, 0.7),
  /// Who has the technology may supply or licence it.
  TECHNOLOGY_FOR_BUSINESS(BUSINESS, TECHNOLOGY, 0.7),
  /// Testing, design and processing on order.
  SERVICE_FOR_TECHNOLOGY(TECHNOLOGY, SERVICE, 0.6),
  SERVICE_FOR_BUSINESS(BUSINESS, SERVICE, 0.6),
  BUSINESS_FOR_SERVICE(SERVICE, BUSINESS, 0.6),
  /// A pilot line or laboratory to rent serves those who need pilot service.
  SITE_FOR_SERVICE(SERVICE, SITE, 0.6),
  SERVICE_FOR_SITE(SITE, SERVICE, 0.5),
  /// Headhunting and training.
  SERVICE_FOR_PEOPLE(PEOPLE, SERVICE, 0.6),
  RESEARCH_FOR_PEOPLE(PEOPLE, JOINT_RD, 0.4);

  private final ListingType need;
  private final ListingType offer;
  private final double fit;

  TypePairing(ListingType need, ListingType offer, double fit) {
    this.need = need;
    this.offer = offer;
    this.fit = fit;
  }

  /// Types of the other side that can answer these.
  public static Set<String> answering(Side side, Set<String> types) {
    return Arrays.stream(values())
        .filter(it -> types.contains(it.of(side).code()))
        .map(it -> it.of(side.other()).code())
        .collect(Collectors.toSet());
  }

  static @Nullable Double closeness(Pair pair) {
    var needs = pair.need().facet("type");
    var offers = pair.offer().facet("type");
    if (needs.isEmpty() || offers.isEmpty()) return null;
    return Arrays.stream(values())
        .filter(it -> needs.contains(it.need.code()) && offers.contains(it.offer.code()))
        .mapToDouble(it -> it.fit)
        .max()
        .orElse(0);
  }

  private ListingType of(Side side) {
    return side == Side.NEED ? need : offer;
  }
}
