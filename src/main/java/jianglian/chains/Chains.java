package jianglian.chains;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The industry chains of the alliance.
@Repository
public class Chains {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final ChainNeighbours neighbours;
  private final Clock clock;

  Chains(JdbcClient db, AuditTrail audit, ChainNeighbours neighbours, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.neighbours = neighbours;
    this.clock = clock;
  }

  /// What a chain holds: nodes, those of them that have an industry, and edges.
  public record Extent(int nodes, int found, int edges) {}

  /// Enters a chain of that name; an earlier one of the same name is replaced as a whole. `source`
  /// says where the edges are from.
  @Transactional
  public Extent replace(String name, String source, Collection<ChainEdge> edges, Actor actor) {
    var nodes = new LinkedHashMap<String, Set<String>>();
    for (var it : edges) {
      nodes
          .computeIfAbsent(it.upstream(), _ -> new LinkedHashSet<>())
          .addAll(it.upstreamIndustries());
      nodes
          .computeIfAbsent(it.downstream(), _ -> new LinkedHashSet<>())
          .addAll(it.downstreamIndustries());
    }
    db.sql("delete from chain where name = :name").param("name", name).update();
    var chain = add(name, source);
    addNodes(chain, nodes);
    var added = addEdges(chain, edges);
    var found = (int) nodes.values().stream().filter(it -> !it.isEmpty()).count();
    audit.record(
        Act.of(actor, "chain-imported", "chain", chain)
            .with(Map.of("name", name, "nodes", nodes.size(), "edges", added)));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            neighbours.forget();
          }
        });
    return new Extent(nodes.size(), found, added);
  }

  private long add(String name, String source) {
    return db.sql(
            "insert into chain (name, source, imported_at) values (:name, :source, :now) returning id")
        .param("name", name)
        .param("source", source)
        .param("now", OffsetDateTime.now(clock))
        .query((row, _) -> row.getLong("id"))
        .single();
  }

  private void addNodes(long chain, Map<String, Set<String>> nodes) {
    db.sql(
            """
            insert into chain_node (chain_id, name, industries)
            select :chain, name, string_to_array(codes, ' ') from unnest(:names, :codes) as n (name, codes)
            """)
        .param("chain", chain)
        .param("names", nodes.keySet().toArray(String[]::new))
        .param(
            "codes", nodes.values().stream().map(it -> String.join(" ", it)).toArray(String[]::new))
        .update();
  }

  private int addEdges(long chain, Collection<ChainEdge> edges) {
    return db.sql(
            """
            insert into chain_edge (upstream_id, downstream_id)
            select u.id, d.id
            from unnest(:upstream, :downstream) as e (upstream, downstream)
            join chain_node u on u.chain_id = :chain and u.name = e.upstream
            join chain_node d on d.chain_id = :chain and d.name = e.downstream
            on conflict do nothing
            """)
        .param("chain", chain)
        .param("upstream", edges.stream().map(ChainEdge::upstream).toArray(String[]::new))
        .param("downstream", edges.stream().map(ChainEdge::downstream).toArray(String[]::new))
        .update();
  }
}
