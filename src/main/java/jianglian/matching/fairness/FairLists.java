package jianglian.matching.fairness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jianglian.cooperation.Side;
import jianglian.matching.finding.Found;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seeker;
import org.springframework.stereotype.Component;

/// Lists for people: what the matcher finds, made fair. Where policies leave places empty, because
/// all that was looked at says the same or is of one organisation, it looks again without those.
@Component
public class FairLists {
  private static final int LOOKS = 5;

  private final Matcher matcher;
  private final Fairness fairness;
  private final Standings standings;

  FairLists(Matcher matcher, Fairness fairness, Standings standings) {
    this.matcher = matcher;
    this.fairness = fairness;
    this.standings = standings;
  }

  /// An entry with the rank that orders it.
  public record Placed(Found found, double rank) {}

  /// The list, and everything that was found on the way, the refused too.
  public record Listed(List<Placed> list, List<Found> found) {}

  /// At most `size`, none of `refused`.
  public Listed of(Seeker seeker, Pairing pairing, Collection<Long> refused, int size) {
    var found = new LinkedHashMap<Long, Found>();
    var standing = new LinkedHashMap<Long, Standing>();
    var passed = new HashSet<Long>();
    var list = List.<Ranked>of();
    for (var look = 0; look < LOOKS; look++) {
      var asked = Matcher.CANDIDATES << look;
      var more = matcher.find(seeker, pairing, passed, asked);
      more.forEach(it -> found.put(it.id(), it));
      standing.putAll(standings.of(more.stream().map(Found::id).toList()));
      list = fairness.list(ranking(found, standing, refused), size);
      if (list.size() >= size || more.size() < asked / 2) break;
      passed.addAll(found.keySet());
      passed.addAll(crowd(pairing, list, standing));
    }
    var placed = list.stream().map(it -> new Placed(of(found, it.id()), it.rank())).toList();
    return new Listed(placed, List.copyOf(found.values()));
  }

  private static Found of(Map<Long, Found> found, long id) {
    return Objects.requireNonNull(found.get(id));
  }

  private static List<Ranked> ranking(
      Map<Long, Found> found, Map<Long, Standing> standing, Collection<Long> refused) {
    var ranking = new ArrayList<Ranked>();
    found.forEach((id, it) -> {
      var its = standing.get(id);
      if (its != null && !refused.contains(id)) ranking.add(Ranked.of(id, it.score(), its));
    });
    ranking.sort(Ranked.ORDER);
    return ranking;
  }

  /// Those in the list cannot come in once more in other clothes.
  private List<Long> crowd(Pairing pairing, List<Ranked> list, Map<Long, Standing> standing) {
    var sketches = standing.values().stream().map(Standing::sketch).collect(Collectors.toSet());
    return standings.crowd(Side.of(pairing.found()), sketches, full(list));
  }

  private Set<Long> full(List<Ranked> list) {
    var counts =
        list.stream()
            .map(it -> it.standing().organisation())
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(it -> it.getValue() >= fairness.mostOfOne())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
