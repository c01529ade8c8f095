package jianglian.identity.passwords;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.audit.Cryptography;
import jianglian.web.InvalidInput;
import jianglian.web.MailAddress;
import jianglian.web.Outbox;
import jianglian.web.PublicAddress;
import jianglian.web.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// A forgotten password is replaced by whoever can read the account's mail: one link, for an hour,
/// once.
@Repository
class PasswordResets {
  private static final Duration VALID = Duration.ofHours(1);

  private final JdbcClient db;
  private final Argon2id passwords;
  private final AuditTrail audit;
  private final Outbox outbox;
  private final Texts texts;
  private final PublicAddress address;
  private final Clock clock;

  PasswordResets(
      JdbcClient db,
      Argon2id passwords,
      AuditTrail audit,
      Outbox outbox,
      Texts texts,
      PublicAddress address,
      Clock clock) {
    this.db = db;
    this.passwords = passwords;
    this.audit = audit;
    this.outbox = outbox;
    this.texts = texts;
    this.address = address;
    this.clock = clock;
  }

  record Owner(long person, String name, String username) {}

  /// Sends a link if someone has this address; an earlier link ends.
  @Transactional
  void request(MailAddress email) {
    var owner =
        db.sql(
                """
                select a.person_id, p.name, a.username from account a join person p on p.id = a.person_id
                where lower(p.email) = :email and a.state = 'active'
                """)
            .param("email", email.address())
            .query((row, _) ->
                new Owner(
                    row.getLong("person_id"), row.getString("name"), row.getString("username")))
            .optional();
    owner.ifPresent(it -> send(it, email));
  }

  private void send(Owner owner, MailAddress email) {
    var token = Cryptography.randomSecret();
    var now = OffsetDateTime.now(clock);
    db.sql("delete from password_reset where person_id = :person")
        .param("person", owner.person())
        .update();
    db.sql(
            """
            insert into password_reset (token_hash, token_algorithm, person_id, created_at, expires_at)
            values (:hash, :algorithm, :person, :now, :expires)
            """)
        .param("hash", Cryptography.digest(token))
        .param("algorithm", Cryptography.DIGEST)
        .param("person", owner.person())
        .param("now", now)
        .param("expires", now.plus(VALID))
        .update();
    audit.record(Act.of(new Actor.Visitor(), "password-reset-requested", "person", owner.person()));
    var link = address.of("/password-resets/" + token);
    outbox.post(
        email,
        texts.zh("password-reset.mail-subject"),
        texts.zh("password-reset.mail", owner.name(), link)
            + "\n\n"
            + texts.en("password-reset.mail", owner.name(), link));
  }

  Optional<Owner> byDigest(String digest) {
    return db.sql(
            """
            select a.person_id, p.name, a.username
            from password_reset r join account a on a.person_id = r.person_id join person p on p.id = a.person_id
            where r.token_hash = :hash and r.used_at is null and r.expires_at > :now and a.state = 'active'
            """)
        .param("hash", digest)
        .param("now", OffsetDateTime.now(clock))
        .query((row, _) ->
            new Owner(row.getLong("person_id"), row.getString("name"), row.getString("username")))
        .optional();
  }

  /// Ends every session of the account; false when the link is no longer good.
  @Transactional
  boolean reset(String digest, NewPassword wished) {
    var owner = byDigest(digest).orElse(null);
    if (owner == null) return false;
    var faults = wished.faults(owner.name(), owner.username());
    if (!faults.isEmpty()) throw new InvalidInput(faults);
    var used =
        db.sql(
                "update password_reset set used_at = :now where token_hash = :hash and used_at is null")
            .param("now", OffsetDateTime.now(clock))
            .param("hash", digest)
            .update();
    if (used == 0) return false;
    db.sql(
            """
            update account set password_hash = :hash, session_epoch = session_epoch + 1 where person_id = :person
            """)
        .param("hash", passwords.encode(wished.password()))
        .param("person", owner.person())
        .update();
    var person = new Actor.Person(owner.person(), owner.name(), List.of(), null);
    audit.record(Act.of(person, "password-reset", "person", owner.person()));
    return true;
  }
}
