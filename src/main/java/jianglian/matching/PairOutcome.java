package jianglian.matching;

/// What people did with a pair.
public enum PairOutcome {
  /// One side would like to meet the other.
  EXPRESSED("expressed"),
  WITHDRAWN("withdrawn"),
  ACCEPTED("accepted"),
  /// Said no before a case opened, with a coded reason.
  DECLINED("declined"),
  MET("met"),
  /// A letter of intent or an agreement.
  AGREED("agreed"),
  REALISED("realised"),
  HELPED("helped"),
  NOTHING_AVAILABLE("nothing-available"),
  UNREACHABLE("unreachable"),
  /// Said no in a case, with a coded reason.
  REFUSED("refused");

  private final String code;

  PairOutcome(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// Before a case opened.
  public boolean ofInterest() {
    return switch (this) {
      case EXPRESSED, WITHDRAWN, ACCEPTED, DECLINED -> true;
      case MET, AGREED, REALISED, HELPED, NOTHING_AVAILABLE, UNREACHABLE, REFUSED -> false;
    };
  }
}
