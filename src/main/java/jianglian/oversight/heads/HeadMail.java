package jianglian.oversight.heads;

import java.util.List;
import jianglian.audit.AuditChain;
import jianglian.audit.AuditHead;
import jianglian.jobs.Job;
import jianglian.web.MailAddress;
import jianglian.web.Outbox;
import jianglian.web.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Every day every park's administrators get the newest head by mail: a mailbox outside this
/// instance is a place where nobody here can change it.
@Configuration(proxyBeanMethods = false)
class HeadMail {
  @Bean
  Job headsMailed(
      AuditChain chain,
      JdbcClient db,
      Outbox outbox,
      Texts texts,
      JsonMapper json,
      TransactionTemplate transaction) {
    return new Job(
        "oversight.heads-mailed",
        () ->
            transaction.executeWithoutResult(_ ->
                chain
                    .newestHead()
                    .ifPresent(head -> post(head, addresses(db), outbox, texts, json))));
  }

  private static void post(
      AuditHead head, List<MailAddress> addresses, Outbox outbox, Texts texts, JsonMapper json) {
    var position = Long.toString(head.position());
    var subject = texts.zh("audit.mail.subject", position, head.signedAt().toString());
    var body = texts.zh("audit.mail.body", json.writeValueAsString(head));
    addresses.forEach(it -> outbox.post(it, subject, body));
  }

  private static List<MailAddress> addresses(JdbcClient db) {
    return db
        .sql(
            """
            select distinct p.email from authority a join person p on p.id = a.person_id
            where a.role = 'park-administrator' and p.email is not null
              and a.valid_from <= now() and (a.valid_until is null or a.valid_until > now())
            """)
        .query((row, _) -> row.getString(1))
        .stream()
        .flatMap(it -> MailAddress.of(it).stream())
        .toList();
  }
}
