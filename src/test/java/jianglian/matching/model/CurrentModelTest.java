package jianglian.matching.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import jianglian.world.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class CurrentModelTest {
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transaction;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-25T08:00:00Z"));

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now.get();
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  /// The other node's choice is made in a transaction that ends before any other test looks.
  @Test
  void what_another_node_chooses_ranks_here_within_seconds() {
    var here = new CurrentModel(db, clock, "");
    assertThat(here.model().name()).isEqualTo(here.base().name());
    transaction.executeWithoutResult(status -> {
      db.sql("update match_model set state = 'former' where state = 'current'").update();
      db.sql(
              """
              insert into match_model (name, base, parent_id, file, state, started_at, finished_at, beat_at)
              select 'elsewhere', base, id, jsonb_set(file, '{name}', '"elsewhere"'), 'current', now(), now(), now()
              from match_model where name = :base
              """)
          .param("base", here.base().name())
          .update();
      now.updateAndGet(it -> it.plus(CurrentModel.FRESH).minusMillis(1));
      assertThat(here.model().name()).isEqualTo(here.base().name());
      now.updateAndGet(it -> it.plus(Duration.ofMillis(2)));
      assertThat(here.model().name()).isEqualTo("elsewhere");
      assertThat(here.file().name()).isEqualTo("elsewhere");
      status.setRollbackOnly();
    });
    here.refresh();
    assertThat(here.model().name()).isEqualTo(here.base().name());
  }
}
