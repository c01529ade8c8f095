package jianglian.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Mail that leaves when the acting transaction has committed. It is a row and not an event,
/// because a body may hold a secret link and events are stored and logged.
@Component
public class Outbox {
  private final JdbcClient db;
  private final Clock clock;

  Outbox(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /// Line breaks in the subject become spaces, since a name in it could carry a header.
  @Transactional(propagation = Propagation.MANDATORY)
  public void post(MailAddress recipient, String subject, String body) {
    db.sql(
            """
            insert into mail_outbox (recipient, subject, body, created_at, next_attempt_at)
            values (:recipient, :subject, :body, :now, :now)
            """)
        .param("recipient", recipient.address())
        .param("subject", subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip())
        .param("body", body)
        .param("now", OffsetDateTime.now(clock))
        .update();
  }
}
