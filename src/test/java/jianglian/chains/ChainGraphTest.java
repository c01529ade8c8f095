package jianglian.chains;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChainGraphTest {
  /// Ore, steel, a node that no industry names, reducers, robots, cars: each upstream of the next.
  private static final ChainGraph GRAPH =
      ChainGraph.of(
          Map.of(
              1L, List.of("0810"),
              2L, List.of("3130"),
              4L, List.of("3453"),
              5L, List.of("3491"),
              6L, List.of("3611")),
          List.of(
              new ChainGraph.Edge(1, 2),
              new ChainGraph.Edge(2, 3),
              new ChainGraph.Edge(3, 4),
              new ChainGraph.Edge(4, 5),
              new ChainGraph.Edge(5, 6)));

  @Test
  void neighbours_are_found_up_to_two_steps_either_way() {
    var robots = GRAPH.neighbours(Set.of("3491", "349", "34"));
    assertThat(robots.upstream()).containsExactly("3453");
    assertThat(robots.upstream2()).isEmpty();
    assertThat(robots.downstream()).containsExactly("3611");
    assertThat(robots.downstream2()).isEmpty();
    assertThat(robots.byName()).containsOnlyKeys("upstream-1", "downstream-1");
  }

  @Test
  void a_node_without_industry_still_links() {
    var reducers = GRAPH.neighbours(Set.of("3453"));
    assertThat(reducers.upstream()).isEmpty();
    assertThat(reducers.upstream2()).containsExactly("3130");
    assertThat(reducers.downstream2()).containsExactly("3611");
  }

  @Test
  void who_stands_on_no_chain_has_no_neighbours() {
    assertThat(GRAPH.neighbours(Set.of("8311"))).isEqualTo(Neighbours.NONE);
  }

  @Test
  void a_circle_does_not_make_a_firm_its_own_neighbour() {
    var circle =
        ChainGraph.of(
            Map.of(1L, List.of("3130"), 2L, List.of("3391")),
            List.of(new ChainGraph.Edge(1, 2), new ChainGraph.Edge(2, 1)));
    var steel = circle.neighbours(Set.of("3130"));
    assertThat(steel.upstream()).containsExactly("3391");
    assertThat(steel.upstream2()).isEmpty();
  }
}
