package jianglian.notifications.inbox;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which kinds of notices a person wants by mail as well.
@Repository
class MailWishes {
  private final JdbcClient db;
  private final AuditTrail audit;

  MailWishes(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  Map<NoticeKind, Boolean> of(long person) {
    var wishes = new EnumMap<NoticeKind, Boolean>(NoticeKind.class);
    for (var kind : NoticeKind.values()) wishes.put(kind, kind.mailedUsually());
    db.sql("select kind, wanted from mail_preference where person_id = :person")
        .param("person", person)
        .query(row -> {
          wishes.put(NoticeKind.of(row.getString("kind")), row.getBoolean("wanted"));
        });
    return wishes;
  }

  @Transactional
  void set(Actor.Person person, Set<String> wanted) {
    Arrays.stream(NoticeKind.values())
        .forEach(kind -> set(person.id(), kind, wanted.contains(kind.code())));
    audit.record(Act.of(person, "mail-wishes-set", "person", person.id()));
  }

  private void set(long person, NoticeKind kind, boolean wanted) {
    db.sql(
            """
            insert into mail_preference (person_id, kind, wanted) values (:person, :kind, :wanted)
            on conflict (person_id, kind) do update set wanted = excluded.wanted
            """)
        .param("person", person)
        .param("kind", kind.code())
        .param("wanted", wanted)
        .update();
  }
}
