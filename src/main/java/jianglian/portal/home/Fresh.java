package jianglian.portal.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import jianglian.cooperation.Amount;
import jianglian.web.Page;
import org.jspecify.annotations.Nullable;

/// One of the newest things of any kind. `kind` is `policy`, `notice`, `news`, `need` or `offer`;
/// `by` is the firm that brings a need or an offer; `until` its last day; `best` the highest
/// support a policy grants, in yuan.
public record Fresh(
    String kind,
    long id,
    String title,
    @Nullable String park,
    @Nullable String parkEn,
    @Nullable String by,
    @Nullable String number,
    Instant at,
    @Nullable Long amountMin,
    @Nullable Long amountMax,
    @Nullable LocalDate until) {

  public String address() {
    return switch (kind) {
      case "need" -> "/needs/" + id;
      case "offer" -> "/offers/" + id;
      default -> "/releases/" + id;
    };
  }

  /// Who stands behind it: the park, or the alliance itself.
  public String from(Page page) {
    if (park == null || parkEn == null) return page.text("portal.alliance-itself");
    return page.either(park, parkEn);
  }

  /// The budget, the price, or the most a policy grants; empty when unknown.
  public String amount(Page page) {
    return new Amount(amountMin, amountMax, Amount.YUAN).shown(page);
  }

  public @Nullable Long daysLeft(LocalDate today) {
    return until == null ? null : ChronoUnit.DAYS.between(today, until);
  }
}
