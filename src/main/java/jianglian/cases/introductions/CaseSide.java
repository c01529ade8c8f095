package jianglian.cases.introductions;

import java.time.Instant;
import jianglian.liaison.Due;
import org.jspecify.annotations.Nullable;

/// One side of a case with its park, its officer and its clock. No officer: the park has none yet,
/// so its administrators look after it. No `due`: nothing is expected of this side now.
public record CaseSide(
    int position,
    SideRole role,
    @Nullable Long organisation,
    long park,
    @Nullable Long officer,
    @Nullable Long substitute,
    Instant assignedAt,
    @Nullable Due due,
    @Nullable Instant takenAt,
    @Nullable Long takenBy,
    @Nullable Instant lateAt) {

  public boolean taken() {
    return takenAt != null;
  }

  boolean lateBy(Instant now) {
    return takenAt == null && due != null && now.isAfter(due.at());
  }

  /// Whoever takes it looks after it from now on; who was to do so stands by.
  CaseSide take(@Nullable Long by, Instant now) {
    if (taken()) throw new SideAlreadyTaken();
    var late = lateAt == null && lateBy(now) ? now : lateAt;
    var side = by == null || by.equals(officer) ? this : lookedAfterBy(by);
    return new CaseSide(
        position,
        role,
        organisation,
        park,
        side.officer,
        side.substitute,
        assignedAt,
        null,
        now,
        by,
        late);
  }

  CaseSide expectedUntil(@Nullable Due due) {
    return new CaseSide(
        position,
        role,
        organisation,
        park,
        officer,
        substitute,
        assignedAt,
        due,
        takenAt,
        takenBy,
        lateAt);
  }

  CaseSide handOver() {
    if (substitute == null) throw new NoSubstitute();
    return lookedAfterBy(substitute);
  }

  /// Not answered in time: the substitute has it now. The clock is not set back, since the firm
  /// waits for an answer, not for a name.
  CaseSide late(Instant now) {
    var side = substitute == null ? this : lookedAfterBy(substitute);
    return new CaseSide(
        position,
        role,
        organisation,
        park,
        side.officer,
        side.substitute,
        now,
        due,
        takenAt,
        takenBy,
        now);
  }

  private CaseSide lookedAfterBy(long next) {
    var standing = officer != null ? officer : substitute;
    var other = standing != null && standing == next ? null : standing;
    return new CaseSide(
        position, role, organisation, park, next, other, assignedAt, due, takenAt, takenBy, lateAt);
  }
}
