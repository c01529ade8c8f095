package jianglian.notifications.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Hands the outbox to the SMTP server, one mail a transaction, and tries again later what it would
/// not take: after 1, 2, 4 … minutes, at most 6 hours apart. Without a server (`spring.mail.host`)
/// mails stay where they are. A body may hold a secret link, so nothing of a mail is ever logged.
@Component
class MailDelivery {
  static final String NAME = "mail-delivery";
  private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
  private static final int AT_A_TIME = 100;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  private final JdbcClient db;
  private final TransactionOperations transactions;
  private final @Nullable JavaMailSender sender;
  private final Clock clock;
  private final String from;

  @Autowired
  MailDelivery(
      JdbcClient db,
      TransactionOperations transactions,
      ObjectProvider<JavaMailSender> sender,
      Clock clock,
      @Value("${jianglian.mail-from}") String from) {
    this(db, transactions, sender.getIfAvailable(), clock, from);
  }

  MailDelivery(
      JdbcClient db,
      TransactionOperations transactions,
      @Nullable JavaMailSender sender,
      Clock clock,
      String from) {
    this.db = db;
    this.transactions = transactions;
    this.sender = sender;
    this.clock = clock;
    this.from = from;
  }

  private record Waiting(long id, String recipient, String subject, String body, int attempts) {}

  boolean configured() {
    return sender != null;
  }

  void run() {
    if (sender == null) return;
    for (var i = 0; i < AT_A_TIME; i++) {
      if (Boolean.FALSE.equals(transactions.execute(_ -> next(sender)))) return;
    }
  }

  /// False when none is due, or the server did not take one: then the others wait for the next
  /// round.
  private boolean next(JavaMailSender server) {
    var now = clock.instant();
    return due(now).filter(it -> attempt(server, it, now)).isPresent();
  }

  private Optional<Waiting> due(Instant now) {
    return db.sql(
            """
            select id, recipient, subject, body, attempts from mail_outbox
            where sent_at is null and next_attempt_at <= :now
            order by next_attempt_at, id
            limit 1
            for update skip locked
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Waiting(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("attempts")))
        .optional();
  }

  private boolean attempt(JavaMailSender server, Waiting mail, Instant now) {
    try {
      server.send(message(server, mail));
      sent(mail, now);
      return true;
    } catch (MailException | MessagingException failure) {
      LOG.warn("mail {} was not taken: {}", mail.id(), failure.getClass().getSimpleName());
      later(mail, failure.getClass().getSimpleName(), now);
      return false;
    }
  }

  private MimeMessage message(JavaMailSender server, Waiting mail) throws MessagingException {
    var message = server.createMimeMessage();
    var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(mail.recipient());
    helper.setSubject(mail.subject());
    helper.setText(mail.body());
    return message;
  }

  /// The words of a sent mail are forgotten with it.
  private void sent(Waiting mail, Instant now) {
    db.sql(
            """
            update mail_outbox set sent_at = :now, attempts = attempts + 1, last_error = null, body = ''
            where id = :id
            """)
        .param("id", mail.id())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private void later(Waiting mail, String error, Instant now) {
    db.sql(
            """
            update mail_outbox set attempts = attempts + 1, next_attempt_at = :next, last_error = :error
            where id = :id
            """)
        .param("id", mail.id())
        .param("next", now.plus(pause(mail.attempts())).atOffset(ZoneOffset.UTC))
        .param("error", error)
        .update();
  }

  static Duration pause(int attempts) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
