package jianglian.cases.interests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.cases.Introduced;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class InterestTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  private Introduced introduced;
  private Introduced.Pair pair;
  private Http.Api needPark;
  private Http.Api offerPark;

  @BeforeEach
  void a_need_and_an_offer() {
    introduced = new Introduced(world, http, db);
    pair = introduced.pair();
    needPark = http.api(pair.need().park().token());
    offerPark = http.api(pair.offer().park().token());
  }

  private String asking(long from, long to) {
    return "{\"from\": %d, \"to\": %d, \"message\": \"想看样机\"}".formatted(from, to);
  }

  private Http.Answer express() {
    return needPark.post(
        "/api/v1/interests", asking(pair.need().listing(), pair.offer().listing()));
  }

  private long expressed() {
    return express().json().path("id").asLong();
  }

  private int casesOfPair() {
    return db.sql("select count(*) from introduction_case where need_id = ?")
        .param(pair.need().listing())
        .query(Integer.class)
        .single();
  }

  @Test
  void one_side_asks_and_the_other_accepts_and_a_case_opens() {
    var asked = express();
    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.json().path("state").asString()).isEqualTo("waiting");
    assertThat(asked.json().has("case")).isFalse();

    var accepted =
        offerPark.post(
            "/api/v1/interests/" + asked.json().path("id").asLong() + "/acceptance", "{}");
    assertThat(accepted.status()).isEqualTo(200);
    assertThat(accepted.json().at("/case/number").asString()).matches("对接-\\d{4}-\\d{6}");
    assertThat(accepted.json().at("/case/state").asString()).isEqualTo("waiting");
  }

  @Test
  void when_both_express_interest_the_case_opens() {
    express();
    var back =
        offerPark.post("/api/v1/interests", asking(pair.offer().listing(), pair.need().listing()));
    assertThat(back.status()).isEqualTo(201);
    assertThat(back.json().path("state").asString()).isEqualTo("accepted");
    assertThat(back.json().at("/case/number").asString()).startsWith("对接-");
  }

  @Test
  void the_same_side_asks_only_once_while_it_waits() {
    express();
    var again = express();
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().path("detail").asString()).contains("正在等待答复");
  }

  @Test
  void while_the_case_is_open_neither_side_asks_again() {
    var number = accept(expressed()).json().at("/case/number").asString();
    var again = express();
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().path("detail").asString()).contains(number);
  }

  private Http.Answer accept(long interest) {
    return offerPark.post("/api/v1/interests/" + interest + "/acceptance", "{}");
  }

  @Test
  void accepting_twice_answers_the_same_case() {
    var interest = expressed();
    var first = accept(interest).json().at("/case/number").asString();
    assertThat(accept(interest).json().at("/case/number").asString()).isEqualTo(first);
    assertThat(casesOfPair()).isEqualTo(1);
  }

  @Test
  void accepting_twice_at_once_opens_one_case() throws Exception {
    var interest = expressed();
    var answers = together(8, () -> accept(interest).json().at("/case/number").asString());
    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(casesOfPair()).isEqualTo(1);
  }

  @Test
  void two_sides_asking_at_once_open_one_case() throws Exception {
    try (var pool = Executors.newFixedThreadPool(2)) {
      var there = pool.submit(this::express);
      var back =
          pool.submit(() ->
              offerPark.post(
                  "/api/v1/interests", asking(pair.offer().listing(), pair.need().listing())));
      assertThat(List.of(there.get().status(), back.get().status())).containsOnly(201);
    }
    assertThat(casesOfPair()).isEqualTo(1);
  }

  @Test
  void twenty_acceptances_at_once_number_their_cases_without_a_gap() throws Exception {
    var before = lastNumber();
    var interests =
        IntStream.range(0, 20)
            .mapToLong(it -> {
              var offer =
                  introduced.listing(
                      "offer", pair.offer().park(), pair.offer().firm(), "越障平台第" + it + "型");
              return needPark
                  .post("/api/v1/interests", asking(pair.need().listing(), offer))
                  .json()
                  .path("id")
                  .asLong();
            })
            .boxed()
            .toList();
    try (var pool = Executors.newFixedThreadPool(20)) {
      var answers =
          pool.invokeAll(
              interests.stream().<Callable<Integer>>map(it -> () -> accept(it).status()).toList());
      for (var answer : answers) assertThat(answer.get()).isEqualTo(200);
    }
    var numbers =
        db.sql("select right(number, 6)::int from introduction_case where need_id = ? order by 1")
            .param(pair.need().listing())
            .query(Integer.class)
            .list();
    assertThat(numbers).hasSize(20).doesNotHaveDuplicates();
    assertThat(lastNumber() - before).isEqualTo(numberedSince(before));
  }

  private int lastNumber() {
    return db.sql("select coalesce(max(last), 0) from case_number").query(Integer.class).single();
  }

  /// Cases there are with a number after this one, whoever opened them.
  private int numberedSince(int before) {
    return db.sql("select count(*) from introduction_case where right(number, 6)::int > ?")
        .param(before)
        .query(Integer.class)
        .single();
  }

  @Test
  void the_officers_of_a_park_share_its_cases_fairly() throws Exception {
    twenty_acceptances_at_once_number_their_cases_without_a_gap();
    var shares =
        db.sql("select count(*) from case_side where park_id = ? group by officer_id")
            .param(pair.offer().park().id())
            .query(Integer.class)
            .list();
    assertThat(shares).containsExactly(10, 10);
  }

  private static <T> List<T> together(int times, Callable<T> act) throws Exception {
    try (var pool = Executors.newFixedThreadPool(times)) {
      var answers = pool.invokeAll(IntStream.range(0, times).mapToObj(_ -> act).toList());
      var list = new ArrayList<T>();
      for (var answer : answers) list.add(answer.get());
      return list;
    }
  }

  @Test
  void the_same_request_with_its_key_is_done_once() {
    var body = asking(pair.need().listing(), pair.offer().listing());
    var key = Map.of("Idempotency-Key", "n-1");
    var first = needPark.post("/api/v1/interests", body, key);
    var second = needPark.post("/api/v1/interests", body, key);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.json()).isEqualTo(first.json());

    var other = needPark.post("/api/v1/interests", asking(pair.need().listing(), 1), key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(
            needPark
                .post("/api/v1/interests", body, Map.of("Idempotency-Key", "x".repeat(201)))
                .status())
        .isEqualTo(400);
  }

  @Test
  void a_refused_request_may_be_sent_again_under_its_key() {
    var key = Map.of("Idempotency-Key", "n-2");
    var body = asking(pair.need().listing(), pair.offer().listing());
    db.sql("update listing set state = 'paused' where id = ?")
        .param(pair.offer().listing())
        .update();
    assertThat(needPark.post("/api/v1/interests", body, key).status()).isEqualTo(404);
    db.sql("update listing set state = 'open' where id = ?").param(pair.offer().listing()).update();
    assertThat(needPark.post("/api/v1/interests", body, key).status()).isEqualTo(201);
  }

  @Test
  void only_open_listings_are_brought_together() {
    db.sql("update listing set state = 'paused' where id = ?")
        .param(pair.need().listing())
        .update();
    assertThat(express().status()).isEqualTo(409);
  }

  @Test
  void a_listing_closed_meanwhile_opens_no_case() {
    var interest = expressed();
    db.sql("update listing set state = 'solved' where id = ?")
        .param(pair.need().listing())
        .update();
    assertThat(accept(interest).status()).isEqualTo(409);
    assertThat(casesOfPair()).isZero();
  }

  @Test
  void what_cannot_be_asked_is_said_field_by_field() {
    var need = pair.need().listing();
    var offer = pair.offer().listing();
    var second = introduced.listing("need", pair.need().park(), pair.need().firm(), "另一条需求");
    var ownOffer = introduced.listing("offer", pair.need().park(), pair.need().firm(), "自家供给");
    var wrong =
        Map.of(
            asking(need, second),
            "/to",
            asking(need, ownOffer),
            "/to",
            "{\"to\": " + offer + "}",
            "/from",
            "{\"from\": \"甲\", \"to\": " + offer + "}",
            "/from",
            "{\"from\": %d, \"to\": %d, \"note\": \"\"}".formatted(need, offer),
            "/note",
            "{\"from\": %d, \"to\": %d, \"message\": 7}".formatted(need, offer),
            "/message",
            "{\"from\": %d, \"to\": %d, \"message\": \"%s\"}"
                .formatted(need, offer, "很".repeat(1001)),
            "/message");
    wrong.forEach((body, pointer) -> {
      var answer = needPark.post("/api/v1/interests", body);
      assertThat(answer.status()).as(body).isEqualTo(422);
      assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    });
    assertThat(needPark.post("/api/v1/interests", "{\"from\": ").status()).isEqualTo(400);
    assertThat(http.api().post("/api/v1/interests", asking(need, offer)).status()).isEqualTo(401);
  }

  @Test
  void nobody_asks_with_a_listing_of_others() {
    var stranger = world.park("合肥");
    var answer =
        http.api(stranger.token())
            .post("/api/v1/interests", asking(pair.need().listing(), pair.offer().listing()));
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void only_the_side_that_was_asked_accepts_or_declines_and_only_the_asker_withdraws() {
    var interest = expressed();
    assertThat(needPark.post("/api/v1/interests/" + interest + "/acceptance", "{}").status())
        .isEqualTo(403);
    assertThat(
            needPark
                .post("/api/v1/interests/" + interest + "/refusal", "{\"reason\":\"other\"}")
                .status())
        .isEqualTo(403);
    assertThat(offerPark.post("/api/v1/interests/" + interest + "/withdrawal", "{}").status())
        .isEqualTo(403);
    var stranger = http.api(world.park("合肥").token());
    assertThat(stranger.post("/api/v1/interests/" + interest + "/acceptance", "{}").status())
        .isEqualTo(404);
  }

  @Test
  void a_refusal_needs_a_coded_reason() {
    var interest = expressed();
    var path = "/api/v1/interests/" + interest + "/refusal";
    assertThat(offerPark.post(path, "{}").status()).isEqualTo(422);
    assertThat(offerPark.post(path, "{\"reason\":\"because\"}").status()).isEqualTo(422);
    assertThat(offerPark.post(path, "{\"reason\":\"too-early\",\"note\":\"样机明年才有\"}").status())
        .isEqualTo(200);
    assertThat(accept(interest).status()).isEqualTo(409);
  }

  @Test
  void after_a_refusal_or_a_withdrawal_the_two_may_try_again() {
    var first = expressed();
    offerPark.post("/api/v1/interests/" + first + "/refusal", "{\"reason\":\"too-early\"}");
    var second = expressed();
    needPark.post("/api/v1/interests/" + second + "/withdrawal", "{}");
    assertThat(express().status()).isEqualTo(201);
  }

  @Test
  void a_firm_asks_and_the_other_declines_on_their_pages() {
    var interest = introduced.asked(pair);
    var asked = introduced.browser(pair.offer().member());
    var page = asked.get("/interests/" + interest);
    assertThat(page.body()).contains("同意对接", "消防机器人越障底盘", "三十厘米");

    var without = asked.submit("/cases", "/interests/" + interest + "/refusal", Map.of());
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.body()).contains("请选择原因");

    var declined =
        asked.submit(
            "/cases",
            "/interests/" + interest + "/refusal",
            Map.of("reason", "has-partner", "note", "<script>alert(1)</script>"));
    assertThat(declined.status()).isEqualTo(302);
    var seen = introduced.browser(pair.need().member()).get("/interests/" + interest).body();
    assertThat(seen).contains("已有合作方", "&lt;script&gt;").doesNotContain("<script>alert");
  }

  @Test
  void the_form_offers_ones_own_listings_of_the_other_side() {
    var browser = introduced.browser(pair.need().member());
    var form = browser.get("/interests/new?to=" + pair.offer().listing());
    assertThat(form.body()).contains("消防机器人越障底盘", "留言");
    var none =
        browser.submit(
            "/cases", "/interests", Map.of("to", "" + pair.offer().listing(), "message", "您好"));
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.body()).contains("您好");
    assertThat(browser.get("/interests").body()).contains("还没有收到意向");
  }

  @Test
  void a_listings_page_leads_to_expressing_interest_and_then_shows_how_it_stands() {
    var offer = "/offers/" + pair.offer().listing();
    assertThat(http.browser().get(offer).body()).contains("表达对接意向");
    var asking = introduced.browser(pair.need().member());
    assertThat(asking.get(offer).body()).contains("/interests/new?to=").doesNotContain("等待答复");
    introduced.asked(pair);
    assertThat(asking.get(offer).body()).contains("等待答复", "以“消防机器人越障底盘”对接");
    assertThat(introduced.browser(pair.offer().member()).get(offer).body())
        .doesNotContain("/interests/new");
  }

  @Test
  void others_do_not_see_an_interest() {
    var interest = introduced.asked(pair);
    var elsewhere = world.firm("旁观（示例）有限公司", pair.offer().park());
    var neighbour =
        world.person("邻居", Role.ORGANISATION_MEMBER, Scope.organisation(elsewhere.id()));
    assertThat(introduced.browser(neighbour).get("/interests/" + interest).status()).isEqualTo(404);
    var answer = http.browser().get("/interests/" + interest);
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).contains("/sign-in");
  }
}
