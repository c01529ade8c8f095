package jianglian.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jianglian.world.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class AuditTrailTest {
  @Autowired AuditTrail audit;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transaction;

  private final Actor job = new Actor.Job("test");
  private final String kind = "thing-" + UUID.randomUUID();

  @Test
  void outside_a_transaction_nothing_is_recorded() {
    assertThatThrownBy(() -> audit.record(Act.of(job, "thing-done", kind, 1)))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThatThrownBy(() -> audit.recordEach(Act.of(job, "thing-done", kind, ""), List.of(1)))
        .isInstanceOf(IllegalTransactionStateException.class);
    assertThat(recorded()).isZero();
  }

  @Test
  void an_act_that_is_rolled_back_was_never_recorded() {
    transaction.executeWithoutResult(status -> {
      audit.record(Act.of(job, "thing-done", kind, 1));
      status.setRollbackOnly();
    });
    assertThat(recorded()).isZero();
  }

  @Test
  void thousands_of_acts_are_recorded_in_their_order() {
    var acts =
        IntStream.rangeClosed(1, 3_000)
            .mapToObj(it -> Act.of(job, "thing-done", kind, it).with(Map.of("row", it)))
            .toList();
    transaction.executeWithoutResult(_ -> audit.recordAll(acts));
    var ids =
        db.sql("select object_id::int from audit_entry where object_kind = :kind order by id")
            .param("kind", kind)
            .query(Integer.class)
            .list();
    assertThat(ids).isEqualTo(IntStream.rangeClosed(1, 3_000).boxed().toList());
  }

  @Test
  void one_act_on_many_objects_is_one_row_each() {
    var ids = IntStream.rangeClosed(1, 1_000).boxed().toList();
    transaction.executeWithoutResult(
        _ -> audit.recordEach(Act.of(job, "thing-imported", kind, "").with(Map.of("a", 1)), ids));
    assertThat(recorded()).isEqualTo(1_000);
  }

  @Test
  void personal_values_are_kept_apart_and_can_be_erased() {
    var act = Act.of(job, "thing-done", kind, 7).withPersonal(Map.of("name", "陈立", "phone", "139"));
    transaction.executeWithoutResult(_ -> audit.recordAll(List.of(Act.of(job, "x", kind, 6), act)));
    assertThat(secrets()).containsExactlyInAnyOrder("7 name 陈立", "7 phone 139");
    assertThat(
            db.sql(
                    "select commitments::text from audit_entry where object_kind = :kind and object_id = '7'")
                .param("kind", kind)
                .query(String.class)
                .single())
        .contains("SHA-256:")
        .doesNotContain("陈立");
    transaction.executeWithoutResult(_ -> audit.erasePersonal(job, kind, 7));
    assertThat(secrets()).isEmpty();
    assertThat(recorded()).isEqualTo(3);
  }

  @Test
  void what_was_recorded_cannot_be_changed_by_the_program() {
    transaction.executeWithoutResult(_ -> audit.record(Act.of(job, "thing-done", kind, 1)));
    for (var sql :
        List.of(
            "update audit_entry set act = 'nothing' where object_kind = '%s'",
            "delete from audit_entry where object_kind = '%s'")) {
      assertThatThrownBy(() -> db.sql(sql.formatted(kind)).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("never changed");
    }
  }

  private long recorded() {
    return db.sql("select count(*) from audit_entry where object_kind = :kind")
        .param("kind", kind)
        .query(Long.class)
        .single();
  }

  private List<String> secrets() {
    return db.sql(
            """
            select e.object_id || ' ' || s.field || ' ' || s.value
            from audit_secret s join audit_entry e on e.id = s.entry_id where e.object_kind = :kind
            """)
        .param("kind", kind)
        .query(String.class)
        .list();
  }
}
