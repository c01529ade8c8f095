package jianglian.matching.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import jianglian.matching.Match;
import org.jspecify.annotations.Nullable;

/// The counterpart of a match in short.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListingSummary(
    long id, String title, Park park, @Nullable String organisation, String page) {
  record Park(String code, String name) {}

  static ListingSummary of(Match match) {
    return new ListingSummary(
        match.other().id(),
        match.other().title(),
        new Park(match.parkCode(), match.parkName()),
        match.organisationName(),
        match.other().address());
  }
}
