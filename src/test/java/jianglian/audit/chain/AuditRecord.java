package jianglian.audit.chain;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditChain.KeptHead;
import jianglian.audit.AuditHead;
import jianglian.audit.AuditTrail;
import jianglian.audit.Cryptography;
import jianglian.audit.Verification;
import jianglian.database.Home;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A record of acts in a database of its own, with what an attacker does to it.
final class AuditRecord {
  private static final Actor JOB = new Actor.Job("test");

  private final ConfigurableApplicationContext context;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;
  private final SealedChain chain;
  private Heads heads;

  private AuditRecord(ConfigurableApplicationContext context) {
    this.context = context;
    this.db = context.getBean(JdbcClient.class);
    this.transaction = context.getBean(TransactionTemplate.class);
    this.audit = context.getBean(AuditTrail.class);
    this.chain = context.getBean(SealedChain.class);
    this.heads = context.getBean(Heads.class);
  }

  /// No stereotype, so that the product itself does not find it.
  @ComponentScan(basePackageClasses = AuditTrail.class)
  @EnableConfigurationProperties(Home.class)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  static class Product {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  static AuditRecord start() {
    return new AuditRecord(
        new SpringApplicationBuilder(Product.class).web(WebApplicationType.NONE).run());
  }

  void stop() {
    context.close();
  }

  void empty() {
    tamper(
        "truncate audit_entry, audit_secret, audit_seal, audit_head, audit_key restart identity");
    tamper("update audit_horizon set xid = '0'");
  }

  /// With all rights on the database: triggers, foreign keys, everything off.
  void tamper(String sql) {
    transaction.executeWithoutResult(_ -> {
      db.sql("set local session_replication_role = replica").update();
      db.sql(sql).update();
    });
  }

  /// Computes the links of these positions again from the acts as they now stand.
  void reseal(long from, long to) {
    for (var position = from; position <= to; position++) {
      var link = link(position);
      var previous = position == 1 ? Link.ORIGIN : link(position - 1);
      var entry =
          db.sql("select %s from audit_entry e where id = :id".formatted(Entry.COLUMNS))
              .param("id", link.entryId())
              .query((row, _) -> Entry.read(row))
              .single();
      var fresh = previous.next(entry.id(), entry.digest(Cryptography.DIGEST));
      tamper(
          "update audit_seal set entry_digest = '%s', hash = '%s' where position = %d"
              .formatted(fresh.entryDigest(), fresh.hash(), position));
    }
  }

  private Link link(long position) {
    return db.sql("select * from audit_seal where position = :position")
        .param("position", position)
        .query((row, _) -> Link.read(row))
        .single();
  }

  void newKey() {
    var home = new Home(Path.of("target", "test-keys-" + UUID.randomUUID()));
    heads = new Heads(db, audit, Clock.systemUTC(), home);
  }

  /// Records `count` acts in one transaction and seals them.
  void act(int count) {
    var acts =
        IntStream.range(0, count)
            .mapToObj(it -> Act.of(JOB, "thing-done", "thing", it).with(Map.of("amount", 12.50)))
            .toList();
    transaction.executeWithoutResult(_ -> audit.recordAll(acts));
    seal();
  }

  void record(Act act) {
    transaction.executeWithoutResult(_ -> audit.record(act));
  }

  int sealWhatIsOver() {
    return chain.seal();
  }

  /// Seals everything; other tests on the same server may hold it up for a moment.
  void seal() {
    for (var attempt = 0; attempt < 500 && chain.state().waiting() > 0; attempt++) {
      if (sealWhatIsOver() == 0) pause();
    }
    if (chain.state().waiting() > 0) throw new AssertionError("acts stay unsealed");
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  AuditHead head() {
    return transaction.execute(_ -> heads.sign().orElseThrow());
  }

  Verification verify(List<KeptHead> kept) {
    return chain.verify(kept, (_, _) -> {});
  }

  long links() {
    return chain.state().sealed();
  }

  long entryAt(long position) {
    return link(position).entryId();
  }

  List<String> hashes() {
    return db.sql("select hash from audit_seal order by position").query(String.class).list();
  }

  List<String> objects() {
    return db.sql(
            "select e.object_id from audit_seal s join audit_entry e on e.id = s.entry_id order by s.position")
        .query(String.class)
        .list();
  }

  /// A transaction that has written and not ended.
  Slow transaction() throws SQLException {
    var connection = context.getBean(DataSource.class).getConnection();
    connection.setAutoCommit(false);
    return new Slow(connection);
  }

  record Slow(Connection connection) implements AutoCloseable {
    void insert(String object) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute(
            "insert into audit_entry (actor_kind, act, object_kind, object_id) values ('system', 'thing-done', 'thing', '%s')"
                .formatted(object));
      }
    }

    void commit() throws SQLException {
      connection.commit();
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
