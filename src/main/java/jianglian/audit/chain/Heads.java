package jianglian.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditHead;
import jianglian.audit.AuditTrail;
import jianglian.database.Home;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/// Signed heads, and the keys they were ever signed with. That a key came into use is itself an act
/// in the chain.
@Repository
class Heads {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final Clock clock;
  private final Supplier<SigningKey> key;

  Heads(JdbcClient db, AuditTrail audit, Clock clock, Home home) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
    this.key = SingletonSupplier.of(() -> SigningKey.in(home.folder("keys")));
  }

  @Transactional
  Optional<AuditHead> sign() {
    var last =
        db.sql("select * from audit_seal order by position desc limit 1")
            .query((row, _) -> Link.read(row))
            .optional();
    last.ifPresent(_ -> introduce());
    return last.map(this::sign);
  }

  private AuditHead sign(Link link) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var message = AuditHead.message(link.position(), link.hash(), link.algorithm(), now);
    var signer = key.get();
    var head =
        new AuditHead(
            link.position(),
            link.hash(),
            link.algorithm(),
            now,
            signer.sign(message),
            signer.algorithm(),
            signer.publicKey());
    db.sql(
            """
            insert into audit_head (position, hash, hash_algorithm, signed_at, signature, signature_algorithm, public_key)
            values (:position, :hash, :hashAlgorithm, :signedAt, :signature, :signatureAlgorithm, :publicKey)
            """)
        .param("position", head.position())
        .param("hash", head.hash())
        .param("hashAlgorithm", head.hashAlgorithm())
        .param("signedAt", utc(head.signedAt()))
        .param("signature", head.signature())
        .param("signatureAlgorithm", head.signatureAlgorithm())
        .param("publicKey", head.publicKey())
        .update();
    return head;
  }

  private void introduce() {
    var signer = key.get();
    var introduced =
        db.sql(
                """
                insert into audit_key (public_key, algorithm, created_at) values (:key, :algorithm, :now)
                on conflict do nothing
                """)
            .param("key", signer.publicKey())
            .param("algorithm", signer.algorithm())
            .param("now", utc(clock.instant()))
            .update();
    if (introduced == 0) return;
    audit.record(
        Act.of(new Actor.Job("audit"), "audit-key-introduced", "audit-key", signer.publicKey())
            .with(Map.of("algorithm", signer.algorithm())));
  }

  List<AuditHead> above(long position, int size) {
    return db.sql(
            "select * from audit_head where position > :position order by position, id limit :size")
        .param("position", position)
        .param("size", size)
        .query((row, _) -> read(row))
        .list();
  }

  Optional<AuditHead> newest() {
    return db.sql("select * from audit_head order by id desc limit 1")
        .query((row, _) -> read(row))
        .optional();
  }

  List<String> publicKeys() {
    return db.sql("select public_key from audit_key").query((row, _) -> row.getString(1)).list();
  }

  private static AuditHead read(ResultSet row) throws SQLException {
    return new AuditHead(
        row.getLong("position"),
        row.getString("hash"),
        row.getString("hash_algorithm"),
        row.getObject("signed_at", OffsetDateTime.class).toInstant(),
        row.getString("signature"),
        row.getString("signature_algorithm"),
        row.getString("public_key"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
