package jianglian.cases.introductions;

import static jianglian.cases.CaseState.CLOSED;
import static jianglian.cases.CaseState.REALISED;
import static jianglian.cases.CaseState.TAKEN;
import static jianglian.cases.CaseState.WAITING;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import jianglian.audit.Actor;
import jianglian.cases.CaseState;
import jianglian.cases.ClosingResult;
import org.jspecify.annotations.Nullable;

/// Two or more sides introduced to each other, under one number for life.
public record IntroductionCase(
    long id,
    String number,
    String title,
    @Nullable Long interest,
    CaseState state,
    Instant stateAt,
    @Nullable Closing closing,
    List<CaseSide> sides) {

  public Standing standing(Actor actor) {
    return Standing.of(actor, this);
  }

  public CaseSide side(int position) {
    return sides.get(position);
  }

  /// One side's officer takes it. With the last one the case is taken, and `next` begins.
  IntroductionCase take(int position, @Nullable Long officer, Turn next, Instant now) {
    if (state == CLOSED) throw new CaseIsClosed();
    var taken = withSide(position, it -> it.take(officer, now));
    return taken.sides.stream().allMatch(CaseSide::taken)
        ? taken.to(TAKEN, now).expecting(next)
        : taken;
  }

  IntroductionCase step(CaseState to, Turn next, Instant now) {
    if (state == CLOSED) throw new CaseIsClosed();
    if (!state.steps().contains(to)) throw new StepNotPossible(state, to);
    return to(to, now).expecting(next);
  }

  /// Before anyone has taken it a case can only be refused; what was realised has helped.
  IntroductionCase close(Closing closing, Instant now) {
    if (state == CLOSED) throw new CaseIsClosed();
    if (state == WAITING && closing.result() != ClosingResult.REFUSED) {
      throw new ResultNotPossible(state, closing.result());
    }
    if (state == REALISED && closing.result() != ClosingResult.HELPED) {
      throw new ResultNotPossible(state, closing.result());
    }
    var still = sides.stream().map(it -> it.expectedUntil(null)).toList();
    return new IntroductionCase(id, number, title, interest, CLOSED, now, closing, still);
  }

  IntroductionCase handOver(int position) {
    if (state == CLOSED) throw new CaseIsClosed();
    return withSide(position, CaseSide::handOver);
  }

  IntroductionCase late(int position, Instant now) {
    return withSide(position, it -> it.late(now));
  }

  IntroductionCase expecting(Turn next) {
    var sides =
        this.sides.stream()
            .map(it -> it.expectedUntil(next.sides().contains(it.position()) ? next.due() : null))
            .toList();
    return new IntroductionCase(id, number, title, interest, state, stateAt, closing, sides);
  }

  IntroductionCase withSide(int position, UnaryOperator<CaseSide> change) {
    var sides =
        this.sides.stream().map(it -> it.position() == position ? change.apply(it) : it).toList();
    return new IntroductionCase(id, number, title, interest, state, stateAt, closing, sides);
  }

  private IntroductionCase to(CaseState next, Instant now) {
    return new IntroductionCase(id, number, title, interest, next, now, closing, sides);
  }
}
