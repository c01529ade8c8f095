package jianglian.cases.following;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jianglian.cases.CaseState;
import org.jspecify.annotations.Nullable;

/// A mark on the way of a case: reached (`at` null when it was passed over), next (`due` then), or
/// still ahead. `look` is what the style calls it.
public record Milestone(CaseState state, String look, @Nullable Instant at, @Nullable Instant due) {
  private static final List<CaseState> WAY =
      List.of(
          CaseState.WAITING,
          CaseState.TAKEN,
          CaseState.IN_CONTACT,
          CaseState.MET,
          CaseState.LETTER_OF_INTENT,
          CaseState.AGREEMENT,
          CaseState.REALISED);

  /// The message key of its name: what waits to be taken has been opened.
  public String key() {
    return state == CaseState.WAITING ? "case.opened" : state.key();
  }

  /// `reached`: when each state was reached last; `due`: until when the next one is expected.
  static List<Milestone> of(
      Map<CaseState, Instant> reached, boolean open, boolean turn, @Nullable Instant due) {
    var furthest = WAY.stream().filter(reached::containsKey).mapToInt(WAY::indexOf).max().orElse(0);
    var way = new ArrayList<Milestone>();
    for (var i = 0; i < WAY.size(); i++) {
      var state = WAY.get(i);
      if (i <= furthest) way.add(new Milestone(state, "done", reached.get(state), null));
      else if (i == furthest + 1 && open)
        way.add(new Milestone(state, turn ? "turn" : "now", null, due));
      else way.add(new Milestone(state, "ahead", null, null));
    }
    return way;
  }
}
