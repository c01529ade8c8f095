package jianglian.identity.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.audit.Cryptography;
import jianglian.audit.Role;
import jianglian.identity.ParkTokens;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// API clients of parks. A token is shown once, at issue; only its digest is kept.
@Repository
public class ApiClients implements ParkTokens {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final Clock clock;

  ApiClients(JdbcClient db, AuditTrail audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public String issue(long park, String name, Actor actor) {
    var token = "jl_" + Cryptography.randomSecret();
    var id =
        db.sql(
                """
                insert into api_client (park_id, name, token_hash, token_algorithm, token_hint, created_at, created_by)
                values (:park, :name, :hash, :algorithm, :hint, :now, :person)
                returning id
                """)
            .param("park", park)
            .param("name", name)
            .param("hash", Cryptography.digest(token))
            .param("algorithm", Cryptography.DIGEST)
            .param("hint", token.substring(token.length() - 4))
            .param("now", OffsetDateTime.now(clock))
            .param("person", person(actor))
            .query(Long.class)
            .single();
    audit.record(Act.of(actor, "api-client-issued", "api-client", id).in(park));
    return token;
  }

  /// A revoked token is worth nothing, nor is one of a park that is no member.
  Optional<Actor.Client> byToken(String token) {
    return db.sql(
            """
            select c.id, c.park_id, c.name from api_client c join park k on k.id = c.park_id and k.state = 'member'
            where c.token_hash = :hash and c.revoked_at is null
            """)
        .param("hash", Cryptography.digest(token))
        .query((row, _) ->
            new Actor.Client(row.getLong("id"), row.getLong("park_id"), row.getString("name")))
        .optional();
  }

  @Transactional
  void revoke(long id, Actor.Person by) {
    var park =
        db.sql(
                """
                update api_client set revoked_at = :now, revoked_by = :by
                where id = :id and revoked_at is null and park_id = any(:parks)
                returning park_id
                """)
            .param("now", OffsetDateTime.now(clock))
            .param("by", by.id())
            .param("id", id)
            .param("parks", by.parks(Role.PARK_ADMINISTRATOR).toArray(Long[]::new))
            .query((row, _) -> row.getLong("park_id"))
            .optional()
            .orElseThrow(NotFound::new);
    audit.record(Act.of(by, "api-client-revoked", "api-client", id).in(park));
  }

  /// Of the parks this person administers, newest first.
  List<ClientRow> of(Actor.Person person) {
    return db.sql(
            """
            select c.id, k.short_name as park, c.name, c.token_hint, c.created_at, c.last_used_at, c.revoked_at
            from api_client c join park k on k.id = c.park_id
            where c.park_id = any(:parks) order by c.revoked_at is not null, c.id desc limit 200
            """)
        .param("parks", person.parks(Role.PARK_ADMINISTRATOR).toArray(Long[]::new))
        .query((row, _) ->
            new ClientRow(
                row.getLong("id"),
                row.getString("park"),
                row.getString("name"),
                row.getString("token_hint"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                moment(row, "last_used_at"),
                row.getObject("revoked_at") != null))
        .list();
  }

  /// Written a minute after the calls, in one go: a call itself never waits for it.
  void used(Map<Long, Instant> lastUses) {
    if (lastUses.isEmpty()) return;
    db.sql(
            """
            update api_client c set last_used_at = u.at
            from unnest(:ids, :moments::timestamptz[]) as u (id, at) where c.id = u.id
            """)
        .param("ids", lastUses.keySet().toArray(Long[]::new))
        .param("moments", lastUses.values().stream().map(Instant::toString).toArray(String[]::new))
        .update();
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Long person(Actor actor) {
    return actor instanceof Actor.Person person ? person.id() : null;
  }
}
