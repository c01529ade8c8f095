package jianglian.notifications.mail;

import jianglian.audit.Actor;
import jianglian.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// How the mail stands, for the secretariat; what mails say is not shown.
@Controller
class MailController {
  private final JdbcClient db;
  private final MailDelivery delivery;

  MailController(JdbcClient db, MailDelivery delivery) {
    this.db = db;
    this.delivery = delivery;
  }

  @GetMapping("/mail")
  ModelAndView page(Actor.Person person) {
    if (!person.readsAll()) throw new NotFound();
    return new ModelAndView("notifications/mail/mail", "mail", standing());
  }

  private MailStanding standing() {
    return db.sql(
            """
            select count(*) filter (where sent_at is null) as waiting,
              count(*) filter (where sent_at is null and attempts > 0) as failed,
              min(created_at) filter (where sent_at is null) as oldest,
              max(sent_at) as last_sent,
              (select last_error from mail_outbox where sent_at is null and last_error is not null order by id desc limit 1) as error
            from mail_outbox
            """)
        .query((row, _) ->
            new MailStanding(
                delivery.configured(),
                row.getInt("waiting"),
                row.getInt("failed"),
                MailStanding.instant(row.getTimestamp("oldest")),
                MailStanding.instant(row.getTimestamp("last_sent")),
                row.getString("error")))
        .single();
  }
}
