package jianglian.matching.finding;

import static jianglian.matching.finding.Rule.ANSWERING_TYPE;
import static jianglian.matching.finding.Rule.CAPITAL;
import static jianglian.matching.finding.Rule.COMMON_INSTRUMENT;
import static jianglian.matching.finding.Rule.FOR_ITS_INDUSTRY;
import static jianglian.matching.finding.Rule.HOLDS_WHERE_THE_SEEKER_IS;
import static jianglian.matching.finding.Rule.NOT_EXCLUDED;
import static jianglian.matching.finding.Rule.NOT_ITSELF;
import static jianglian.matching.finding.Rule.NOT_ITS_OWN;
import static jianglian.matching.finding.Rule.NOT_ITS_RIVAL;
import static jianglian.matching.finding.Rule.NOT_OVER;
import static jianglian.matching.finding.Rule.OPEN;
import static jianglian.matching.finding.Rule.POLICY_IN_FORCE;
import static jianglian.matching.finding.Rule.REACHES_THE_SEEKER;
import static jianglian.matching.finding.Rule.REGISTRATION_OPEN;
import static jianglian.matching.finding.Rule.SUPPLIED_BY_THE_SEEKER;
import static jianglian.matching.finding.Rule.SUPPLIES_THE_SEEKER;
import static jianglian.matching.finding.Rule.TICKET_MEETS;
import static jianglian.matching.finding.Rule.TRADES;
import static jianglian.matching.finding.Rule.WITHIN_REACH;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Side;
import jianglian.matching.model.Model;
import jianglian.matching.model.ModelFile;
import jianglian.matching.model.Subject;
import jianglian.search.Filter;
import org.jspecify.annotations.Nullable;

/// Who is looked up for whom (`found`: the kind looked up), the rules no match may break, and the
/// model that ranks by its features; null: the one of needs and offers.
public record Pairing(String name, String found, List<Rule> rules, @Nullable Model model) {
  private static final List<Rule> PARTNERS =
      List.of(OPEN, NOT_ITS_OWN, REACHES_THE_SEEKER, WITHIN_REACH, ANSWERING_TYPE);
  private static final List<Rule> RAISING =
      List.of(
          OPEN,
          NOT_ITS_OWN,
          REACHES_THE_SEEKER,
          WITHIN_REACH,
          CAPITAL,
          NOT_EXCLUDED,
          TICKET_MEETS,
          COMMON_INSTRUMENT);
  private static final List<Rule> POLICIES =
      List.of(POLICY_IN_FORCE, HOLDS_WHERE_THE_SEEKER_IS, FOR_ITS_INDUSTRY);
  private static final List<Rule> EVENTS =
      List.of(NOT_OVER, REGISTRATION_OPEN, HOLDS_WHERE_THE_SEEKER_IS, FOR_ITS_INDUSTRY);

  public static final Pairing NEED_OFFER = new Pairing("need-offer", "offer", PARTNERS, null);
  public static final Pairing OFFER_NEED = new Pairing("offer-need", "need", PARTNERS, null);

  /// A project that raises money finds investors' theses, and the other way round.
  public static final Pairing PROJECT_INVESTOR =
      new Pairing("project-investor", "offer", RAISING, model("project-investor"));

  public static final Pairing INVESTOR_PROJECT =
      new Pairing("investor-project", "need", RAISING, PROJECT_INVESTOR.model());

  /// Any other need finds investors that look for its field.
  public static final Pairing NEED_INVESTOR =
      new Pairing(
          "need-investor",
          "offer",
          List.of(OPEN, NOT_ITS_OWN, REACHES_THE_SEEKER, CAPITAL, NOT_EXCLUDED),
          model("need-investor"));

  public static final Pairing NEED_POLICY =
      new Pairing("need-policy", "release", POLICIES, model("policy"));
  public static final Pairing ORGANISATION_POLICY =
      new Pairing("organisation-policy", "release", POLICIES, NEED_POLICY.model());
  public static final Pairing NEED_EVENT =
      new Pairing("need-event", "event", EVENTS, model("event"));
  public static final Pairing ORGANISATION_EVENT =
      new Pairing("organisation-event", "event", EVENTS, NEED_EVENT.model());
  public static final Pairing FIRM_SUPPLIER =
      new Pairing(
          "firm-supplier",
          "organisation",
          List.of(TRADES, NOT_ITSELF, NOT_ITS_RIVAL, SUPPLIES_THE_SEEKER),
          model("firm-supplier"));
  public static final Pairing FIRM_CUSTOMER =
      new Pairing(
          "firm-customer",
          "organisation",
          List.of(TRADES, NOT_ITSELF, NOT_ITS_RIVAL, SUPPLIED_BY_THE_SEEKER),
          model("firm-customer"));

  /// All of them, as they stand in the documentation.
  static final List<Pairing> ALL =
      List.of(
          NEED_OFFER,
          OFFER_NEED,
          PROJECT_INVESTOR,
          INVESTOR_PROJECT,
          NEED_INVESTOR,
          NEED_POLICY,
          ORGANISATION_POLICY,
          NEED_EVENT,
          ORGANISATION_EVENT,
          FIRM_SUPPLIER,
          FIRM_CUSTOMER);

  /// The one both sides' lists of a listing are made of.
  public static Pairing of(Listing listing) {
    return of(listing.side(), listing.content().type() == ListingType.CAPITAL);
  }

  public static Pairing of(Side side, Subject seeker) {
    return of(side, seeker.facet("type").contains(ListingType.CAPITAL.code()));
  }

  private static Pairing of(Side side, boolean capital) {
    if (side == Side.NEED) return capital ? PROJECT_INVESTOR : NEED_OFFER;
    return capital ? INVESTOR_PROJECT : OFFER_NEED;
  }

  /// The investors of any need.
  public static Pairing investors(Listing need) {
    return need.content().type() == ListingType.CAPITAL ? PROJECT_INVESTOR : NEED_INVESTOR;
  }

  private static Model model(String name) {
    return ModelFile.shipped(name).model();
  }

  List<Filter> filters(Subject seeker, LocalDate today) {
    return Stream.concat(
            Stream.<Filter>of(new Filter.Kinds(Set.of(found))),
            rules.stream().flatMap(it -> it.filters(seeker, today).stream()))
        .toList();
  }
}
