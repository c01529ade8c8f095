package jianglian.publishing.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jianglian.publishing.release.Clause;
import org.jspecify.annotations.Nullable;

/// One release as its page shows it; `park` is null for the secretariat's own.
public record ReleasePage(
    long id,
    @Nullable Long parkId,
    @Nullable String externalId,
    String kind,
    String state,
    @Nullable String reason,
    String title,
    String lead,
    String bodyHtml,
    @Nullable String documentNumber,
    @Nullable String issuer,
    @Nullable String parkCode,
    @Nullable String park,
    LocalDate publishedOn,
    @Nullable LocalDate validUntil,
    List<String> industries,
    List<String> regions,
    List<String> audience,
    List<Clause> clauses,
    @Nullable String sourceUrl,
    String lang,
    int version,
    @Nullable Long mergedInto,
    Instant updatedAt) {

  public boolean stale() {
    return state.equals("stale");
  }

  public boolean open() {
    return state.equals("published") || stale();
  }
}
