package jianglian.chains;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jianglian.audit.Actor;
import jianglian.world.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ChainsTest {
  private static final Actor ACTOR = new Actor.Job("test");
  private static final String NAME = "蜡烛链（测试）";

  @Autowired Chains chains;
  @Autowired ChainNeighbours neighbours;
  @Autowired JdbcClient db;

  private static ChainEdge edge(String upstream, String up, String downstream, String down) {
    return new ChainEdge(upstream, List.of(up), downstream, List.of(down));
  }

  @AfterEach
  void nothing_is_left() {
    db.sql("delete from chain where name = :name").param("name", NAME).update();
    neighbours.forget();
  }

  @Test
  void what_is_brought_in_is_there_at_once_and_replaces_what_was() {
    var wax = edge("石蜡", "2519", "蜡烛", "2683");
    var extent =
        chains.replace(NAME, "自编", List.of(wax, wax, edge("蜡烛", "2683", "婚庆", "8070")), ACTOR);
    assertThat(extent).isEqualTo(new Chains.Extent(3, 3, 2));
    assertThat(neighbours.of(Set.of("2683")).upstream()).containsExactly("2519");
    assertThat(neighbours.of(Set.of("2683")).downstream()).containsExactly("8070");
    chains.replace(NAME, "自编", List.of(edge("棉纱", "1711", "蜡烛", "2683")), ACTOR);
    assertThat(neighbours.of(Set.of("2683")).upstream()).containsExactly("1711");
    assertThat(neighbours.of(Set.of("2683")).downstream()).isEmpty();
    assertThat(
            db.sql("select count(*) from audit_entry where act = 'chain-imported'")
                .query(Long.class)
                .single())
        .isGreaterThanOrEqualTo(2);
  }
}
