package jianglian.publishing.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Which lines were taken away and which were put in: by the longest common subsequence, as every
/// diff does. Texts of more than [#MOST] differing lines are shown as wholly replaced.
public final class LineChanges {
  static final int MOST = 2_000;

  /// `sign` is `-` for a line that went and `+` for one that came.
  public record Change(char sign, String line) {}

  private LineChanges() {}

  public static List<Change> between(String before, String after) {
    var old = before.lines().toList();
    var now = after.lines().toList();
    int start = 0;
    while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < old.size() - start
        && end < now.size() - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    return middle(old.subList(start, old.size() - end), now.subList(start, now.size() - end));
  }

  private static List<Change> middle(List<String> old, List<String> now) {
    if (old.size() > MOST || now.size() > MOST) return replaced(old, now);
    var common = new short[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? (short) (common[i + 1][j + 1] + 1)
                : (short) Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    Deque<Change> changes = new ArrayDeque<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        i++;
        j++;
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        changes.add(new Change('-', old.get(i++)));
      } else {
        changes.add(new Change('+', now.get(j++)));
      }
    }
    return List.copyOf(changes);
  }

  private static List<Change> replaced(List<String> old, List<String> now) {
    var changes = new ArrayList<Change>();
    old.forEach(it -> changes.add(new Change('-', it)));
    now.forEach(it -> changes.add(new Change('+', it)));
    return changes;
  }
}
