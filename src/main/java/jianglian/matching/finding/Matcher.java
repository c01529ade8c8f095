package jianglian.matching.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jianglian.chains.ChainNeighbours;
import jianglian.matching.model.CurrentModel;
import jianglian.matching.model.Model;
import jianglian.matching.model.Pair;
import jianglian.matching.model.Subject;
import jianglian.search.CandidateRequest;
import jianglian.search.Filter;
import jianglian.search.SearchEngine;
import jianglian.search.SearchEntry;
import org.springframework.stereotype.Component;

/// Who fits a seeker, the best first: candidates of the search engine under the pairing's rules,
/// ranked by the model.
@Component
public class Matcher {
  /// So many candidates are looked at closely; beyond them hardly any good match lies.
  public static final int CANDIDATES = 300;

  private static final Set<String> EVERYONE = Set.of("public");

  private final SearchEngine engine;
  private final CurrentModel current;
  private final ChainNeighbours chains;
  private final Clock clock;

  Matcher(SearchEngine engine, CurrentModel current, ChainNeighbours chains, Clock clock) {
    this.engine = engine;
    this.current = current;
    this.chains = chains;
    this.clock = clock;
  }

  /// At most `size`, without those in `refused`.
  public List<Found> find(Seeker seeker, Pairing pairing, Collection<Long> refused, int size) {
    var model = model(pairing);
    return pairs(seeker, pairing, refused, Math.max(CANDIDATES, size)).stream()
        .map(it -> scored(it, model))
        .sorted(Comparator.comparingDouble(Found::score).reversed().thenComparingLong(Found::id))
        .limit(size)
        .toList();
  }

  /// The same pairs as `find` looks at, not yet scored.
  public List<Pair> pairs(
      Seeker seeker, Pairing pairing, Collection<Long> refused, int candidates) {
    var today = LocalDate.now(clock);
    var subject = neighboured(seeker.subject());
    var filters = new ArrayList<>(pairing.filters(subject, today));
    if (!refused.isEmpty()) filters.add(new Filter.NotIds(pairing.found(), refused));
    return pairs(seeker, subject, filters, candidates, today);
  }

  /// This one counterpart, whether or not it would be among the candidates; none if it breaks a
  /// rule. How near it is to the closest is not known then.
  Optional<Pair> pair(Seeker seeker, Pairing pairing, long other) {
    var today = LocalDate.now(clock);
    var subject = neighboured(seeker.subject());
    var filters = new ArrayList<>(pairing.filters(subject, today));
    filters.add(new Filter.Ids(pairing.found(), List.of(other)));
    return pairs(seeker, subject, filters, 1, today).stream().map(Pair::alone).findFirst();
  }

  /// The rules of the pairing that the entry breaks for this seeker.
  List<Rule> broken(Seeker seeker, Pairing pairing, SearchEntry entry) {
    var today = LocalDate.now(clock);
    var subject = neighboured(seeker.subject());
    return pairing.rules().stream().filter(it -> it.broken(subject, entry, today)).toList();
  }

  private List<Pair> pairs(
      Seeker seeker, Subject subject, List<Filter> filters, int candidates, LocalDate today) {
    var entry = seeker.entry();
    var request =
        new CandidateRequest(
            entry.title(),
            entry.text(),
            entry.keywords(),
            seeker.vectors().get("title"),
            seeker.vectors().get("text"),
            EVERYONE,
            filters,
            candidates,
            /* indexed= */ entry.id() > 0);
    return engine.candidates(request).stream().map(it -> Pair.of(subject, it, today)).toList();
  }

  public Found scored(Pair pair) {
    return scored(pair, Pairing.NEED_OFFER);
  }

  public Found scored(Pair pair, Pairing pairing) {
    return scored(pair, model(pairing));
  }

  private static Found scored(Pair pair, Model model) {
    var scored = model.score(pair);
    return new Found(pair, scored.score(), scored.terms());
  }

  public String model() {
    return current.model().name();
  }

  /// The model that ranks this pairing.
  public Model model(Pairing pairing) {
    var own = pairing.model();
    return own == null ? current.model() : own;
  }

  /// With its neighbours on industry chains, where it stands on one.
  private Subject neighboured(Subject subject) {
    return subject.with(chains.of(subject.facet("industry")).byName());
  }
}
