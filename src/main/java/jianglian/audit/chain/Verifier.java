package jianglian.audit.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import jianglian.audit.AuditChain.KeptHead;
import jianglian.audit.AuditChain.Progress;
import jianglian.audit.Finding;
import jianglian.audit.Finding.Kind;
import jianglian.audit.Verification;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Recomputes the chain from the acts up, in one snapshot of the database.
@Component
class Verifier {
  /// A longer list says no more.
  private static final int MOST = 100;

  private final JdbcClient db;
  private final JdbcTemplate streaming;
  private final Heads heads;

  Verifier(JdbcClient db, DataSource source, Heads heads) {
    this.db = db;
    this.streaming = new JdbcTemplate(source);
    this.streaming.setFetchSize(5_000);
    this.heads = heads;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  Verification verify(List<KeptHead> kept, Progress progress) {
    var own = heads.above(-1, Integer.MAX_VALUE);
    var walk = new Walk(db, progress, number("select count(*) from audit_seal"));
    streaming.query(
        """
        select s.position, s.entry_id, s.entry_digest, s.hash, s.algorithm, %s
        from audit_seal s left join audit_entry e on e.id = s.entry_id
        order by s.position
        """
            .formatted(Entry.COLUMNS),
        walk);
    var findings = new ArrayList<>(walk.findings());
    findings.addAll(new HeadCheck(db, own, heads.publicKeys()).check(kept));
    findings.addAll(addedOutside());
    findings.addAll(new PersonalCheck(db).changed());
    findings.sort(Comparator.comparingLong(Finding::certainAt).thenComparing(Finding::kind));
    return new Verification(
        walk.links(),
        number(Waiting.COUNT),
        new PersonalCheck(db).erased(),
        own.size() + kept.size(),
        List.copyOf(findings.subList(0, Math.min(MOST, findings.size()))));
  }

  /// Acts that claim to be of a transaction long sealed.
  private List<Finding> addedOutside() {
    return db.sql(
            """
            select e.id from audit_entry e
            where e.xid < (select xid from audit_horizon)
              and not exists (select from audit_seal s where s.entry_id = e.id)
            order by e.id limit :most
            """)
        .param("most", MOST)
        .query((row, _) ->
            new Finding(Kind.ADDED_OUTSIDE, Finding.OUTSIDE, row.getLong("id"), null, null))
        .list();
  }

  private long number(String sql) {
    return db.sql(sql).query(Long.class).single();
  }
}
