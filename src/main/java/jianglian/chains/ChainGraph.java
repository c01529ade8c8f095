package jianglian.chains;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All chains as one graph of nodes. A node is found by its industries; one without any only links
/// others.
record ChainGraph(
    Map<Long, List<String>> industries,
    Map<String, Set<Long>> nodes,
    Map<Long, Set<Long>> upstream,
    Map<Long, Set<Long>> downstream) {

  /// One stands right upstream of the other.
  record Edge(long upstream, long downstream) {}

  static ChainGraph of(Map<Long, List<String>> industries, Collection<Edge> edges) {
    var nodes = new HashMap<String, Set<Long>>();
    industries.forEach((node, codes) ->
        codes.forEach(it -> nodes.computeIfAbsent(it, _ -> new HashSet<>()).add(node)));
    var upstream = new HashMap<Long, Set<Long>>();
    var downstream = new HashMap<Long, Set<Long>>();
    for (var it : edges) {
      upstream.computeIfAbsent(it.downstream(), _ -> new HashSet<>()).add(it.upstream());
      downstream.computeIfAbsent(it.upstream(), _ -> new HashSet<>()).add(it.downstream());
    }
    return new ChainGraph(industries, nodes, upstream, downstream);
  }

  Neighbours neighbours(Collection<String> codes) {
    var own = new HashSet<Long>();
    codes.forEach(it -> own.addAll(nodes.getOrDefault(it, Set.of())));
    if (own.isEmpty()) return Neighbours.NONE;
    var known = new HashSet<>(codes);
    var up = next(own, upstream);
    var down = next(own, downstream);
    return new Neighbours(
        codes(up, known),
        codes(next(up, upstream), both(known, codes(up, known))),
        codes(down, known),
        codes(next(down, downstream), both(known, codes(down, known))));
  }

  private static Set<Long> next(Set<Long> from, Map<Long, Set<Long>> steps) {
    var next = new HashSet<Long>();
    from.forEach(it -> next.addAll(steps.getOrDefault(it, Set.of())));
    return next;
  }

  private Set<String> codes(Set<Long> of, Set<String> without) {
    var codes = new HashSet<String>();
    of.forEach(it -> codes.addAll(industries.getOrDefault(it, List.of())));
    codes.removeAll(without);
    return codes;
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    var all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }
}
