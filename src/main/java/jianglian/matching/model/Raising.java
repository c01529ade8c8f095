package jianglian.matching.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jianglian.cooperation.Amount;
import jianglian.cooperation.Stage;
import org.jspecify.annotations.Nullable;

/// Whether an investor's thesis and a project that raises money go together: ticket, stage,
/// instrument. Each is unknown where one of the two says nothing of it.
final class Raising {
  private Raising() {}

  /// How much of the sum sought one ticket carries, 0 to 1; for a project smaller than the least
  /// ticket how near it comes to it.
  static @Nullable Double ticket(Pair pair) {
    var sought = sum(pair.need());
    var least = capital(pair.offer()) ? pair.offer().number("amountMin") : null;
    var most = capital(pair.offer()) ? pair.offer().number("amountMax") : null;
    if (sought == null || sought <= 0 || (least == null && most == null)) return null;
    if (least != null && sought < least) return (double) sought / least;
    if (most != null && sought > most) return (double) most / sought;
    return 1.0;
  }

  /// The range both accept, as text of its ends.
  static List<String> ticketFacts(Pair pair) {
    var common = capital(pair.need()) ? MoneyOverlap.common(pair) : Optional.<Amount>empty();
    return common
        .map(it -> List.of(Objects.toString(it.min(), ""), Objects.toString(it.max(), "")))
        .orElse(List.of());
  }

  /// The same stage 1, the one before or after 0.5, else 0.
  static @Nullable Double stage(Pair pair) {
    var one = stages(pair.need());
    var other = stages(pair.offer());
    if (one.isEmpty() || other.isEmpty()) return null;
    var rounds =
        one.stream()
            .flatMap(it -> other.stream().map(it::roundsTo))
            .mapToInt(Integer::intValue)
            .min()
            .orElseThrow();
    return rounds == 0 ? 1.0 : rounds == 1 ? 0.5 : 0.0;
  }

  static List<String> stageFacts(Pair pair) {
    var other = stages(pair.offer());
    return stages(pair.need()).stream().filter(other::contains).map(Stage::code).toList();
  }

  /// 1 where there is an instrument both accept, else 0.
  static @Nullable Double instrument(Pair pair) {
    if (instruments(pair.need()).isEmpty() || instruments(pair.offer()).isEmpty()) return null;
    return instrumentFacts(pair).isEmpty() ? 0.0 : 1.0;
  }

  static List<String> instrumentFacts(Pair pair) {
    var other = instruments(pair.offer());
    return instruments(pair.need()).stream().filter(other::contains).sorted().toList();
  }

  private static boolean capital(Subject subject) {
    return subject.facet("type").contains("capital");
  }

  /// What a project asks for in all.
  private static @Nullable Long sum(Subject need) {
    if (!capital(need)) return null;
    var most = need.number("amountMax");
    return most == null ? need.number("amountMin") : most;
  }

  private static List<Stage> stages(Subject subject) {
    return subject.facet("stage").stream()
        .map(Stage::find)
        .flatMap(Optional::stream)
        .sorted()
        .toList();
  }

  private static Set<String> instruments(Subject subject) {
    return subject.facet("instrument");
  }
}
