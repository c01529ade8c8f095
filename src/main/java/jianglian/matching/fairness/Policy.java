package jianglian.matching.fairness;

import java.util.List;
import java.util.function.BiFunction;
import jianglian.web.Setting;

/// Something that is done to a ranking before it is a list for people. Each can be switched off,
/// changes order and membership only, and does nothing where all entries are alike.
record Policy(Setting<Boolean> setting, BiFunction<List<Ranked>, Measures, List<Ranked>> act) {
  static final Policy BUSY_STEPS_BACK =
      named("busy-steps-back", (ranking, _) -> BusyStepsBack.apply(ranking));
  static final Policy ONE_ENTRY_EACH_TEXT =
      named("one-entry-each-text", (ranking, _) -> OneEntryEachText.apply(ranking));
  static final Policy NOT_ALL_OF_ONE =
      named(
          "not-all-of-one",
          (ranking, measures) -> NotAllOfOne.apply(ranking, measures.mostOfOne()));
  static final Policy FIRST_TURNS =
      named(
          "first-turns",
          (ranking, measures) -> FirstTurns.apply(ranking, measures.size(), measures.turns()));

  /// In the order in which they act.
  static final List<Policy> ALL =
      List.of(BUSY_STEPS_BACK, ONE_ENTRY_EACH_TEXT, NOT_ALL_OF_ONE, FIRST_TURNS);

  /// How long a list is, how many of it one organisation may have, and how many of its last places
  /// are for those nobody knows yet.
  record Measures(int size, int mostOfOne, int turns) {}

  private static Policy named(String name, BiFunction<List<Ranked>, Measures, List<Ranked>> act) {
    return new Policy(Setting.yesNo("matching." + name, true), act);
  }
}
