package jianglian.audit.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jianglian.audit.AuditChain.KeptHead;
import jianglian.audit.AuditHead;
import jianglian.audit.Finding;
import jianglian.audit.Finding.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares the chain with heads. Those on record here could have been rewritten together with it,
/// so each keeper's heads are weighed by themselves.
record HeadCheck(JdbcClient db, List<AuditHead> own, List<String> keys) {
  private static final String HERE = "";

  List<Finding> check(List<KeptHead> kept) {
    var all = Stream.concat(own.stream().map(it -> new KeptHead(HERE, it)), kept.stream()).toList();
    var chain = links(all);
    var findings = new ArrayList<Finding>();
    all.stream()
        .collect(Collectors.groupingBy(KeptHead::keeper, TreeMap::new, Collectors.toList()))
        .forEach((keeper, heads) -> findings.addAll(compare(keeper, heads, chain)));
    findings.addAll(missing(kept, chain));
    return findings;
  }

  private List<Finding> compare(String keeper, List<KeptHead> kept, Map<Long, Link> chain) {
    var end = end();
    var agreed = 0L;
    var findings = new ArrayList<Finding>();
    var said = new HashSet<Kind>();
    var heads =
        kept.stream()
            .map(KeptHead::head)
            .sorted(Comparator.comparingLong(AuditHead::position))
            .toList();
    for (var head : heads) {
      var link = chain.get(head.position());
      var other = Long.toString(head.position());
      if (!head.genuine()) {
        findings.add(new Finding(Kind.HEAD_SIGNATURE_WRONG, head.position(), null, other, keeper));
        continue;
      }
      if (!keys.contains(head.publicKey())) {
        findings.add(new Finding(Kind.KEY_DIFFERS, head.position(), null, other, keeper));
      }
      // One break makes every later head disagree; the first says where.
      if (head.position() > end && said.add(Kind.CHAIN_SHORTER)) {
        findings.add(new Finding(Kind.CHAIN_SHORTER, end + 1, null, other, keeper));
      } else if (fits(head, link)) {
        agreed = head.position();
      } else if (link != null && said.add(Kind.HEAD_DIFFERS)) {
        findings.add(
            new Finding(Kind.HEAD_DIFFERS, agreed + 1, entryAt(agreed + 1), other, keeper));
      }
    }
    return findings;
  }

  /// Heads that fit the chain and were signed here but are no longer on record.
  private List<Finding> missing(List<KeptHead> kept, Map<Long, Link> chain) {
    var signatures = own.stream().map(AuditHead::signature).collect(Collectors.toSet());
    return kept.stream()
        .filter(it -> it.head().genuine() && keys.contains(it.head().publicKey()))
        .filter(it -> fits(it.head(), chain.get(it.head().position())))
        .filter(it -> !signatures.contains(it.head().signature()))
        .map(it -> {
          var position = it.head().position();
          return new Finding(
              Kind.HEAD_MISSING, position, null, Long.toString(position), it.keeper());
        })
        .toList();
  }

  private static boolean fits(AuditHead head, @Nullable Link link) {
    return link != null && link.hash().equals(head.hash());
  }

  private Map<Long, Link> links(List<KeptHead> heads) {
    Set<Long> positions =
        heads.stream().map(it -> it.head().position()).collect(Collectors.toSet());
    return db
        .sql("select * from audit_seal where position = any(:positions)")
        .param("positions", positions.toArray(Long[]::new))
        .query((row, _) -> Link.read(row))
        .list()
        .stream()
        .collect(Collectors.toMap(Link::position, Function.identity()));
  }

  private long end() {
    return db.sql("select coalesce(max(position), 0) from audit_seal").query(Long.class).single();
  }

  private @Nullable Long entryAt(long position) {
    return db.sql("select entry_id from audit_seal where position = :position")
        .param("position", position)
        .query(Long.class)
        .optional()
        .orElse(null);
  }
}
