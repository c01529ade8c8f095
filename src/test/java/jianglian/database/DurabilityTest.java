package jianglian.database;

import static org.assertj.core.api.Assertions.assertThat;

import jianglian.world.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What holds on the product's own connections: a role, a database or the pool may overrule what
/// the server was started with, and a table may ask not to be kept.
@ModuleTest
class DurabilityTest {
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transaction;

  @Test
  void a_commit_of_the_product_is_on_disk_when_it_returns() {
    transaction.executeWithoutResult(_ -> {
      assertThat(setting("synchronous_commit")).isEqualTo("on");
      assertThat(setting("fsync")).isEqualTo("on");
      assertThat(setting("full_page_writes")).isEqualTo("on");
    });
    assertThat(
            db.sql("select unnest(setconfig) from pg_db_role_setting").query(String.class).list())
        .as("settings of roles and databases")
        .noneMatch(it -> it.startsWith("synchronous_commit"));
  }

  @Test
  void no_table_is_left_out_of_the_log() {
    assertThat(
            db.sql(
                    """
                    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'public' and c.relkind in ('r', 'p', 'i', 'S') and c.relpersistence <> 'p'
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  private String setting(String name) {
    return db.sql("select current_setting(:name)").param("name", name).query(String.class).single();
  }
}
