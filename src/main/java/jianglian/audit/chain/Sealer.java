package jianglian.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import jianglian.audit.Cryptography;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Seals committed acts, ordered by transaction and then by id. A transaction gets its number with
/// its first write and may commit after a younger one, so only acts below the oldest running
/// transaction are sealed: nothing can turn up among them later, and the order is the same whoever
/// computes it.
@Component
class Sealer {
  private static final long LOCK = 0x6a6c_6175_6469_74L;
  private static final int BATCH = 5_000;

  private final JdbcClient db;
  private final JdbcTemplate streaming;

  Sealer(JdbcClient db, DataSource source) {
    this.db = db;
    this.streaming = new JdbcTemplate(source);
    this.streaming.setFetchSize(BATCH);
  }

  @Transactional
  public int seal() {
    var mine =
        db.sql("select pg_try_advisory_xact_lock(:key)").param("key", LOCK).query(Boolean.class);
    if (!mine.single()) return 0;
    var horizon =
        db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text").query(String.class).single();
    var sealing = new Sealing(last());
    streaming.query(
        """
        select %s from audit_entry e
        where e.xid >= (select xid from audit_horizon) and e.xid < ?::xid8
          and not exists (select from audit_seal s where s.entry_id = e.id)
        order by e.xid, e.id
        """
            .formatted(Entry.COLUMNS),
        sealing,
        horizon);
    sealing.flush();
    if (sealing.sealed > 0) {
      db.sql("update audit_horizon set xid = :horizon::xid8").param("horizon", horizon).update();
    }
    return sealing.sealed;
  }

  private Link last() {
    return db.sql("select * from audit_seal order by position desc limit 1")
        .query((row, _) -> Link.read(row))
        .optional()
        .orElse(Link.ORIGIN);
  }

  private final class Sealing implements RowCallbackHandler {
    private final List<Link> batch = new ArrayList<>(BATCH);
    private Link last;
    private int sealed;

    Sealing(Link last) {
      this.last = last;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
      var entry = Entry.read(row);
      last = last.next(entry.id(), entry.digest(Cryptography.DIGEST));
      batch.add(last);
      sealed++;
      if (batch.size() == BATCH) flush();
    }

    void flush() {
      if (batch.isEmpty()) return;
      db.sql(
              """
              insert into audit_seal (position, entry_id, entry_digest, hash, algorithm)
              select * from unnest(:positions, :entries, :digests, :hashes, :algorithms)
              """)
          .param("positions", batch.stream().map(Link::position).toArray(Long[]::new))
          .param("entries", batch.stream().map(Link::entryId).toArray(Long[]::new))
          .param("digests", texts(Link::entryDigest))
          .param("hashes", texts(Link::hash))
          .param("algorithms", texts(Link::algorithm))
          .update();
      batch.clear();
    }

    private String[] texts(Function<Link, String> of) {
      return batch.stream().map(of).toArray(String[]::new);
    }
  }
}
