package jianglian.identity.grants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.audit.Cryptography;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.identity.PersonName;
import jianglian.web.Forbidden;
import jianglian.web.MailAddress;
import jianglian.web.NotFound;
import jianglian.web.Outbox;
import jianglian.web.PublicAddress;
import jianglian.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Offers authorities by mail. Nothing is granted before the link has proved that the address is
/// the invited person's own.
@Repository
class Invitations {
  private static final Duration VALID = Duration.ofDays(7);
  private static final String OPEN =
      """
      select i.*, coalesce(k.short_name, o.name, '') as scope_name, coalesce(p.name, '') as invited_by_name
      from invitation i
      left join park k on i.scope_kind = 'park' and k.id = i.scope_id
      left join organisation o on i.scope_kind = 'organisation' and o.id = i.scope_id
      left join person p on p.id = i.invited_by
      where i.accepted_at is null and i.withdrawn_at is null
      """;

  private final JdbcClient db;
  private final AuditTrail audit;
  private final Outbox outbox;
  private final Texts texts;
  private final PublicAddress address;
  private final Clock clock;

  Invitations(
      JdbcClient db,
      AuditTrail audit,
      Outbox outbox,
      Texts texts,
      PublicAddress address,
      Clock clock) {
    this.db = db;
    this.audit = audit;
    this.outbox = outbox;
    this.texts = texts;
    this.address = address;
    this.clock = clock;
  }

  record Offer(
      PersonName name, MailAddress email, Role role, Scope scope, @Nullable Instant until) {}

  /// Sends the link and answers it; whom the same authority was offered already gets a new link and
  /// the old one ends.
  @Transactional
  String invite(Offer offer, Actor.Person by) {
    if (!Granting.of(by).may(offer.role(), offer.scope())) throw new Forbidden();
    var token = Cryptography.randomSecret();
    var id = save(offer, token, by);
    audit.record(
        act(by, "person-invited", id, offer.scope())
            .with(
                Map.of(
                    "role",
                    offer.role().code(),
                    "scope",
                    offer.scope().kind().code(),
                    "scopeId",
                    offer.scope().id()))
            .withPersonal(Map.of("name", offer.name().name(), "email", offer.email().address())));
    var link = address.of("/invitations/" + token);
    outbox.post(
        offer.email(),
        texts.zh("invitation.mail-subject", by.name()),
        texts.zh(
                "invitation.mail",
                offer.name().name(),
                by.name(),
                texts.zh("role." + offer.role().code()),
                link)
            + "\n\n"
            + texts.en(
                "invitation.mail",
                offer.name().name(),
                by.name(),
                texts.en("role." + offer.role().code()),
                link));
    return link;
  }

  private long save(Offer offer, String token, Actor.Person by) {
    var now = OffsetDateTime.now(clock);
    return db.sql(
            """
            insert into invitation (email, name, role, scope_kind, scope_id, valid_until, invited_by, invited_at,
              expires_at, token_hash, token_algorithm)
            values (:email, :name, :role, :kind, :scope, :until, :by, :now, :expires, :hash, :algorithm)
            on conflict (email, role, scope_kind, coalesce(scope_id, 0))
              where accepted_at is null and withdrawn_at is null
            do update set name = excluded.name, valid_until = excluded.valid_until, invited_by = excluded.invited_by,
              invited_at = excluded.invited_at, expires_at = excluded.expires_at, token_hash = excluded.token_hash,
              token_algorithm = excluded.token_algorithm
            returning id
            """)
        .param("email", offer.email().address())
        .param("name", offer.name().name())
        .param("role", offer.role().code())
        .param("kind", offer.scope().kind().code())
        .param(
            "scope",
            offer.scope().kind() == Scope.Kind.ALLIANCE ? null : offer.scope().id(),
            Types.BIGINT)
        .param(
            "until",
            offer.until() == null ? null : offer.until().atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("by", by.id())
        .param("now", now)
        .param("expires", now.plus(VALID))
        .param("hash", Cryptography.digest(token))
        .param("algorithm", Cryptography.DIGEST)
        .query((row, _) -> row.getLong("id"))
        .single();
  }

  /// The open one behind a link, by the digest of its token.
  Optional<Invitation> byDigest(String digest) {
    return db.sql(OPEN + " and i.token_hash = :hash and i.expires_at > :now")
        .param("hash", digest)
        .param("now", OffsetDateTime.now(clock))
        .query(Invitations::read)
        .optional();
  }

  /// Marks it taken up; false when another click was faster.
  boolean take(Invitation invitation, long person) {
    return db.sql(
                """
                update invitation set accepted_at = :now, accepted_by = :person
                where id = :id and accepted_at is null and withdrawn_at is null and expires_at > :now
                """)
            .param("now", OffsetDateTime.now(clock))
            .param("person", person)
            .param("id", invitation.id())
            .update()
        == 1;
  }

  @Transactional
  void withdraw(long id, Actor.Person by) {
    var invitation =
        db.sql(OPEN + " and i.id = :id")
            .param("id", id)
            .query(Invitations::read)
            .optional()
            .filter(it -> Granting.of(by).may(it.role(), it.scope()))
            .orElseThrow(NotFound::new);
    db.sql("update invitation set withdrawn_at = :now where id = :id")
        .param("now", OffsetDateTime.now(clock))
        .param("id", id)
        .update();
    audit.record(act(by, "invitation-withdrawn", id, invitation.scope()));
  }

  private static Act act(Actor by, String name, long id, Scope scope) {
    return Act.of(by, name, "invitation", id)
        .in(scope.kind() == Scope.Kind.PARK ? scope.id() : null);
  }

  private static Invitation read(ResultSet row, int number) throws SQLException {
    var until = row.getObject("valid_until", OffsetDateTime.class);
    return new Invitation(
        row.getLong("id"),
        row.getString("email"),
        row.getString("name"),
        Role.of(row.getString("role")),
        new Scope(Scope.Kind.of(row.getString("scope_kind")), row.getLong("scope_id")),
        row.getString("scope_name"),
        until == null ? null : until.toInstant(),
        row.getObject("invited_by", Long.class),
        row.getString("invited_by_name"));
  }
}
