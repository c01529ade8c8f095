package jianglian.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.notifications.inbox.Inboxes;
import jianglian.notifications.inbox.Notice;
import jianglian.notifications.inbox.NoticeKind;
import jianglian.web.MailAddress;
import jianglian.web.Outbox;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class MailTest {
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Outbox outbox;
  @Autowired Inboxes inboxes;
  @Autowired MailRound round;
  @Autowired World world;
  @Autowired Http http;

  private final ServerSetup setup =
      new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private MailDelivery delivery(Instant now) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(setup.getPort());
    return new MailDelivery(
        db, transactions, sender, Clock.fixed(now, ZoneOffset.UTC), "jianglian@example.org");
  }

  private void post(String recipient, String subject) {
    transactions.executeWithoutResult(_ ->
        outbox.post(MailAddress.of(recipient).orElseThrow(), subject, "请看：https://example.org/秘密"));
  }

  private record Row(boolean sent, int attempts, String body) {}

  private Row row(String recipient) {
    return db.sql(
            "select sent_at is not null as sent, attempts, body from mail_outbox where recipient = ?")
        .param(recipient)
        .query((row, _) ->
            new Row(row.getBoolean("sent"), row.getInt("attempts"), row.getString("body")))
        .single();
  }

  /// Other tests' mails may stand before ours.
  private void rounds(Instant now, int attempts) {
    for (var i = 0; i < 2000 && row("down@example.org").attempts() < attempts; i++)
      delivery(now).run();
    assertThat(row("down@example.org").attempts()).isEqualTo(attempts);
  }

  private static List<MimeMessage> received(GreenMail server, String recipient) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(it -> {
          try {
            return it.getAllRecipients()[0].toString().equals(recipient);
          } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
          }
        })
        .toList();
  }

  @Test
  void a_mail_waits_while_the_server_is_down_and_leaves_once_it_is_up() throws Exception {
    post("down@example.org", "邀请您加入");
    var now = Instant.now();
    rounds(now, 1);
    assertThat(row("down@example.org").sent()).isFalse();

    var server = new GreenMail(setup);
    server.start();
    try {
      delivery(now.plusSeconds(30)).run();
      assertThat(row("down@example.org").sent()).as("before its time").isFalse();
      rounds(now.plusSeconds(90), 2);
      assertThat(row("down@example.org")).isEqualTo(new Row(true, 2, ""));
      delivery(now.plusSeconds(900)).run();
      var mail = received(server, "down@example.org");
      assertThat(mail).hasSize(1);
      assertThat(mail.getFirst().getSubject()).isEqualTo("邀请您加入");
      assertThat(mail.getFirst().getContent().toString()).contains("https://example.org/秘密");
    } finally {
      server.stop();
    }
  }

  @Test
  void each_pause_is_twice_the_last_up_to_six_hours() {
    assertThat(List.of(0, 1, 2, 3).stream().map(MailDelivery::pause))
        .containsExactly(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8));
    assertThat(MailDelivery.pause(60)).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void without_a_server_mails_stay_and_the_secretariat_is_told_so() {
    post("waiting@example.org", "等待");
    new MailDelivery(db, transactions, (JavaMailSender) null, Clock.systemUTC(), "").run();
    assertThat(row("waiting@example.org").attempts()).isZero();
    var clerk = world.person("秘书", Role.SECRETARIAT, Scope.ALLIANCE);
    assertThat(http.browser().signIn(clerk.username(), World.PASSWORD).get("/mail").body())
        .contains("还没有配置邮件服务器");
    var officer = world.person("陈立", Role.LIAISON, Scope.park(world.park("东湖").id()));
    assertThat(http.browser().signIn(officer.username(), World.PASSWORD).get("/mail").status())
        .isEqualTo(404);
  }

  private void tell(World.Someone person, NoticeKind kind, String event) {
    inboxes.deliver(
        Notice.of(
            event + person.id(), kind, "notice.case-opened", "/cases", "越障底盘", "对接-2026-000001"),
        List.of(person.id()),
        Instant.now());
  }

  private List<String> mailed(World.Someone person) {
    return db.sql("select subject || body from mail_outbox where recipient = ?")
        .param(person.username() + "@example.org")
        .query(String.class)
        .list();
  }

  @Test
  void new_messages_go_out_together_as_one_mail_of_the_wanted_kinds() {
    var person = world.person("王岚", Role.LIAISON, Scope.park(world.park("张江").id()));
    tell(person, NoticeKind.CASE, "a");
    tell(person, NoticeKind.CASE, "b");
    tell(person, NoticeKind.MATCH, "c");
    round.run();
    round.run();
    assertThat(mailed(person)).singleElement().asString().contains("您有 2 条新消息", "对接单已立：越障底盘");
  }

  @Test
  void what_was_read_or_is_not_wanted_is_not_mailed() {
    var person = world.person("王岚", Role.LIAISON, Scope.park(world.park("张江").id()));
    var browser = http.browser().signIn(person.username(), World.PASSWORD);
    browser.submit("/inbox", "/inbox/mail", Map.of("match", "on"));
    tell(person, NoticeKind.CASE, "a");
    tell(person, NoticeKind.MATCH, "b");
    round.run();
    assertThat(mailed(person)).singleElement().asString().contains("您有 1 条新消息");
    tell(person, NoticeKind.MATCH, "c");
    browser.submit("/inbox", "/inbox/reading", Map.of());
    round.run();
    assertThat(mailed(person)).hasSize(1);
  }

  @Test
  void a_mail_is_written_in_the_language_of_its_reader() {
    var person = world.person("Lan Wang", Role.LIAISON, Scope.park(world.park("张江").id()));
    db.sql("update account set lang = 'en' where person_id = ?").param(person.id()).update();
    tell(person, NoticeKind.CASE, "a");
    round.run();
    assertThat(mailed(person)).singleElement().asString().contains("A case is open");
  }
}
