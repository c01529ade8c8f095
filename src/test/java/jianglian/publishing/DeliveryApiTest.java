package jianglian.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jianglian.world.Http;
import jianglian.world.Http.Answer;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class DeliveryApiTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  private static final String NEWS = "{\"kind\":\"news\",\"title\":\"中试线投产\",\"body\":\"今日投产。\"}";

  private Answer put(World.Park park, String id, String json) {
    return http.api(park.token()).put("/api/v1/releases/" + id, json);
  }

  private static List<String> pointers(Answer answer) {
    return answer.json().path("errors").values().stream()
        .map(it -> it.path("pointer").asString())
        .toList();
  }

  @Test
  void all_faults_are_told_at_once_in_both_languages() {
    var answer =
        put(
            world.park("杭州"),
            "bad",
            """
            {"kind": "rumour", "body": 7, "publishedOn": "2026-13-01", "validUntil": "soon", "industries": ["9999", 34],
             "regions": "420000", "clauses": [{"amountMax": -1, "delivery": "tomorrow"}, "x"], "sourceUrl": "javascript:alert(1)",
             "colour": "red", "bodyFormat": "word"}
            """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(pointers(answer))
        .contains(
            "/kind",
            "/title",
            "/body",
            "/publishedOn",
            "/validUntil",
            "/industries/0",
            "/industries/1",
            "/regions",
            "/clauses/0/title",
            "/clauses/0/amountMax",
            "/clauses/0/delivery",
            "/clauses/1",
            "/sourceUrl",
            "/colour",
            "/bodyFormat");
    assertThat(answer.body()).contains("GB/T 4754-2017", "There is no field", "没有“colour”这个字段");
  }

  @Test
  void what_is_no_json_object_is_refused_clearly() {
    var park = world.park("杭州");
    assertThat(put(park, "x", "{\"kind\": ").status()).isEqualTo(400);
    assertThat(put(park, "x", "{\"kind\": ").body()).contains("第 1 行");
    assertThat(put(park, "x", "{\"kind\":1,\"kind\":2}").status()).isEqualTo(400);
    assertThat(put(park, "x", "[]").status()).isEqualTo(400);
    assertThat(put(park, "x", "").status()).isEqualTo(400);
    assertThat(put(park, "x", NEWS + "x").status()).isEqualTo(400);
    assertThat(put(park, "x", "[".repeat(10_000)).status()).isEqualTo(400);
    assertThat(put(park, "x", "{\"a\":".repeat(10_000)).body()).contains("嵌套");
    assertThat(
            put(park, "x", "{\"kind\":\"news\",\"title\":\"a\\u0000b\",\"body\":\"b\"}").status())
        .isEqualTo(422);
    assertThat(
            put(park, "x", "{\"kind\":\"news\",\"title\":\"a\\ud800b\",\"body\":\"b\"}").status())
        .isEqualTo(422);
  }

  @Test
  void ten_megabytes_are_too_much() {
    var answer = put(world.park("杭州"), "big", "{\"body\":\"" + "x".repeat(10 << 20) + "\"}");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("detail").asString()).contains("MB");
  }

  @Test
  void other_encodings_are_refused_by_name() {
    var park = world.park("杭州");
    var body = NEWS.getBytes(Charset.forName("GBK"));
    var answer =
        http.api(park.token())
            .post(
                "/api/v1/releases",
                new String(body, StandardCharsets.ISO_8859_1),
                Map.of("Idempotency-Key", "k"));
    assertThat(answer.status()).isEqualTo(201);
    var raw = http.api(park.token()).post("/api/v1/releases", "application/json", body);
    assertThat(raw.status()).isEqualTo(400);
  }

  @Test
  void the_same_delivery_in_parallel_makes_one_release() throws Exception {
    var park = world.park("宁波");
    try (var threads = Executors.newFixedThreadPool(20)) {
      var calls =
          IntStream.range(0, 20)
              .<Callable<Answer>>mapToObj(_ -> () -> put(park, "once", NEWS))
              .toList();
      var answers = threads.invokeAll(calls).stream().map(it -> it.resultNow()).toList();
      assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
      assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
      assertThat(answers).extracting(it -> it.json().path("version").asInt()).containsOnly(1);
    }
    var versions =
        db.sql(
                "select count(*) from release r join release_version v on v.release_id = r.id where r.park_id = :park")
            .param("park", park.id())
            .query(Long.class)
            .single();
    assertThat(versions).isEqualTo(1);
  }

  @Test
  void another_parks_release_is_out_of_reach() {
    var ours = world.park("宁波");
    var theirs = world.park("温州");
    var id = put(ours, "same", NEWS).json().path("id").asLong();
    var other = put(theirs, "same", NEWS.replace("投产", "停产"));
    assertThat(other.status()).isEqualTo(201);
    assertThat(other.json().path("id").asLong()).isNotEqualTo(id);
    put(ours, "only-ours", NEWS);
    assertThat(http.api(theirs.token()).delete("/api/v1/releases/only-ours").status())
        .isEqualTo(404);
    assertThat(http.api(theirs.token()).get("/api/v1/releases/own/only-ours").status())
        .isEqualTo(404);
    var policy = put(ours, "waiting", NEWS.replace("news", "policy")).json().path("id").asLong();
    assertThat(http.api(theirs.token()).get("/api/v1/releases/" + policy).status()).isEqualTo(404);
    assertThat(
            http.api(ours.token())
                .get("/api/v1/releases/" + policy)
                .json()
                .path("state")
                .asString())
        .isEqualTo("in-review");
  }

  @Test
  void withdrawing_twice_changes_nothing_and_the_page_is_gone() {
    var park = world.park("宁波");
    var id = put(park, "gone", NEWS).json().path("id").asLong();
    assertThat(http.browser().get("/releases/" + id).status()).isEqualTo(200);
    var first = http.api(park.token()).delete("/api/v1/releases/gone");
    assertThat(first.json().path("changed").asBoolean()).isTrue();
    assertThat(first.json().path("state").asString()).isEqualTo("withdrawn");
    assertThat(
            http.api(park.token())
                .delete("/api/v1/releases/gone")
                .json()
                .path("changed")
                .asBoolean())
        .isFalse();
    assertThat(http.browser().get("/releases/" + id).status()).isEqualTo(404);
    assertThat(http.api(park.token()).delete("/api/v1/releases/never").status()).isEqualTo(404);
  }

  @Test
  void the_same_delivery_brings_back_what_the_system_withdrew() {
    var park = world.park("宁波");
    put(park, "again", NEWS);
    http.api(park.token()).delete("/api/v1/releases/again");
    var back = put(park, "again", NEWS);
    assertThat(back.status()).as(back.body()).isEqualTo(200);
    assertThat(back.json().path("state").asString()).isEqualTo("published");
    assertThat(back.json().path("version").asInt()).isEqualTo(1);
  }

  @Test
  void a_post_is_taken_once_under_its_key() {
    var park = world.park("宁波");
    var api = http.api(park.token());
    assertThat(api.post("/api/v1/releases", NEWS).status()).isEqualTo(400);
    var key = Map.of("Idempotency-Key", "2026-0001");
    var first = api.post("/api/v1/releases", NEWS, key);
    var again = api.post("/api/v1/releases", NEWS, key);
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(api.post("/api/v1/releases", NEWS.replace("今日", "明日"), key).status()).isEqualTo(409);
  }

  @Test
  void script_in_every_field_is_harmless() {
    var evil = "<script>alert(1)</script>";
    var park = world.park("绍兴");
    var answer =
        put(
            park,
            "evil",
            """
            {"kind":"news","title":"%1$s","summary":"%1$s","body":"<p>%1$s</p>","documentNumber":"%1$s","issuer":"%1$s",
             "clauses":[{"title":"%1$s","audience":"%1$s","conditions":["%1$s"],"support":"%1$s","office":"%1$s"}],
             "sourceUrl":"https://example.org/?%1$s"}
            """
                .formatted(evil));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    var id = answer.json().path("id").asLong();
    assertThat(http.browser().get("/releases/" + id).body()).doesNotContain(evil);
    assertThat(http.browser().get("/releases/" + id + "?x=1").status()).isEqualTo(200);
  }

  @Test
  void a_wrong_id_is_refused() {
    assertThat(put(world.park("绍兴"), "a%20b", NEWS).status()).isEqualTo(422);
    assertThat(put(world.park("绍兴"), "x".repeat(200), NEWS).status()).isEqualTo(422);
  }
}
