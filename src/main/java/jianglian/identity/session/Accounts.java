package jianglian.identity.session;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Accounts {
  private final JdbcClient db;
  private final Clock clock;

  Accounts(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /// By username or mail address; a username that looks like an address is always its owner's own,
  /// so the two never point at different people.
  Optional<Account> named(String folded) {
    return db.sql(
            """
            select a.person_id, p.name, a.password_hash, a.state, a.session_epoch, a.lang
            from account a join person p on p.id = a.person_id
            where lower(a.username) = :name or lower(p.email) = :name
            """)
        .param("name", folded.toLowerCase(Locale.ROOT))
        .query((row, _) ->
            new Account(
                row.getLong("person_id"),
                row.getString("name"),
                row.getString("password_hash"),
                row.getString("state").equals("active"),
                row.getInt("session_epoch"),
                row.getString("lang")))
        .optional();
  }

  void entered(long person) {
    db.sql("update account set last_sign_in_at = :now where person_id = :person")
        .param("now", OffsetDateTime.now(clock))
        .param("person", person)
        .update();
  }

  void rehash(long person, String hash) {
    db.sql("update account set password_hash = :hash where person_id = :person")
        .param("hash", hash)
        .param("person", person)
        .update();
  }
}
