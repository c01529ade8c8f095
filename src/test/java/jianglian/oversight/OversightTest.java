package jianglian.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditChain;
import jianglian.audit.AuditTrail;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.jobs.Job;
import jianglian.oversight.acts.ActWords;
import jianglian.web.Texts;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class OversightTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired AuditTrail audit;
  @Autowired AuditChain chain;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;
  @Autowired List<Job> jobs;
  @Autowired Texts texts;

  private final String kind = "thing-" + UUID.randomUUID();

  @Test
  void the_auditor_finds_acts_by_every_filter() {
    var park = world.park("临港");
    record(Act.of(new Actor.Client(77, park.id(), "网站"), "thing-sent", kind, "甲").in(park.id()));
    var auditor = auditor();
    for (var filter :
        List.of(
            "kind=" + kind,
            "kind=" + kind + "&act=thing-sent",
            "kind=" + kind + "&actor=77",
            "kind=" + kind + "&object=%E7%94%B2",
            "kind=" + kind + "&park=" + park.code())) {
      assertThat(auditor.get("/audit?" + filter).body()).as(filter).contains(kind + " 甲");
    }
    for (var filter : List.of("actor=x", "day=yesterday", "act=none", "park=x", "day=1999-01-01")) {
      var answer = auditor.get("/audit?kind=" + kind + "&" + filter);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).as(filter).doesNotContain(kind + " 甲").contains("没有符合条件的记录");
    }
  }

  @Test
  void every_act_that_is_listed_has_its_words() {
    for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      assertThat(ActWords.ACTS).allMatch(it -> texts.find(locale, "act." + it).isPresent());
    }
    var list = auditor().get("/audit").body();
    assertThat(list).contains("<option value=\"signed-in\">登录</option>", "<td>登录</td>");
    assertThat(texts.find(Locale.ENGLISH, "act.none-such")).isEmpty();
  }

  /// What no test of this class has made up, but the product has entered in this run.
  @Test
  void an_act_of_the_product_is_listed() {
    var entered =
        db.sql(
                """
                select distinct act from audit_entry
                where authority is distinct from 'test' and act not like 'thing-%'
                """)
            .query(String.class)
            .list();
    assertThat(entered).contains("signed-in").isSubsetOf(ActWords.ACTS);
  }

  @Test
  void an_act_shows_its_content_and_says_what_was_erased() {
    var personal = Map.of("name", "陈立", "phone", "13900000000");
    record(
        Act.of(new Actor.Job("test"), "thing-done", kind, 1)
            .with(Map.of("reason", "<b>试</b>"))
            .withPersonal(personal));
    db.sql("delete from audit_secret where field = 'phone' and entry_id = :id")
        .param("id", id())
        .update();
    var body = auditor().get("/audit/acts/" + id()).body();
    assertThat(body)
        .contains("陈立")
        .contains("已抹去")
        .contains("&lt;b&gt;")
        .doesNotContain("13900000000");
  }

  @Test
  void nobody_else_reads_the_record() {
    var park = world.park("张江");
    var officer = world.person("袁听涛", Role.LIAISON, Scope.park(park.id()));
    var browser = http.browser().signIn(officer.username(), World.PASSWORD);
    for (var path :
        List.of(
            "/audit", "/audit/acts/1", "/audit/chain", "/audit/chain/check", "/audit/heads.json")) {
      assertThat(browser.get(path).status()).as(path).isEqualTo(404);
      assertThat(http.browser().get(path).status()).as(path).isIn(302, 303, 401);
    }
    assertThat(http.api().get("/api/v1/audit/heads").status()).isEqualTo(401);
  }

  @Test
  void the_auditor_verifies_the_chain() {
    record(Act.of(new Actor.Job("test"), "thing-done", kind, 1));
    chain.seal();
    var auditor = auditor();
    var answer = auditor.submit("/audit/chain", "/audit/chain/check", Map.of());
    assertThat(answer.status()).isIn(302, 303);
    var until = Instant.now().plus(Duration.ofSeconds(30));
    String body;
    do {
      body = auditor.get("/audit/chain/check").body();
    } while (body.contains("正在核验") && Instant.now().isBefore(until));
    assertThat(body).contains("审计链完整，没有改动");
  }

  @Test
  void a_park_fetches_the_heads_part_by_part() {
    record(Act.of(new Actor.Job("test"), "thing-done", kind, 1));
    sealed();
    var first = chain.sign().orElseThrow();
    record(Act.of(new Actor.Job("test"), "thing-done", kind, 2));
    sealed();
    var second = chain.sign().orElseThrow();
    var api = http.api(world.park("江夏").token());
    var path = "/api/v1/audit/heads?size=1&after=" + (first.position() - 1);
    var answer = api.get(path).json();
    assertThat(answer.at("/items/0/signature").asString()).isEqualTo(first.signature());
    assertThat(answer.at("/items").size()).isEqualTo(1);
    var next = api.get("/api/v1/audit/heads?after=" + answer.at("/next").asString()).json();
    assertThat(next.at("/items").toString()).contains(second.signature());
    assertThat(api.get("/api/v1/audit/heads?after=x").status()).isEqualTo(400);
  }

  @Test
  void park_administrators_get_the_newest_head_by_mail() {
    var park = world.park("光谷");
    var administrator = world.person("何渡", Role.PARK_ADMINISTRATOR, Scope.park(park.id()));
    record(Act.of(new Actor.Job("test"), "thing-done", kind, 1));
    sealed();
    var head = chain.sign().orElseThrow();
    jobs.stream()
        .filter(it -> it.name().equals("oversight.heads-mailed"))
        .findFirst()
        .orElseThrow()
        .action()
        .run();
    var mails =
        db.sql("select body from mail_outbox where recipient = :to")
            .param("to", administrator.username() + "@example.org")
            .query(String.class)
            .list();
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst())
        .contains("\"position\":" + head.position())
        .contains(head.signature());
  }

  private void sealed() {
    var until = Instant.now().plus(Duration.ofSeconds(20));
    while (chain.state().waiting() > 0 && Instant.now().isBefore(until)) chain.seal();
  }

  private Http.Browser auditor() {
    var auditor = world.person("何明远", Role.AUDITOR, Scope.ALLIANCE);
    return http.browser().signIn(auditor.username(), World.PASSWORD);
  }

  private void record(Act act) {
    transaction.executeWithoutResult(_ -> audit.record(act));
  }

  private long id() {
    return db.sql("select max(id) from audit_entry where object_kind = :kind")
        .param("kind", kind)
        .query(Long.class)
        .single();
  }
}
