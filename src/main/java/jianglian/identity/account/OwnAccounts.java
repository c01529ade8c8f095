package jianglian.identity.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OwnAccounts {
  private final JdbcClient db;

  OwnAccounts(JdbcClient db) {
    this.db = db;
  }

  OwnAccount of(long person) {
    return db.sql(
            """
            select p.name, a.username, p.email, a.lang, a.large_type, a.password_hash, a.session_epoch
            from account a join person p on p.id = a.person_id
            where a.person_id = :person
            """)
        .param("person", person)
        .query((row, _) ->
            new OwnAccount(
                person,
                row.getString("name"),
                row.getString("username"),
                row.getString("email"),
                row.getString("lang"),
                row.getBoolean("large_type"),
                row.getString("password_hash"),
                row.getInt("session_epoch")))
        .single();
  }

  void describe(long person, String name, String lang, boolean largeType) {
    db.sql("update person set name = :name where id = :person")
        .param("name", name)
        .param("person", person)
        .update();
    db.sql("update account set lang = :lang, large_type = :large where person_id = :person")
        .param("lang", lang)
        .param("large", largeType)
        .param("person", person)
        .update();
  }

  /// A new password ends every session that began with the old one.
  int changePassword(long person, String hash) {
    return db.sql(
            """
            update account set password_hash = :hash, session_epoch = session_epoch + 1
            where person_id = :person returning session_epoch
            """)
        .param("hash", hash)
        .param("person", person)
        .query(Integer.class)
        .single();
  }

  int endSessions(long person) {
    return db.sql(
            "update account set session_epoch = session_epoch + 1 where person_id = :person returning session_epoch")
        .param("person", person)
        .query(Integer.class)
        .single();
  }

  /// Closes the account and forgets how to reach the person. The name stays where cases and
  /// decisions carry it, unless it is to be forgotten too.
  void close(long person, boolean forgetName) {
    db.sql(
            """
            update account set state = 'left', username = 'left-' || person_id, password_hash = null,
              session_epoch = session_epoch + 1
            where person_id = :person
            """)
        .param("person", person)
        .update();
    db.sql(
            """
            update person set email = null, phone = null, erased_at = now(),
              name = case when :forget then '—' else name end
            where id = :person
            """)
        .param("person", person)
        .param("forget", forgetName)
        .update();
    db.sql("delete from known_browser where person_id = :person").param("person", person).update();
    db.sql("delete from password_reset where person_id = :person").param("person", person).update();
  }
}
