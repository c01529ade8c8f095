package jianglian.publishing.reading;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One release as a list shows it; title and snippet are HTML with the words sought marked.
/// `externalId` is only there for its own park.
public record ReleaseCard(
    long id,
    @Nullable String externalId,
    String kind,
    String state,
    String title,
    String titleHtml,
    String lead,
    String snippetHtml,
    @Nullable String parkCode,
    @Nullable String park,
    @Nullable String issuer,
    @Nullable String documentNumber,
    LocalDate publishedOn,
    @Nullable LocalDate validUntil,
    Instant at) {

  ReleaseCard highlighted(String title, String snippet) {
    return new ReleaseCard(
        id,
        externalId,
        kind,
        state,
        this.title,
        title,
        lead,
        snippet.isBlank() ? snippetHtml : snippet,
        parkCode,
        park,
        issuer,
        documentNumber,
        publishedOn,
        validUntil,
        at);
  }
}
