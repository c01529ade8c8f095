package jianglian.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jianglian.audit.AuditChain.Progress;
import jianglian.audit.Finding;
import jianglian.audit.Finding.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Goes along the chain, link by link. After a break it goes on from the link as it stands, so that
/// one change is one finding.
final class Walk implements RowCallbackHandler {
  private static final int MOST = 100;
  private static final int REPORT_EVERY = 1_000;

  private final JdbcClient db;
  private final Progress progress;
  private final long of;
  private final List<Finding> findings = new ArrayList<>();
  private Link previous = Link.ORIGIN;
  private long links;

  Walk(JdbcClient db, Progress progress, long of) {
    this.db = db;
    this.progress = progress;
    this.of = of;
    progress.reached(0, of);
  }

  @Override
  public void processRow(ResultSet row) throws SQLException {
    var link = Link.read(row);
    var entry = row.getObject("id") == null ? null : Entry.read(row);
    if (findings.size() < MOST) check(link, entry);
    previous = link;
    links++;
    if (links % REPORT_EVERY == 0 || links == of) progress.reached(links, of);
  }

  private void check(Link link, @Nullable Entry entry) {
    try {
      checkEntry(link, entry);
      checkPlace(link);
    } catch (IllegalArgumentException unknownAlgorithm) {
      find(Kind.ALGORITHM_UNKNOWN, link, link.algorithm());
    }
  }

  private void checkEntry(Link link, @Nullable Entry entry) {
    if (entry == null) {
      find(Kind.ENTRY_MISSING, link, null);
      return;
    }
    var digest = entry.digest(link.algorithm());
    if (digest.equals(link.entryDigest())) return;
    var home = sealedAt(digest);
    find(home.isPresent() ? Kind.ORDER_CHANGED : Kind.CONTENT_CHANGED, link, home.orElse(null));
  }

  private void checkPlace(Link link) {
    var place = previous.position() + 1;
    if (link.position() != place) {
      findings.add(
          new Finding(Kind.SEAL_MISSING, place, null, Long.toString(link.position() - 1), null));
      return;
    }
    if (hash(link, link.entryDigest()).equals(link.hash())) return;
    var stray = belongsHere(link);
    find(stray.isPresent() ? Kind.ORDER_CHANGED : Kind.LINK_BROKEN, link, stray.orElse(null));
  }

  private String hash(Link link, String digest) {
    return Link.follow(link.algorithm(), previous.hash(), link.position(), digest);
  }

  private Optional<String> sealedAt(String digest) {
    return db.sql("select position::text from audit_seal where entry_digest = :digest limit 1")
        .param("digest", digest)
        .query(String.class)
        .optional();
  }

  /// The position at which the link lies that was once sealed here.
  private Optional<String> belongsHere(Link link) {
    return db.sql("select * from audit_seal").query((row, _) -> Link.read(row)).stream()
        .filter(it -> hash(link, it.entryDigest()).equals(it.hash()))
        .map(it -> Long.toString(it.position()))
        .findFirst();
  }

  private void find(Kind kind, Link link, @Nullable String other) {
    findings.add(new Finding(kind, link.position(), link.entryId(), other, null));
  }

  List<Finding> findings() {
    return findings;
  }

  long links() {
    return links;
  }
}
