package jianglian.notifications.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jianglian.notifications.inbox.NoticeKind;
import jianglian.web.MailAddress;
import jianglian.web.Outbox;
import jianglian.web.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Gathers what is new and unread in each inbox into one mail a person, of the kinds that person
/// wants by mail. What was read in the meantime is not mailed.
@Component
class MailRound {
  static final String NAME = "mail-round";
  private static final int PEOPLE_AT_A_TIME = 200;
  private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};
  private static final TypeReference<List<News>> NEWS = new TypeReference<>() {};

  private final JdbcClient db;
  private final JsonMapper json;
  private final Texts texts;
  private final Outbox outbox;
  private final Clock clock;
  private final String address;

  MailRound(
      JdbcClient db,
      JsonMapper json,
      Texts texts,
      Outbox outbox,
      Clock clock,
      @Value("${jianglian.address}") String address) {
    this.db = db;
    this.json = json;
    this.texts = texts;
    this.outbox = outbox;
    this.clock = clock;
    this.address = address;
  }

  record News(String message, String arguments, String link) {}

  private record Recipient(String email, String lang, List<News> news) {}

  @Transactional
  void run() {
    var now = clock.instant();
    do take(now).forEach(this::post);
    while (more());
  }

  private boolean more() {
    return db.sql("select exists (select 1 from notification where mailed_at is null)")
        .query(Boolean.class)
        .single();
  }

  /// Marks what is new as looked at and answers, by person, what is to be mailed.
  private List<Recipient> take(Instant now) {
    return db.sql(
            """
            with fresh as (
              update notification set mailed_at = :now
              where mailed_at is null and person_id in (
                select distinct person_id from notification where mailed_at is null order by person_id limit :people)
              returning id, person_id, kind, message, arguments, link, read_at
            )
            select p.email, a.lang, jsonb_agg(jsonb_build_object(
              'message', f.message, 'arguments', f.arguments::text, 'link', f.link) order by f.id) as news
            from fresh f
            join person p on p.id = f.person_id and p.email is not null
            join account a on a.person_id = p.id and a.state = 'active'
            left join mail_preference w on w.person_id = p.id and w.kind = f.kind
            where f.read_at is null and coalesce(w.wanted, f.kind = any(:usual))
            group by p.id, p.email, a.lang
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("people", PEOPLE_AT_A_TIME)
        .param("usual", usual())
        .query((row, _) ->
            new Recipient(
                row.getString("email"),
                row.getString("lang"),
                json.readValue(row.getString("news"), NEWS)))
        .list();
  }

  private void post(Recipient to) {
    var locale = to.lang().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    var lines =
        to.news().stream()
            .map(it -> words(it, locale) + "\n" + address + it.link())
            .collect(Collectors.joining("\n\n"));
    var body =
        texts.text(locale, "mail.digest.hello", to.news().size())
            + "\n\n"
            + lines
            + "\n\n"
            + texts.text(locale, "mail.digest.end", address + "/inbox");
    MailAddress.of(to.email())
        .ifPresent(it ->
            outbox.post(it, texts.text(locale, "mail.digest.subject", to.news().size()), body));
  }

  private String words(News news, Locale locale) {
    return texts.text(locale, news.message(), json.readValue(news.arguments(), WORDS).toArray());
  }

  private static String[] usual() {
    return Arrays.stream(NoticeKind.values())
        .filter(NoticeKind::mailedUsually)
        .map(NoticeKind::code)
        .toArray(String[]::new);
  }
}
