package jianglian.matching.model;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import jianglian.parks.Regions;
import jianglian.search.Candidate;

/// What a reason is about, and the facts of the pair that fill its words.
public enum ReasonKind {
  WORDS("words") {
    @Override
    List<String> arguments(Pair pair) {
      return pair.figures().sharedTerms().stream()
          .filter(it -> it.word().length() > 1 && !it.word().chars().allMatch(Character::isDigit))
          .sorted(Comparator.comparingDouble(Candidate.Term::idf).reversed())
          .limit(MOST_WORDS)
          .map(Candidate.Term::word)
          .toList();
    }
  },
  MEANING("meaning") {
    @Override
    List<String> arguments(Pair pair) {
      var title = pair.figures().cosineTitle();
      var text = pair.figures().cosineText();
      var nearest = Math.max(title == null ? 0 : title, text == null ? 0 : text);
      return nearest <= 0 ? List.of() : List.of(String.valueOf(Math.round(nearest * 100)));
    }
  },
  INDUSTRY("industry") {
    @Override
    List<String> arguments(Pair pair) {
      return IndustryDistance.deepest(
              pair.seeker().facet("industry"), pair.found().facet("industry"))
          .map(List::of)
          .orElse(List.of());
    }
  },
  MONEY("money") {
    @Override
    List<String> arguments(Pair pair) {
      return MoneyOverlap.common(pair)
          .map(it -> List.of(Objects.toString(it.min(), ""), Objects.toString(it.max(), "")))
          .orElse(List.of());
    }
  },
  MATURITY("maturity") {
    @Override
    List<String> arguments(Pair pair) {
      return Readiness.maturity(pair.offer()).map(it -> List.of(it.code())).orElse(List.of());
    }
  },
  REGION("region") {
    @Override
    List<String> arguments(Pair pair) {
      return Nearness.common(pair).filter(Regions::exists).map(List::of).orElse(List.of());
    }
  },
  FRESHNESS("freshness") {
    @Override
    List<String> arguments(Pair pair) {
      var days = Freshness.days(pair);
      return days == null ? List.of() : List.of(String.valueOf(Math.max(1, days)));
    }
  },
  TYPE("type") {
    @Override
    List<String> arguments(Pair pair) {
      return pair.found().facet("type").stream().limit(1).toList();
    }
  },
  SUPPLY("supply") {
    @Override
    List<String> arguments(Pair pair) {
      return Supplying.facts(pair);
    }
  },
  DEMAND("demand") {
    @Override
    List<String> arguments(Pair pair) {
      return Supplying.turnedFacts(pair);
    }
  },
  UPSTREAM("upstream") {
    @Override
    List<String> arguments(Pair pair) {
      return ChainNearness.upstreamFacts(pair);
    }
  },
  DOWNSTREAM("downstream") {
    @Override
    List<String> arguments(Pair pair) {
      return ChainNearness.downstreamFacts(pair);
    }
  },
  TICKET("ticket") {
    @Override
    List<String> arguments(Pair pair) {
      return Raising.ticketFacts(pair);
    }
  },
  STAGE("stage") {
    @Override
    List<String> arguments(Pair pair) {
      return Raising.stageFacts(pair);
    }
  },
  INSTRUMENT("instrument") {
    @Override
    List<String> arguments(Pair pair) {
      return Raising.instrumentFacts(pair);
    }
  },
  SOON("soon") {
    @Override
    List<String> arguments(Pair pair) {
      var days = EventTiming.days(pair);
      return days == null ? List.of() : List.of(String.valueOf(days));
    }
  };

  private static final int MOST_WORDS = 3;

  private final String code;

  ReasonKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The facts that fill the reason's words; none: nothing can be said of it for this pair.
  abstract List<String> arguments(Pair pair);
}
