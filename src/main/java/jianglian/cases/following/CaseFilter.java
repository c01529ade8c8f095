package jianglian.cases.following;

import java.util.Arrays;
import java.util.List;
import jianglian.cases.CaseState;

/// Which cases a list shows: all open ones, those past a limit, all, or those in one state; `mine`:
/// only those the reader looks after or stands by for.
public record CaseFilter(String state, boolean mine) {
  public static final String OPEN = "open";
  public static final String LATE = "late";
  public static final String ALL = "all";

  static CaseFilter of(String state, boolean mine) {
    var known =
        state.equals(ALL)
            || state.equals(LATE)
            || Arrays.stream(CaseState.values()).anyMatch(it -> it.code().equals(state));
    return new CaseFilter(known ? state : OPEN, mine);
  }

  String[] states() {
    return Arrays.stream(CaseState.values())
        .map(CaseState::code)
        .filter(it ->
            switch (state) {
              case ALL -> true;
              case OPEN, LATE -> !it.equals("closed");
              default -> it.equals(state);
            })
        .toArray(String[]::new);
  }

  boolean late() {
    return state.equals(LATE);
  }

  /// The choices in their order.
  public static List<CaseState> choices() {
    return List.of(CaseState.values());
  }
}
