package jianglian.matching.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.cases.Introduced;
import jianglian.jobs.Job;
import jianglian.matching.model.CurrentModel;
import jianglian.matching.model.ModelFile;
import jianglian.search.SearchEngine;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class LearningTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final AtomicInteger KEYS = new AtomicInteger();

  @Autowired Http http;
  @Autowired World world;
  @Autowired SearchEngine engine;
  @Autowired JdbcClient db;
  @Autowired CurrentModel current;
  @Autowired List<Job> jobs;
  @Autowired Models models;

  private Introduced introduced;
  private Introduced.Pair sides;
  private World.Park giving;
  private long need;
  private long offer;

  @BeforeEach
  void aPairThatMatches() {
    introduced = new Introduced(world, http, db);
    sides = introduced.pair();
    giving = sides.offer().park();
    offer = put(giving, "offers", "涡轮流量传感器芯体" + giving.id(), sides.offer().firm());
    engine.await(SOON);
    need = put(sides.need().park(), "needs", "寻涡轮流量传感器芯体" + giving.id(), sides.need().firm());
    within(() ->
        db.sql("select count(*) from match where need_id = ? and offer_id = ?")
                .params(need, offer)
                .query(Long.class)
                .single()
            == 2);
  }

  /// The other tests rank by the product's own model.
  @AfterEach
  void theModelIsAsItWas() {
    db.sql("delete from match_training where model = 'made up'").update();
    db.sql(
            "update match_model set state = 'former' where state = 'current' and parent_id is not null")
        .update();
    db.sql("update match_model set state = 'current' where name = ?")
        .param(current.base().name())
        .update();
    current.refresh();
    assertThat(current.file()).isEqualTo(current.base());
  }

  private long put(World.Park of, String side, String title, World.Firm firm) {
    return http.api(of.token())
        .put(
            "/api/v1/" + side + "/L-" + KEYS.incrementAndGet(),
            """
            {"title": "%s", "text": "口径 50 毫米，精度千分之五。", "type": "technology", "organisation": %d}
            """
                .formatted(title, firm.id()))
        .json()
        .path("id")
        .asLong();
  }

  private static void within(BooleanSupplier condition) {
    var end = Instant.now().plus(SOON);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      try {
        Thread.sleep(20);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  private Http.Browser member(Introduced.SideOf side) {
    return introduced.browser(side.member());
  }

  private Http.Browser someone(Role role) {
    return http.browser()
        .signIn(world.person("岑雨舟", role, Scope.ALLIANCE).username(), World.PASSWORD);
  }

  private List<Map<String, Object>> rows() {
    return db.sql(
            """
            select origin, outcome, reason, target, weight, for_side, model, array_to_string(about, ',') as about,
              features ->> 'type' as type, jsonb_exists(features, 'money') and features ->> 'money' is null as money_unknown
            from match_training where need_id = ? and offer_id = ? order by origin
            """)
        .params(need, offer)
        .query()
        .listOfRows();
  }

  private void outcome(String origin, String outcome) {
    within(() ->
        rows().stream()
            .anyMatch(it -> it.get("origin").equals(origin) && it.get("outcome").equals(outcome)));
  }

  private Http.Answer judge(Map<String, String> form) {
    return member(sides.need())
        .submit("/needs/" + need, "/matches/" + need + "/" + offer + "/feedback", form);
  }

  @Test
  void an_interest_and_what_becomes_of_it_is_one_row_with_what_was_shown() {
    var asked =
        member(sides.need())
            .submit(
                "/cases", "/interests", Map.of("from", "" + need, "to", "" + offer, "message", ""));
    outcome("interest", "expressed");
    assertThat(rows())
        .singleElement()
        .satisfies(it -> {
          assertThat(it)
              .containsEntry("target", 0.7)
              .containsEntry("weight", 1.0)
              .containsEntry("for_side", "need");
          assertThat(it).containsEntry("model", current.base().name()).containsEntry("type", "1.0");
          assertThat(it).containsEntry("money_unknown", true).containsEntry("about", null);
        });
    var interest = asked.header("Location").replaceFirst("^https?://[^/]+", "");
    var accepted = member(sides.offer()).submit("/cases", interest + "/acceptance", Map.of());
    outcome("interest", "accepted");
    var number = accepted.header("Location").replaceFirst("^https?://[^/]+", "");
    var closed =
        introduced
            .browser(sides.offer().officer())
            .submit(
                number,
                number + "/closure",
                Map.of(
                    "closing-result",
                    "refused",
                    "closing-reason",
                    "price-or-terms",
                    "closing-note",
                    "报价太高"));
    assertThat(closed.status()).as(closed.body()).isEqualTo(302);
    outcome("case", "refused");
    assertThat(rows()).hasSize(2);
    assertThat(rows().getFirst())
        .containsEntry("reason", "price-or-terms")
        .containsEntry("target", 0.5)
        .containsEntry("weight", 0.4);
    assertThat(rows().getLast()).containsEntry("outcome", "accepted").containsEntry("target", 0.9);
  }

  @Test
  void who_takes_an_interest_back_has_said_nothing() {
    var asked =
        member(sides.offer())
            .submit(
                "/cases", "/interests", Map.of("from", "" + offer, "to", "" + need, "message", ""));
    outcome("interest", "expressed");
    assertThat(rows().getFirst()).containsEntry("for_side", "offer");
    var interest = asked.header("Location").replaceFirst("^https?://[^/]+", "");
    member(sides.offer()).submit("/cases", interest + "/withdrawal", Map.of());
    within(() -> rows().isEmpty());
  }

  @Test
  void a_judgement_is_a_row_until_it_is_taken_back() {
    assertThat(
            judge(Map.of("side", "need", "kind", "not-suitable", "reason", "out-of-scope"))
                .status())
        .isEqualTo(302);
    assertThat(rows())
        .singleElement()
        .satisfies(it ->
            assertThat(it)
                .containsEntry("origin", "judgement")
                .containsEntry("target", 0.0)
                .containsEntry("weight", 1.0));
    member(sides.need())
        .submit(
            "/needs/" + need,
            "/matches/" + need + "/" + offer + "/feedback/withdrawal",
            Map.of("side", "need"));
    assertThat(rows()).isEmpty();
  }

  @Test
  void a_wrong_reason_doubts_the_features_of_that_reason_alone() {
    assertThat(judge(Map.of("side", "need", "kind", "wrong-reason", "reason", "meaning")).status())
        .isEqualTo(302);
    assertThat(rows())
        .singleElement()
        .satisfies(it ->
            assertThat(it)
                .containsEntry("origin", "reason")
                .containsEntry("about", "meaning-title,meaning-text,meaning-closest"));
    assertThat(judge(Map.of("side", "need", "kind", "wrong-reason", "reason", "beauty")).status())
        .isEqualTo(422);
    judge(Map.of("side", "need", "kind", "wrong-reason"));
    var strongest =
        db.sql(
                "select reasons -> 0 ->> 'code' from match where for_side = 'need' and need_id = ? and offer_id = ?")
            .params(need, offer)
            .query(String.class)
            .single();
    assertThat(
            db.sql(
                    "select wrong_reason from match_feedback where need_id = ? order by id desc limit 1")
                .param(need)
                .query(String.class)
                .single())
        .isEqualTo(strongest);
  }

  /// Answers of people who care for region and money and not for words, to made-up listings.
  private void answers(int needs) {
    var random = new Random(11);
    var begin = Instant.parse("2026-06-01T00:00:00Z");
    var park = world.park("绵阳");
    var offers =
        db.sql(
                """
                insert into listing (side, park_id, title, text, type, state, digest, created_at, updated_at, expires_on)
                select 'offer', ?, '学习用', '', 'technology', 'withdrawn', '', now(), now(), current_date from generate_series(1, 8) returning id
                """)
            .param(park.id())
            .query(Long.class)
            .list();
    var seeking =
        db.sql(
                """
                insert into listing (side, park_id, title, text, type, state, digest, created_at, updated_at, expires_on)
                select 'need', ?, '学习用', '', 'technology', 'withdrawn', '', now(), now(), current_date from generate_series(1, ?) returning id
                """)
            .params(park.id(), needs)
            .query(Long.class)
            .list();
    var minute = 0;
    for (var one : seeking) {
      for (var other : offers) {
        double region = random.nextDouble();
        double money = random.nextDouble();
        double words = random.nextDouble();
        var likes = Fit.chance(6 * (region - 0.5) + 6 * (money - 0.5));
        db.sql(
                """
                insert into match_training (need_id, offer_id, for_side, origin, outcome, reason, features, target, weight, model, at)
                values (?, ?, 'need', 'judgement', 'not-suitable', 'other', jsonb_build_object('region', ?, 'money', ?, 'words-title', ?, 'maturity', null),
                  ?, 1, 'made up', ?)
                """)
            .params(
                one,
                other,
                region,
                money,
                words,
                random.nextDouble() < likes ? 0.9 : 0.0,
                begin.plusSeconds(60L * minute++).atOffset(ZoneOffset.UTC))
            .update();
      }
    }
  }

  private ModelRow newest(Http.Browser secretary) {
    secretary.submit("/secretariat/matching", "/secretariat/matching/fit", Map.of());
    within(() ->
        db.sql("select count(*) from match_model where state = 'fitting'")
                .query(Long.class)
                .single()
            == 0);
    return models.newestTry().orElseThrow();
  }

  @Test
  void the_secretariat_has_it_learn_sees_what_changed_and_goes_back() {
    answers(300);
    var secretary = someone(Role.SECRETARIAT);
    var row = newest(secretary);
    assertThat(row.state()).as(row.why()).isEqualTo("current");
    assertThat(row.figure("logLoss")).isLessThan(row.figure("logLossBefore"));
    assertThat(row.figure("ndcg10")).isGreaterThan(row.figure("ndcg10Before"));
    var file = row.file().orElseThrow();
    assertThat(current.file()).isEqualTo(file);
    assertThat(weight(file, "region")).isGreaterThan(weight(current.base(), "region") + 0.1);
    assertThat(db.sql("select count(*) from match_due where again").query(Long.class).single())
        .isPositive();

    var list = secretary.get("/secretariat/matching").body();
    assertThat(list).contains(row.name(), "使用中", "学习的记录", "岑雨舟");
    assertThat(secretary.get("/secretariat/matching?lang=en").body())
        .contains("Matching models", "in use");
    secretary.get("/?lang=zh");
    assertThat(secretary.get("/secretariat/matching/" + row.id()).body())
        .contains("地区相近", "从反馈中学得", "原权重");
    assertThat(secretary.get("/secretariat/matching/fit").body()).contains("现在重新学习");

    var base = models.byId(row.parent()).orElseThrow();
    var page = "/secretariat/matching/" + base.id();
    var silent = secretary.submit(page, page + "/return", Map.of("reason", "  "));
    assertThat(silent.status()).isEqualTo(422);
    assertThat(silent.body()).contains("请写明退回的理由");
    assertThat(current.file()).isEqualTo(file);
    assertThat(secretary.submit(page, page + "/return", Map.of("reason", "推荐变差了")).status())
        .isEqualTo(302);
    assertThat(current.file()).isEqualTo(current.base());
    assertThat(models.byId(row.id()).orElseThrow().state()).isEqualTo("former");
    assertThat(
            db.sql(
                    "select detail ->> 'reason' from audit_entry where act = 'match-model-returned' order by id desc limit 1")
                .query(String.class)
                .single())
        .isEqualTo("推荐变差了");
    assertThat(secretary.submit(page, page + "/return", Map.of("reason", "再退")).status())
        .isEqualTo(409);
  }

  private static double weight(ModelFile file, String feature) {
    return file.features().stream()
        .filter(it -> it.name().equals(feature))
        .findFirst()
        .orElseThrow()
        .weight();
  }

  @Test
  void a_try_that_is_not_better_is_recorded_and_not_used() {
    var secretary = someone(Role.SECRETARIAT_ADMINISTRATOR);
    var few = newest(secretary);
    assertThat(few.state()).isEqualTo("failed");
    assertThat(few.why()).isEqualTo("too-few");
    answers(300);
    db.sql(
            "update match_training t set target = case when hashint8(t.id) % 2 = 0 then 0.9 else 0 end where model = 'made up'")
        .update();
    var random = newest(secretary);
    assertThat(random.state()).isEqualTo("not-kept");
    assertThat(random.why()).isIn("within-chance", "loss-not-less", "order-not-better");
    assertThat(random.compared()).isTrue();
    assertThat(current.file()).isEqualTo(current.base());
    assertThat(secretary.get("/secretariat/matching").body())
        .contains(random.name(), "没有采用", "反馈太少");
    var page = "/secretariat/matching/" + random.id();
    assertThat(secretary.get(page).body()).doesNotContain("退回的理由");
    assertThat(
            secretary
                .submit("/secretariat/matching", page + "/return", Map.of("reason", "想用"))
                .status())
        .isEqualTo(409);
  }

  @Test
  void by_night_it_learns_only_when_enough_is_new() {
    var job =
        jobs.stream().filter(it -> it.name().equals("matching.refit")).findFirst().orElseThrow();
    var before = models.newestTry().map(ModelRow::id).orElse(0L);
    job.action().run();
    assertThat(models.newestTry().map(ModelRow::id).orElse(0L)).isEqualTo(before);
    answers(300);
    db.sql(
            "update match_training set at = now() + interval '1 second' * (id % 1000) where model = 'made up'")
        .update();
    job.action().run();
    var night = models.newestTry().orElseThrow();
    assertThat(night.id()).isNotEqualTo(before);
    assertThat(night.madeBy()).isNull();
    assertThat(night.finishedAt()).isNotNull();
  }

  @Test
  void a_damaged_model_or_one_of_another_version_is_refused_and_the_one_before_stays() {
    answers(300);
    var secretary = someone(Role.SECRETARIAT);
    var kept = newest(secretary);
    assertThat(kept.state()).as(kept.why() + kept.figures()).isEqualTo("current");
    assertThat(current.file().name()).isEqualTo(kept.name());
    for (var damage :
        List.of(
            "'{}'::jsonb",
            "jsonb_set(file, '{version}', '2')",
            "jsonb_set(file, '{features,0,weight}', '-3')")) {
      db.sql("update match_model set state = 'former' where state = 'current'").update();
      var broken =
          db.sql(
                  """
                  insert into match_model (name, base, parent_id, file, state, started_at, finished_at, beat_at)
                  select 'broken ' || ?, base, parent_id, %s, 'current', now(), now(), now() from match_model where id = ? returning id
                  """
                      .formatted(damage))
              .params(KEYS.incrementAndGet(), kept.id())
              .query(Long.class)
              .single();
      current.refresh();
      assertThat(current.file().name()).as(damage).isEqualTo(kept.name());
      assertThat(secretary.get("/secretariat/matching").body()).contains("文件损坏或版本不符");
      assertThat(secretary.get("/secretariat/matching/" + broken).body()).contains("没有权重可看");
      db.sql("delete from match_model where id = ?").param(broken).update();
    }
  }

  @Test
  void a_model_that_descends_from_another_base_does_not_rank() {
    answers(300);
    var kept = newest(someone(Role.SECRETARIAT));
    assertThat(kept.state()).as(kept.why() + kept.figures()).isEqualTo("current");
    assertThat(current.file().name()).isEqualTo(kept.name());
    db.sql("update match_model set base = 'an older one' where id = ?").param(kept.id()).update();
    current.refresh();
    assertThat(current.file()).isEqualTo(current.base());
  }

  @Test
  void nobody_else_sees_the_models_and_the_auditor_only_looks() {
    var park = world.park("宜宾");
    var officer =
        http.browser()
            .signIn(
                world.person("何苗", Role.PARK_ADMINISTRATOR, Scope.park(park.id())).username(),
                World.PASSWORD);
    for (var path :
        List.of("/secretariat/matching", "/secretariat/matching/1", "/secretariat/matching/fit")) {
      assertThat(officer.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(officer.submit("/workspace", "/secretariat/matching/fit", Map.of()).status())
        .isEqualTo(404);
    var auditor = someone(Role.AUDITOR);
    assertThat(auditor.get("/secretariat/matching").body())
        .contains("匹配模型")
        .doesNotContain("现在重新学习</button>");
    assertThat(auditor.submit("/workspace", "/secretariat/matching/fit", Map.of()).status())
        .isEqualTo(403);
    assertThat(auditor.get("/secretariat/matching/999999").status()).isEqualTo(404);
  }
}
