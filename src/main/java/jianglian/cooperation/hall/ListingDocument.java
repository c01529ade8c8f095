package jianglian.cooperation.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.cooperation.ListingContent;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Maturity;
import org.jspecify.annotations.Nullable;

/// A need or an offer as other systems read it. Its park's own id is told to its own people only,
/// the contact to nobody.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListingDocument(
    long id,
    @Nullable String externalId,
    String side,
    String state,
    String title,
    String text,
    String type,
    List<String> industries,
    List<String> regions,
    List<String> keywords,
    @Nullable Long amountMin,
    @Nullable Long amountMax,
    String currency,
    @Nullable String maturity,
    @Nullable List<String> stages,
    @Nullable List<String> instruments,
    @Nullable List<String> exclusions,
    LocalDate validUntil,
    Park park,
    @Nullable Organisation organisation,
    @Nullable Instant openedAt,
    Instant updatedAt,
    int version,
    String lang,
    String page) {

  record Park(String code, String name) {}

  record Organisation(long id, String name) {}

  static ListingDocument of(ShownListing shown, Actor actor) {
    var it = shown.listing();
    var content = it.content();
    return new ListingDocument(
        it.id(),
        it.ownedBy(actor) ? it.externalId() : null,
        it.side().code(),
        it.state().code(),
        content.title(),
        content.text(),
        content.type().code(),
        content.industries(),
        content.regions(),
        content.keywords(),
        content.amount().min(),
        content.amount().max(),
        content.amount().currency(),
        code(content.maturity()),
        said(content, content.financing().stageCodes()),
        said(content, content.financing().instrumentCodes()),
        said(content, content.financing().exclusions()),
        it.expiresOn(),
        new Park(shown.parkCode(), shown.parkName()),
        organisation(it.organisation(), shown.organisationName()),
        it.openedAt(),
        it.updatedAt(),
        it.version(),
        content.lang(),
        it.address());
  }

  /// Only what is about capital says it at all.
  private static @Nullable List<String> said(ListingContent content, List<String> codes) {
    return content.type() == ListingType.CAPITAL ? codes : null;
  }

  private static @Nullable String code(@Nullable Maturity maturity) {
    return maturity == null ? null : maturity.code();
  }

  private static @Nullable Organisation organisation(@Nullable Long id, @Nullable String name) {
    return id == null || name == null ? null : new Organisation(id, name);
  }
}
