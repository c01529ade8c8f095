package jianglian.matching.model;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can speak for a pair. Each grows with how well the two fit and is null where nothing is
/// known, which speaks neither for nor against.
public enum Feature {
  WORDS_TITLE("words-title", ReasonKind.WORDS),
  WORDS_TEXT("words-text", ReasonKind.WORDS),
  WORDS_KEYWORDS("words-keywords", ReasonKind.WORDS),
  COVERAGE("coverage", ReasonKind.WORDS),
  MEANING_TITLE("meaning-title", ReasonKind.MEANING),
  MEANING_TEXT("meaning-text", ReasonKind.MEANING),
  MEANING_CLOSEST("meaning-closest", ReasonKind.MEANING),
  INDUSTRY("industry", ReasonKind.INDUSTRY),
  MONEY("money", ReasonKind.MONEY),
  MATURITY("maturity", ReasonKind.MATURITY),
  REGION("region", ReasonKind.REGION),
  FRESHNESS("freshness", ReasonKind.FRESHNESS),
  TYPE("type", ReasonKind.TYPE),
  /// Who gives belongs to an industry that supplies the industry of who needs.
  SUPPLY("supply", ReasonKind.SUPPLY),
  /// What was found belongs to an industry that the seeker's supplies.
  DEMAND("demand", ReasonKind.DEMAND),
  UPSTREAM("upstream", ReasonKind.UPSTREAM),
  DOWNSTREAM("downstream", ReasonKind.DOWNSTREAM),
  TICKET("ticket", ReasonKind.TICKET),
  STAGE("stage", ReasonKind.STAGE),
  INSTRUMENT("instrument", ReasonKind.INSTRUMENT),
  SOON("soon", ReasonKind.SOON);

  private final String code;
  private final ReasonKind reason;

  Feature(String code, ReasonKind reason) {
    this.code = code;
    this.reason = reason;
  }

  public String code() {
    return code;
  }

  ReasonKind reason() {
    return reason;
  }

  public @Nullable Double of(Pair pair) {
    return switch (this) {
      case WORDS_TITLE -> Math.log1p(pair.figures().bm25Title());
      case WORDS_TEXT -> Math.log1p(pair.figures().bm25Text());
      case WORDS_KEYWORDS -> Math.log1p(pair.figures().bm25Keywords());
      case COVERAGE -> pair.figures().coverage();
      case MEANING_TITLE -> pair.figures().cosineTitle();
      case MEANING_TEXT -> pair.figures().cosineText();
      case MEANING_CLOSEST -> pair.figures().cosineClosest();
      case INDUSTRY -> IndustryDistance.closeness(pair);
      case MONEY -> MoneyOverlap.closeness(pair);
      case MATURITY -> Readiness.closeness(pair);
      case REGION -> Nearness.closeness(pair);
      case FRESHNESS -> Freshness.closeness(pair);
      case TYPE -> TypePairing.closeness(pair);
      case SUPPLY -> Supplying.closeness(pair);
      case DEMAND -> Supplying.turned(pair);
      case UPSTREAM -> ChainNearness.upstream(pair);
      case DOWNSTREAM -> ChainNearness.downstream(pair);
      case TICKET -> Raising.ticket(pair);
      case STAGE -> Raising.stage(pair);
      case INSTRUMENT -> Raising.instrument(pair);
      case SOON -> EventTiming.closeness(pair);
    };
  }

  static Optional<Feature> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }
}
