package jianglian.cases.interests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An expression of interest as its page shows it; what the reader may do with it is in `mayAnswer`
/// and `mayWithdraw`.
public record InterestPage(
    long id,
    InterestState state,
    Party from,
    Party to,
    String message,
    @Nullable String expressedBy,
    Instant expressedAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String refusalReason,
    String refusalNote,
    @Nullable String caseNumber,
    boolean mayAnswer,
    boolean mayWithdraw) {

  /// `organisation` null: the park itself.
  public record Party(
      String side,
      long listing,
      String title,
      String text,
      String park,
      String parkEn,
      @Nullable String organisation) {
    public String address() {
      return "/" + side + "s/" + listing;
    }
  }
}
