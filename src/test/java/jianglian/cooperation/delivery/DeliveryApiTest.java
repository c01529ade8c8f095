package jianglian.cooperation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jianglian.cooperation.Listings;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class DeliveryApiTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;
  @Autowired Listings listings;
  @Autowired TransactionTemplate transaction;

  private World.Park park;
  private World.Firm firm;
  private Http.Api api;

  @BeforeEach
  void aParkOfItsOwn() {
    park = world.park("鄂州葛店");
    firm = world.firm("鄂州越障底盘有限公司", park);
    api = http.api(park.token());
  }

  private String need(String more) {
    return """
    {"title": "消防机器人寻越障底盘", "text": "正面通过300毫米高的单级台阶，上装350公斤。", "type": "technology"%s}
    """
        .formatted(more);
  }

  @Test
  void a_park_brings_a_need_for_its_firm_and_it_is_open() {
    var answer =
        api.put(
            "/api/v1/needs/N-1",
            need(
                """
                , "organisation": "%s", "industries": ["3492"], "regions": ["420000"],
                "amountMin": 800000, "amountMax": 1200000, "maturity": "prototype",
                "validUntil": "2035-01-01", "contact": "沈先生 13800000000"
                """
                    .formatted(firm.name())));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().path("state").asString()).isEqualTo("open");
    assertThat(answer.json().path("changed").asBoolean()).isTrue();
    assertThat(answer.json().path("externalId").asString()).isEqualTo("N-1");
    var id = answer.json().path("id").asLong();
    var page = http.browser().get("/needs/" + id);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("消防机器人寻越障底盘", firm.name(), "80 万至 120 万元")
        .doesNotContain("13800000000");
    assertThat(
            db.sql("select count(*) from search_change where kind = 'need' and id = :id")
                .param("id", id)
                .query(Long.class)
                .single())
        .as("told to the index, and once more as soon as its vectors are there")
        .isBetween(1L, 2L);
    assertThat(
            db.sql(
                    "select count(*) from audit_entry where object_kind = 'need' and object_id = :id")
                .param("id", String.valueOf(id))
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void the_same_delivery_again_changes_nothing() {
    var first = api.put("/api/v1/needs/N-1", need(""));
    var second = api.put("/api/v1/needs/N-1", need(""));
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().path("changed").asBoolean()).isFalse();
    assertThat(second.json().path("version").asInt())
        .isEqualTo(first.json().path("version").asInt());
    assertThat(second.json().path("id").asLong()).isEqualTo(first.json().path("id").asLong());
  }

  @Test
  void fields_that_are_left_out_stay_as_they_are() {
    api.put("/api/v1/needs/N-1", need(", \"amountMin\": 5000, \"keywords\": [\"底盘\"]"));
    var changed = api.put("/api/v1/needs/N-1", "{\"title\": \"消防机器人寻履带底盘\"}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.json().path("changed").asBoolean()).isTrue();
    assertThat(changed.json().path("version").asInt()).isEqualTo(2);
    var row =
        db.sql("select title, text, amount_min, keywords[1] as word from listing where id = :id")
            .param("id", changed.json().path("id").asLong())
            .query()
            .singleRow();
    assertThat(row).containsEntry("title", "消防机器人寻履带底盘").containsEntry("amount_min", 5000L);
    assertThat(row).containsEntry("word", "底盘");
  }

  @Test
  void a_field_sent_as_null_is_emptied() {
    api.put("/api/v1/needs/N-1", need(", \"amountMin\": 5000"));
    var changed = api.put("/api/v1/needs/N-1", "{\"amountMin\": null}");
    assertThat(changed.json().path("changed").asBoolean()).isTrue();
    assertThat(api.put("/api/v1/needs/N-1", "{\"title\": null}").status()).isEqualTo(422);
  }

  @Test
  void needs_and_offers_have_their_ids_apart() {
    var need = api.put("/api/v1/needs/X", need(""));
    var offer = api.put("/api/v1/offers/X", need(""));
    assertThat(offer.status()).isEqualTo(201);
    assertThat(offer.json().path("id").asLong()).isNotEqualTo(need.json().path("id").asLong());
    assertThat(http.browser().get("/needs/" + offer.json().path("id").asLong()).status())
        .isEqualTo(404);
  }

  @Test
  void a_withdrawn_need_is_gone_from_the_public_and_can_be_brought_again() {
    var id = api.put("/api/v1/needs/N-1", need("")).json().path("id").asLong();
    var gone = api.delete("/api/v1/needs/N-1");
    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.json().path("state").asString()).isEqualTo("withdrawn");
    assertThat(http.browser().get("/needs/" + id).status()).isEqualTo(404);
    assertThat(api.delete("/api/v1/needs/N-1").status()).isEqualTo(200);
    assertThat(api.put("/api/v1/needs/N-1", need("")).json().path("state").asString())
        .isEqualTo("open");
    assertThat(api.delete("/api/v1/needs/unknown").status()).isEqualTo(404);
  }

  @Test
  void an_organisation_of_another_park_is_as_unknown() {
    var other = world.firm("合肥智臂有限公司", world.park("合肥"));
    for (var name : List.of(other.name(), String.valueOf(other.id()), "没有这家公司")) {
      var answer = api.put("/api/v1/needs/N-1", need(", \"organisation\": \"" + name + "\""));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.json().path("errors").path(0).path("pointer").asString())
          .isEqualTo("/organisation");
    }
    var byNumber = api.put("/api/v1/needs/N-1", need(", \"organisation\": " + firm.id()));
    assertThat(byNumber.status()).as(byNumber.body()).isEqualTo(201);
  }

  @Test
  void another_parks_token_reaches_its_own_only() {
    api.put("/api/v1/needs/N-1", need(""));
    var other = http.api(world.park("南京").token());
    assertThat(other.delete("/api/v1/needs/N-1").status()).isEqualTo(404);
    assertThat(other.put("/api/v1/needs/N-1", need("")).status()).isEqualTo(201);
    assertThat(http.api().put("/api/v1/needs/N-1", need("")).status()).isEqualTo(401);
    assertThat(http.api("jl_wrong").put("/api/v1/needs/N-1", need("")).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/title | {'title': '求', 'text': 'x', 'type': 'technology'}",
        "/title | {'text': 'x', 'type': 'technology'}",
        "/text | {'title': '寻越障底盘', 'type': 'technology'}",
        "/type | {'title': '寻越障底盘', 'text': 'x', 'type': 'magic'}",
        "/type | {'title': '寻越障底盘', 'text': 'x'}",
        "/budget | {'title': '寻越障底盘', 'text': 'x', 'type': 'technology', 'budget': 1}",
        "/title | {'title': 17, 'text': 'x', 'type': 'technology'}",
        "/amountMax | {'title': '寻越障底盘', 'text': 'x', 'type': 'technology', 'amountMin': 2, 'amountMax': 1}",
        "/amountMin | {'title': '寻越障底盘', 'text': 'x', 'type': 'technology', 'amountMin': '八十万'}",
        "/amountMin | {'title': '寻越障底盘', 'text': 'x', 'type': 'technology', 'amountMin': -1}",
        "/amountMin | {'title': '寻越障底盘', 'text': 'x', 'type': 'technology', 'amountMin': 99999999999999999999}",
        "/currency | {'title': '寻越障底盘', 'text': 'x', 'type': 'technology', 'currency': '元'}",
        "/industries/0 | {'title': '寻越障底盘', 'text': 'x', 'type': 'technology', 'industries': ['9999']}",
        "/industries | {'title': '寻越障底盘', 'text': 'x', 'type': 'technology', 'industries': '3491'}",
        "/regions/1 | {'title': '寻越障底盘', 'text': 'x', 'type': 'technology', 'regions': ['420000', '火星']}",
        "/maturity | {'title': '寻越障底盘', 'text': 'x', 'type': 'technology', 'maturity': 'perfect'}",
        "/validUntil | {'title': '寻越障底盘', 'text': 'x', 'type': 'technology', 'validUntil': '2020-01-01'}",
        "/validUntil | {'title': '寻越障底盘', 'text': 'x', 'type': 'technology', 'validUntil': '明年'}",
        "/uscc | {'title': '寻越障底盘', 'text': 'x', 'type': 'technology', 'uscc': '91420100MA4KLMNP0X'}",
      })
  void a_fault_is_named_with_its_field(String pointer, String json) {
    var answer = api.put("/api/v1/needs/bad", json.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    var errors = answer.json().path("errors");
    assertThat(errors.values()).extracting(it -> it.path("pointer").asString()).contains(pointer);
    assertThat(errors.path(0).path("detail").asString()).isNotBlank();
    assertThat(errors.path(0).path("detailEn").asString()).isNotBlank();
    assertThat(api.delete("/api/v1/needs/bad").status()).isEqualTo(404);
  }

  @Test
  void every_fault_is_told_at_once() {
    var answer = api.put("/api/v1/needs/bad", "{\"title\": \"求\", \"amountMin\": -1}");
    assertThat(answer.json().path("errors").values())
        .extracting(it -> it.path("pointer").asString())
        .contains("/text", "/type", "/amountMin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"title\": | 400", "[] | 400", "17 | 400", "'' | 400", "{} | 422"})
  void what_is_no_listing_at_all_is_refused(String body, int status) {
    assertThat(api.put("/api/v1/needs/bad", body).status()).isEqualTo(status);
  }

  @Test
  void texts_that_are_far_too_long_are_refused() {
    var title = api.put("/api/v1/needs/long", need("").replace("消防机器人寻越障底盘", "长".repeat(100_000)));
    assertThat(title.status()).isEqualTo(422);
    var text = api.put("/api/v1/needs/long", need("").replace("正面通过", "长".repeat(100_000)));
    assertThat(text.status()).isEqualTo(422);
    assertThat(text.json().path("errors").path(0).path("pointer").asString()).isEqualTo("/text");
  }

  @Test
  void depth_without_end_is_refused() {
    var body = "{\"title\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    assertThat(api.put("/api/v1/needs/deep", body).status()).isEqualTo(400);
  }

  @Test
  void script_is_shown_as_the_text_it_is() {
    var script = "<script>alert(1)</script>";
    var answer =
        api.put(
            "/api/v1/needs/S",
            """
            {"title": "%s", "text": "%s", "type": "service", "keywords": ["%s"], "contact": "%s"}
            """
                .formatted(script, script, script, script));
    assertThat(answer.status()).isEqualTo(201);
    var page = http.browser().get("/needs/" + answer.json().path("id").asLong()).body();
    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
    assertThat(http.browser().get("/hall").body()).doesNotContain("<script>alert");
  }

  @Test
  void emoji_and_rare_characters_are_kept() {
    var answer = api.put("/api/v1/needs/E", need("").replace("消防机器人", "🚒𠮷机器人"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(http.browser().get("/needs/" + answer.json().path("id").asLong()).body())
        .contains("🚒𠮷机器人");
    var zero = api.put("/api/v1/needs/Z", need("").replace("消防", "消\\u0000防"));
    assertThat(zero.status()).isEqualTo(422);
  }

  @Test
  void the_same_id_sent_many_times_at_once_makes_one_row() throws Exception {
    List<Callable<Http.Answer>> calls =
        IntStream.range(0, 8)
            .<Callable<Http.Answer>>mapToObj(
                _ -> () -> http.api(park.token()).put("/api/v1/needs/P", need("")))
            .toList();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var statuses = pool.invokeAll(calls).stream().map(it -> it.resultNow().status()).toList();
      assertThat(statuses).filteredOn(it -> it == 201).hasSize(1);
      assertThat(statuses).filteredOn(it -> it == 200).hasSize(7);
    }
    assertThat(
            db.sql("select count(*) from listing where park_id = :park and external_id = 'P'")
                .param("park", park.id())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  /// Lists of matches are written while parks deliver: each refers to listings that the other
  /// changes, and neither may wait for the other.
  @Test
  void a_listing_that_is_being_changed_may_be_referred_to_meanwhile() {
    var id = api.put("/api/v1/needs/R", need("")).json().path("id").asLong();
    transaction.execute(_ -> {
      assertThat(listings.locked(id)).isPresent();
      return CompletableFuture.supplyAsync(() ->
              transaction.execute(_ -> {
                db.sql("set local lock_timeout = '5s'").update();
                return db.sql(
                        """
                        insert into match_due (listing_id, urgent, spread, since, due_at) values (?, false, false, now(), now())
                        on conflict (listing_id) do update set since = now()
                        """)
                    .param(id)
                    .update();
              }))
          .join();
    });
  }

  @Test
  void an_id_of_the_parks_own_must_be_sane() {
    assertThat(api.put("/api/v1/needs/" + "9".repeat(200), need("")).status()).isEqualTo(422);
    assertThat(api.put("/api/v1/needs/%E5%8D%97%20%E4%BA%AC-1", need("")).status()).isEqualTo(201);
  }
}
