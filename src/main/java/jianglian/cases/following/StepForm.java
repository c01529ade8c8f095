package jianglian.cases.following;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jianglian.cases.CaseState;
import jianglian.cases.introductions.Step;
import jianglian.matching.CodedReason;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/// A step as it was typed or sent. `next`: the position of the side whose turn it is then, or
/// `all`.
record StepForm(
    @Nullable String to,
    @Nullable String note,
    @Nullable String reason,
    @Nullable String next,
    @Nullable String until) {
  static final int LONGEST_NOTE = 4000;
  private static final int FURTHEST_YEARS = 1;

  Step step(int sides, LocalDate today) {
    var faults = new ArrayList<Fault>();
    var state = state();
    if (state.isEmpty()) faults.add(Fault.at("/to", "case.fault.no-such-step"));
    var said = CaseText.of("/note", note, LONGEST_NOTE, faults);
    var step =
        new Step(
            state.orElse(CaseState.WAITING),
            said,
            reason(faults),
            turn(sides, faults),
            day(today, faults));
    if (!faults.isEmpty()) throw new InvalidInput(faults);
    return step;
  }

  private Optional<CaseState> state() {
    return Arrays.stream(CaseState.values())
        .filter(it ->
            it.code().equals(to)
                && it != CaseState.WAITING
                && it != CaseState.TAKEN
                && it != CaseState.CLOSED)
        .findFirst();
  }

  private @Nullable CodedReason reason(List<Fault> faults) {
    if (!CaseState.NOT_REACHED.code().equals(to) || reason == null || reason.isBlank()) return null;
    var coded = CodedReason.find(reason);
    if (coded.isEmpty()) faults.add(Fault.at("/reason", "case.fault.reason-needed"));
    return coded.orElse(null);
  }

  private Set<Integer> turn(int sides, List<Fault> faults) {
    if (next == null || next.isBlank()) return Set.of();
    if (next.equals("all")) {
      return IntStream.range(0, sides).boxed().collect(Collectors.toSet());
    }
    if (next.length() == 1 && Character.isDigit(next.charAt(0)) && next.charAt(0) - '0' < sides) {
      return Set.of(next.charAt(0) - '0');
    }
    faults.add(Fault.at("/next", "case.fault.no-such-side"));
    return Set.of();
  }

  private @Nullable LocalDate day(LocalDate today, List<Fault> faults) {
    if (until == null || until.isBlank()) return null;
    try {
      var day = LocalDate.parse(until.strip());
      if (!day.isBefore(today) && !day.isAfter(today.plusYears(FURTHEST_YEARS))) return day;
    } catch (DateTimeParseException notADate) {
      // told below, as for a day out of reach
    }
    faults.add(Fault.at("/until", "case.fault.until"));
    return null;
  }
}
