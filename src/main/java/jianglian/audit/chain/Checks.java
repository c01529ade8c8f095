package jianglian.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import jianglian.audit.Actor;
import jianglian.audit.AuditChecks;
import jianglian.audit.Verification;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Repository
class Checks implements AuditChecks {
  private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

  /// A run that has not said anything for so long has died with its process.
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final JdbcClient db;
  private final Verifier verifier;
  private final Clock clock;
  private final JsonMapper json;
  private final TransactionTemplate beside;
  private final Executor background =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("audit-check").factory());

  Checks(
      JdbcClient db,
      Verifier verifier,
      Clock clock,
      JsonMapper json,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.verifier = verifier;
    this.clock = clock;
    this.json = json;
    this.beside = new TransactionTemplate(transactions);
    this.beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public Check start(Actor actor) {
    var running = newest().filter(Check::running);
    if (running.isPresent()) return running.get();
    var id = begin(actor);
    background.execute(() -> run(id));
    return newest().orElseThrow();
  }

  /// For the timer: starts and waits.
  void nightly() {
    run(begin(new Actor.Job("audit.checked")));
    if (newest().orElseThrow().broken()) {
      LOG.error("the record of acts is not as it was sealed: run bin/jianglian verify");
    }
  }

  private long begin(Actor actor) {
    return db.sql(
            """
            insert into audit_check (started_at, started_by, total, beat_at)
            values (:now, :person, (select count(*) from audit_seal), :now) returning id
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("person", actor instanceof Actor.Person person ? person.id() : null)
        .query(Long.class)
        .single();
  }

  private void run(long id) {
    var result = verifier.verify(List.of(), (link, _) -> beat(id, link));
    db.sql(
            """
            update audit_check set finished_at = :now, checked = :links, result = :result::jsonb
            where id = :id
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("links", result.links())
        .param("result", json.writeValueAsString(result))
        .param("id", id)
        .update();
  }

  /// Beside the verification's own transaction, which only reads.
  private void beat(long id, long link) {
    beside.executeWithoutResult(_ -> reached(id, link));
  }

  private void reached(long id, long link) {
    db.sql("update audit_check set checked = :link, beat_at = :now where id = :id")
        .param("link", link)
        .param("now", OffsetDateTime.now(clock))
        .param("id", id)
        .update();
  }

  @Override
  public Optional<Check> newest() {
    return db.sql("select * from audit_check order by id desc limit 1")
        .query((row, _) -> read(row))
        .optional();
  }

  private Check read(ResultSet row) throws SQLException {
    var finished = instant(row, "finished_at");
    var beat = row.getObject("beat_at", OffsetDateTime.class).toInstant();
    var result = row.getString("result");
    return new Check(
        row.getLong("id"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getLong("checked"),
        row.getLong("total"),
        finished == null && beat.plus(SILENCE).isBefore(clock.instant()),
        finished,
        result == null ? null : json.readValue(result, Verification.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
