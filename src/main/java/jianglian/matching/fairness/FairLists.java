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

  /// Whose list is wanted, and who must not be in it.
  public record Wanted(Seeker seeker, Pairing pairing, Collection<Long> refused) {}

  /// At most `size`, none of `refused`.
  public Listed of(Seeker seeker, Pairing pairing, Collection<Long> refused, int size) {
    return of(List.of(new Wanted(seeker, pairing, refused)), size).getFirst();
  }

  /// Many at once: the standing of all that was found for any of them is read together.
  public List<Listed> of(List<Wanted> all, int size) {
    var lists = all.stream().map(Looking::new).toList();
    var open = lists;
    for (var look = 0; look < LOOKS && !open.isEmpty(); look++) {
      var asked = Matcher.CANDIDATES << look;
      var more = new ArrayList<List<Found>>();
      for (var it : open) {
        more.add(matcher.find(it.wanted.seeker(), it.wanted.pairing(), it.passed, asked));
      }
      var ids = more.stream().flatMap(List::stream).map(Found::id).collect(Collectors.toSet());
      var standing = standings.of(ids);
      var unfilled = new ArrayList<Looking>();
      for (var i = 0; i < open.size(); i++) {
        var it = open.get(i);
        it.add(more.get(i), standing);
        it.list = fairness.list(it.ranking(), size);
        if (it.list.size() < size && more.get(i).size() >= asked / 2) unfilled.add(it);
      }
      for (var it : unfilled) {
        it.passed.addAll(it.found.keySet());
        it.passed.addAll(crowd(it.wanted.pairing(), it.list, it.standing));
      }
      open = unfilled;
    }
    return lists.stream().map(Looking::listed).toList();
  }

  /// A list on its way.
  private static final class Looking {
    private final Wanted wanted;
    private final Map<Long, Found> found = new LinkedHashMap<>();
    private final Map<Long, Standing> standing = new LinkedHashMap<>();
    private final Set<Long> passed = new HashSet<>();
    private List<Ranked> list = List.of();

    Looking(Wanted wanted) {
      this.wanted = wanted;
    }

    void add(List<Found> more, Map<Long, Standing> known) {
      for (var it : more) {
        found.put(it.id(), it);
        var its = known.get(it.id());
        if (its != null) standing.put(it.id(), its);
      }
    }

    List<Ranked> ranking() {
      var ranking = new ArrayList<Ranked>();
      found.forEach((id, it) -> {
        var its = standing.get(id);
        if (its != null && !wanted.refused().contains(id)) {
          ranking.add(Ranked.of(id, it.score(), its));
        }
      });
      ranking.sort(Ranked.ORDER);
      return ranking;
    }

    Listed listed() {
      var placed =
          list.stream()
              .map(it -> new Placed(Objects.requireNonNull(found.get(it.id())), it.rank()))
              .toList();
      return new Listed(placed, List.copyOf(found.values()));
    }
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
