package jianglian.audit.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jianglian.audit.AuditChain;
import jianglian.audit.AuditHead;
import jianglian.audit.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SealedChain implements AuditChain {
  /// A head is signed when this many links or this much time lie behind the last one.
  static final int LINKS_TO_A_HEAD = 1_000;

  private static final Duration HEAD_AGE = Duration.ofHours(20);

  private final JdbcClient db;
  private final Sealer sealer;
  private final Heads heads;
  private final Verifier verifier;
  private final Clock clock;

  SealedChain(JdbcClient db, Sealer sealer, Heads heads, Verifier verifier, Clock clock) {
    this.db = db;
    this.sealer = sealer;
    this.heads = heads;
    this.verifier = verifier;
    this.clock = clock;
  }

  @Override
  public int seal() {
    return sealer.seal();
  }

  /// What the timer does: seal, and sign when it is time.
  void advance() {
    sealer.seal();
    if (headDue()) heads.sign();
  }

  private boolean headDue() {
    var newest = heads.newest();
    var sealed = sealed();
    if (newest.isEmpty()) return sealed > 0;
    var head = newest.get();
    return sealed - head.position() >= LINKS_TO_A_HEAD
        || head.signedAt().plus(HEAD_AGE).isBefore(clock.instant());
  }

  @Override
  public State state() {
    var since =
        db.sql(Waiting.SINCE)
            .query((row, _) -> row.getObject(1, OffsetDateTime.class))
            .optional()
            .map(OffsetDateTime::toInstant)
            .orElse(null);
    return new State(sealed(), db.sql(Waiting.COUNT).query(Long.class).single(), since);
  }

  private long sealed() {
    return db.sql("select coalesce(max(position), 0) from audit_seal").query(Long.class).single();
  }

  @Override
  public Optional<AuditHead> sign() {
    return heads.sign();
  }

  @Override
  public List<AuditHead> heads(long position, int size) {
    return heads.above(position, size);
  }

  @Override
  public Optional<AuditHead> newestHead() {
    return heads.newest();
  }

  @Override
  public Verification verify(List<KeptHead> kept, Progress progress) {
    return verifier.verify(kept, progress);
  }
}
