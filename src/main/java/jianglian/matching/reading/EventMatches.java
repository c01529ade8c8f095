package jianglian.matching.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jianglian.matching.finding.Found;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seeker;
import jianglian.matching.finding.Seekers;
import jianglian.search.SearchEntry;
import org.springframework.stereotype.Component;

/// Events to come that fit a need or an organisation. Nothing is found as long as no module brings
/// search entries of kind `event` (facets `registration`, `region`, `industry`; numbers `begins`
/// and `ends` as days since 1970).
@Component
class EventMatches {
  private static final String KIND = "event";

  private final Seekers seekers;
  private final Matcher matcher;

  EventMatches(Seekers seekers, Matcher matcher) {
    this.seekers = seekers;
    this.matcher = matcher;
  }

  List<EventMatch> ofNeed(long need, int size) {
    return find("need", need, Pairing.NEED_EVENT, size);
  }

  List<EventMatch> ofOrganisation(long organisation, int size) {
    return find("organisation", organisation, Pairing.ORGANISATION_EVENT, size);
  }

  private List<EventMatch> find(String kind, long id, Pairing pairing, int size) {
    if (!seekers.know(KIND)) return List.of();
    return seekers.ready(kind, id).map(it -> find(it, pairing, size)).orElse(List.of());
  }

  private List<EventMatch> find(Seeker seeker, Pairing pairing, int size) {
    var found = matcher.find(seeker, pairing, List.of(), size);
    var there = seekers.publicOnes(KIND, found.stream().map(Found::id).toList());
    return found.stream()
        .flatMap(it -> Optional.ofNullable(there.get(it.id())).map(row -> match(it, row)).stream())
        .toList();
  }

  private static EventMatch match(Found found, SearchEntry row) {
    var begins = row.numbers().get("begins");
    return new EventMatch(
        row.id(),
        row.title(),
        begins == null ? null : LocalDate.ofEpochDay(begins),
        found.score(),
        found.reasons());
  }
}
