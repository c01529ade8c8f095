package jianglian.publishing.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
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
