package jianglian.cases.following;

import java.time.Instant;
import jianglian.cases.introductions.SideRole;
import jianglian.liaison.TimeLeft;
import org.jspecify.annotations.Nullable;

/// One side of a case as its page shows it. `left`: its running clock; `answeredIn`: the working
/// days it took to answer; `turn`: it is the reader's turn; `mine`: the reader is an officer of
/// this park.
public record SideView(
    SideRow row,
    @Nullable TimeLeft left,
    int answeredIn,
    boolean turn,
    boolean mine,
    boolean officerIsReader,
    boolean substituteIsReader) {

  public SideRole role() {
    return SideRole.of(row.role());
  }

  public boolean taken() {
    return row.takenAt() != null;
  }

  /// The first answer came late, or has not come in time.
  public boolean wasLate() {
    return row.lateAt() != null;
  }

  public boolean mayHandOver() {
    return mine && row.substitute() != null;
  }

  /// A side as it stands in the database.
  public record SideRow(
      int position,
      String role,
      @Nullable Long organisation,
      @Nullable String organisationName,
      long park,
      String parkCode,
      String parkName,
      String parkShortName,
      String parkNameEn,
      @Nullable Long officer,
      @Nullable String officerName,
      boolean officerAway,
      @Nullable Long substitute,
      @Nullable String substituteName,
      Instant assignedAt,
      @Nullable Instant dueAt,
      boolean dueProvisional,
      @Nullable Instant takenAt,
      @Nullable Instant lateAt) {

    public String park(boolean chinese) {
      return chinese ? parkName : parkNameEn;
    }

    public String parkShort(boolean chinese) {
      return chinese ? parkShortName : parkNameEn;
    }

    /// Who must act for this side now: its officer, or whoever stands in while that one is away or
    /// late; anyone of the office while there is no officer.
    boolean waitsFor(long person) {
      if (officer == null || officer == person) return true;
      return substitute != null && substitute == person && officerAway;
    }
  }
}
