package jianglian.cooperation;

import java.util.ArrayList;
import java.util.List;
import jianglian.audit.Cryptography;
import jianglian.parks.Industries;
import jianglian.parks.Regions;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;

/// What is said of a need or an offer, as it was sent. `industries` are codes of GB/T 4754,
/// `regions` of GB/T 2260 (none: everywhere); `contact` is never public.
public record ListingContent(
    String title,
    String text,
    ListingType type,
    List<String> industries,
    List<String> regions,
    List<String> keywords,
    Amount amount,
    @Nullable Maturity maturity,
    Financing financing,
    @Nullable String contact,
    String lang) {
  public static final int TITLE_MIN = 2;
  public static final int TITLE_MAX = 120;
  public static final int TEXT_MAX = 20_000;
  private static final int CONTACT_MAX = 200;
  private static final int CODES_MAX = 20;
  private static final int KEYWORD_MAX = 40;

  public ListingContent {
    industries = List.copyOf(industries);
    regions = List.copyOf(regions);
    keywords = List.copyOf(keywords);
  }

  /// What is no financing matter, or says no more of it than its words and amount.
  public ListingContent(
      String title,
      String text,
      ListingType type,
      List<String> industries,
      List<String> regions,
      List<String> keywords,
      Amount amount,
      @Nullable Maturity maturity,
      @Nullable String contact,
      String lang) {
    this(
        title,
        text,
        type,
        industries,
        regions,
        keywords,
        amount,
        maturity,
        Financing.NONE,
        contact,
        lang);
  }

  /// What keeps this from being accepted, by field.
  public List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    if (title.codePointCount(0, title.length()) < TITLE_MIN) {
      faults.add(Fault.at("/title", "listing.fault.title-short", TITLE_MIN));
    }
    limit(faults, "/title", title, TITLE_MAX);
    limit(faults, "/text", text, TEXT_MAX);
    limit(faults, "/contact", contact == null ? "" : contact, CONTACT_MAX);
    for (var i = 0; i < keywords.size(); i++) {
      limit(faults, "/keywords/" + i, keywords.get(i), KEYWORD_MAX);
    }
    few(faults, "/industries", industries);
    few(faults, "/regions", regions);
    few(faults, "/keywords", keywords);
    unknown(faults, "/industries", industries, Industries::exists);
    unknown(faults, "/regions", regions, Regions::exists);
    amounts(faults);
    faults.addAll(financing.faults(type));
    return faults;
  }

  private void amounts(List<Fault> faults) {
    var min = amount.min();
    var max = amount.max();
    if (min != null && min < 0) faults.add(Fault.at("/amountMin", "listing.fault.amount-negative"));
    if (max != null && max < 0) faults.add(Fault.at("/amountMax", "listing.fault.amount-negative"));
    if (min != null && max != null && min > max) {
      faults.add(Fault.at("/amountMax", "listing.fault.amount-order"));
    }
    if (!amount.currency().matches("[A-Z]{3}")) {
      faults.add(Fault.at("/currency", "listing.fault.currency"));
    }
  }

  private static void limit(List<Fault> faults, String pointer, String value, int max) {
    var length = value.codePointCount(0, value.length());
    if (length > max) faults.add(Fault.at(pointer, "listing.fault.too-long", max, length));
  }

  private static void few(List<Fault> faults, String pointer, List<String> values) {
    if (values.size() > CODES_MAX) {
      faults.add(Fault.at(pointer, "listing.fault.too-many", CODES_MAX));
    }
  }

  private static void unknown(
      List<Fault> faults,
      String pointer,
      List<String> codes,
      java.util.function.Predicate<String> known) {
    for (var i = 0; i < codes.size(); i++) {
      if (!known.test(codes.get(i))) {
        faults.add(Fault.at(pointer + "/" + i, "listing.fault.unknown-code", codes.get(i)));
      }
    }
  }

  /// The same words under the same title give the same digest, however they are spaced.
  public String digest() {
    return Cryptography.digest((title + "\n" + text).replaceAll("\\s+", " ").strip());
  }

  /// What a check looked at differs: the words or the kind of cooperation.
  boolean differsInSubstance(ListingContent other) {
    return !title.equals(other.title) || !text.equals(other.text) || type != other.type;
  }
}
