package jianglian.matching.reading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jianglian.matching.finding.Found;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seeker;
import jianglian.matching.finding.Seekers;
import jianglian.search.Filter;
import jianglian.search.SearchEngine;
import jianglian.search.SearchEntry;
import jianglian.search.SearchRequest;
import org.springframework.stereotype.Component;

/// Events to come that fit a need or an organisation. Nothing is found as long as no module brings
/// search entries of kind `event` (facets `registration`, `region`, `industry`; numbers `begins`
/// and `ends` as days since 1970).
@Component
class EventMatches {
  private static final String KIND = "event";

  private final Seekers seekers;
  private final Matcher matcher;
  private final SearchEngine engine;
  private final Clock clock;

  EventMatches(Seekers seekers, Matcher matcher, SearchEngine engine, Clock clock) {
    this.seekers = seekers;
    this.matcher = matcher;
    this.engine = engine;
    this.clock = clock;
  }

  List<EventMatch> ofNeed(long need, int size) {
    return find("need", need, Pairing.NEED_EVENT, size);
  }

  List<EventMatch> ofOrganisation(long organisation, int size) {
    return find("organisation", organisation, Pairing.ORGANISATION_EVENT, size);
  }

  private List<EventMatch> find(String kind, long id, Pairing pairing, int size) {
    if (!coming()) return List.of();
    return seekers.ready(kind, id).map(it -> find(it, pairing, size)).orElse(List.of());
  }

  /// Whether any event lies ahead at all; asks the index alone, so that pages cost nothing while
  /// there is none.
  private boolean coming() {
    if (!seekers.know(KIND)) return false;
    var filters =
        List.<Filter>of(
            new Filter.Kinds(Set.of(KIND)),
            new Filter.Between("ends", LocalDate.now(clock).toEpochDay(), Long.MAX_VALUE));
    var request =
        new SearchRequest(
            "",
            Set.of("public"),
            filters,
            List.of(),
            SearchRequest.Order.NEWEST,
            1,
            /* after= */ null,
            /* excerpts= */ false);
    return engine.search(request).total() > 0;
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
