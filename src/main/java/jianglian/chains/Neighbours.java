package jianglian.chains;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Industries (GB/T 4754) next to some industries on the chains: one and two steps upstream, one
/// and two steps downstream. None of the four holds what a nearer one holds.
public record Neighbours(
    Set<String> upstream, Set<String> upstream2, Set<String> downstream, Set<String> downstream2) {
  public static final Neighbours NONE = new Neighbours(Set.of(), Set.of(), Set.of(), Set.of());

  /// `upstream-1`, `upstream-2`, `downstream-1`, `downstream-2`, without those that hold nothing.
  public Map<String, Set<String>> byName() {
    var named = new LinkedHashMap<String, Set<String>>();
    put(named, "upstream-1", upstream);
    put(named, "upstream-2", upstream2);
    put(named, "downstream-1", downstream);
    put(named, "downstream-2", downstream2);
    return named;
  }

  private static void put(Map<String, Set<String>> named, String name, Set<String> codes) {
    if (!codes.isEmpty()) named.put(name, codes);
  }
}
