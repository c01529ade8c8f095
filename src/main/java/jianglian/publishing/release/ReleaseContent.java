package jianglian.publishing.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jianglian.publishing.ReleaseKind;
import org.jspecify.annotations.Nullable;

/// Everything a release says; one of these is kept for each version. An empty summary means the
/// body's first words.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleaseContent(
    ReleaseKind kind,
    String title,
    String summary,
    Body body,
    @Nullable String documentNumber,
    @Nullable String issuer,
    LocalDate publishedOn,
    @Nullable LocalDate validUntil,
    List<String> industries,
    List<String> regions,
    List<String> audience,
    List<Clause> clauses,
    @Nullable String sourceUrl,
    String lang) {

  /// The same, valid until another day; null: without an end.
  ReleaseContent until(@Nullable LocalDate day) {
    return new ReleaseContent(
        kind,
        title,
        summary,
        body,
        documentNumber,
        issuer,
        publishedOn,
        day,
        industries,
        regions,
        audience,
        clauses,
        sourceUrl,
        lang);
  }

  /// The same, with nothing written yet.
  public ReleaseContent withoutBody() {
    return new ReleaseContent(
        kind,
        title,
        summary,
        Body.EMPTY,
        documentNumber,
        issuer,
        publishedOn,
        validUntil,
        industries,
        regions,
        audience,
        clauses,
        sourceUrl,
        lang);
  }

  /// The names of the fields in which the two differ, as a delivery names them.
  public Set<String> differing(ReleaseContent other) {
    var names = new LinkedHashSet<String>();
    if (kind != other.kind) names.add("kind");
    if (!title.equals(other.title)) names.add("title");
    if (!summary.equals(other.summary)) names.add("summary");
    if (!body.says(other.body)) names.add("body");
    if (!Objects.equals(documentNumber, other.documentNumber)) names.add("documentNumber");
    if (!Objects.equals(issuer, other.issuer)) names.add("issuer");
    if (!publishedOn.equals(other.publishedOn)) names.add("publishedOn");
    if (!Objects.equals(validUntil, other.validUntil)) names.add("validUntil");
    if (!industries.equals(other.industries)) names.add("industries");
    if (!regions.equals(other.regions)) names.add("regions");
    if (!audience.equals(other.audience)) names.add("audience");
    if (!clauses.equals(other.clauses)) names.add("clauses");
    if (!Objects.equals(sourceUrl, other.sourceUrl)) names.add("sourceUrl");
    if (!lang.equals(other.lang)) names.add("lang");
    return names;
  }

  /// Letters and digits of the title, by which twins are found.
  @JsonIgnore
  String titleKey() {
    var key = new StringBuilder();
    title
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(key::appendCodePoint);
    return key.toString();
  }
}
