package jianglian.matching.finding;

import static jianglian.matching.finding.Rule.ANSWERING_TYPE;
import static jianglian.matching.finding.Rule.CAPITAL;
import static jianglian.matching.finding.Rule.FOR_ITS_INDUSTRY;
import static jianglian.matching.finding.Rule.HOLDS_WHERE_THE_SEEKER_IS;
import static jianglian.matching.finding.Rule.NOT_ITS_OWN;
import static jianglian.matching.finding.Rule.OPEN;
import static jianglian.matching.finding.Rule.POLICY_IN_FORCE;
import static jianglian.matching.finding.Rule.REACHES_THE_SEEKER;
import static jianglian.matching.finding.Rule.WITHIN_REACH;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jianglian.cooperation.Side;
import jianglian.matching.model.Subject;
import jianglian.search.Filter;

/// Who is looked up for whom (`found`: the kind looked up), and the rules no match may break.
public record Pairing(String name, String found, List<Rule> rules) {
  private static final List<Rule> PARTNERS =
      List.of(OPEN, NOT_ITS_OWN, REACHES_THE_SEEKER, WITHIN_REACH, ANSWERING_TYPE);
  private static final List<Rule> POLICIES =
      List.of(POLICY_IN_FORCE, HOLDS_WHERE_THE_SEEKER_IS, FOR_ITS_INDUSTRY);

  public static final Pairing NEED_OFFER = new Pairing("need-offer", "offer", PARTNERS);
  public static final Pairing OFFER_NEED = new Pairing("offer-need", "need", PARTNERS);
  public static final Pairing NEED_INVESTOR =
      new Pairing(
          "need-investor", "offer", List.of(OPEN, NOT_ITS_OWN, REACHES_THE_SEEKER, CAPITAL));
  public static final Pairing NEED_POLICY = new Pairing("need-policy", "release", POLICIES);
  public static final Pairing ORGANISATION_POLICY =
      new Pairing("organisation-policy", "release", POLICIES);

  public static Pairing of(Side side) {
    return side == Side.NEED ? NEED_OFFER : OFFER_NEED;
  }

  List<Filter> filters(Subject seeker, LocalDate today) {
    return Stream.concat(
            Stream.<Filter>of(new Filter.Kinds(Set.of(found))),
            rules.stream().flatMap(it -> it.filters(seeker, today).stream()))
        .toList();
  }
}
