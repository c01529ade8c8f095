package jianglian.cooperation.hall;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jianglian.cooperation.Instrument;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Stage;
import jianglian.parks.Industries;
import jianglian.parks.Regions;
import jianglian.web.Page;
import org.jspecify.annotations.Nullable;

/// A listing with the names of those who stand behind it.
public record ShownListing(
    Listing listing,
    String parkCode,
    String parkName,
    String parkNameEn,
    @Nullable String organisationName) {

  public String park(Page page) {
    return page.either(parkName, parkNameEn);
  }

  /// Who brings it: the organisation, or the park itself.
  public String bearer(Page page) {
    return organisationName == null ? page.text("listing.by-park", park(page)) : organisationName;
  }

  public List<String> paragraphs() {
    return listing.content().text().lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  public String industries() {
    return String.join("、", listing.content().industries().stream().map(Industries::name).toList());
  }

  public String regions() {
    return String.join("、", listing.content().regions().stream().map(Regions::name).toList());
  }

  public String stages(Page page) {
    return joined(page, listing.content().financing().stages().stream().map(Stage::key));
  }

  public String instruments(Page page) {
    return joined(page, listing.content().financing().instruments().stream().map(Instrument::key));
  }

  public String exclusions() {
    return String.join(
        "、", listing.content().financing().exclusions().stream().map(Industries::name).toList());
  }

  private static String joined(Page page, Stream<String> keys) {
    return keys.map(page::text).collect(Collectors.joining(page.text("listing.joint")));
  }

  public String amount(Page page) {
    return listing.content().amount().shown(page);
  }

  /// How long it is still open, in words.
  public String left(Page page, LocalDate today) {
    return page.text("listing.days-left", listing.daysLeft(today));
  }
}
