package jianglian.cooperation.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import jianglian.search.SearchEngine;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class HallTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired SearchEngine engine;

  private World.Park park;

  @BeforeEach
  void aPark() {
    park = world.park("苏州");
  }

  private long put(String side, String id, String title, String more) {
    var answer =
        http.api(park.token())
            .put(
                "/api/v1/" + side + "/" + id,
                """
                {"title": "%s", "text": "用于光学检测产线。", "type": "technology"%s}
                """
                    .formatted(title, more));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("id").asLong();
  }

  private String hall(String query) {
    engine.await(Duration.ofSeconds(5));
    var answer = http.browser().get("/hall?park=" + park.code() + query);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void the_hall_is_searched_and_narrowed() {
    put("needs", "1", "寻亚微米级晶圆缺陷检测镜头", ", \"industries\": [\"3562\"]");
    put("offers", "1", "提供线阵相机标定服务", "");
    assertThat(hall("")).contains("晶圆缺陷检测镜头", "线阵相机标定", "还剩");
    assertThat(hall("&side=need")).contains("晶圆缺陷检测镜头").doesNotContain("线阵相机标定");
    assertThat(hall("&industry=35")).contains("晶圆缺陷检测镜头").doesNotContain("线阵相机标定");
    assertThat(hall("&type=site")).contains("没有找到符合条件");
    assertThat(hall("&q=" + URLEncoder.encode("晶圆检测", StandardCharsets.UTF_8)))
        .contains("晶圆缺陷检测镜头");
  }

  @Test
  void an_unknown_facet_or_page_does_no_harm() {
    assertThat(http.browser().get("/hall?side=%3Cscript%3E&type=x&industry=%27&after=zzz").status())
        .isLessThan(500);
    assertThat(http.browser().get("/hall?q=" + "%E9%95%BF".repeat(700)).status()).isEqualTo(200);
  }

  @Test
  void other_systems_read_the_public_part() {
    var id =
        put("needs", "7", "寻高速振镜扫描系统", ", \"contact\": \"13900001111\", \"amountMin\": 500000");
    var open = http.api().get("/api/v1/needs/" + id);
    assertThat(open.status()).isEqualTo(200);
    assertThat(open.body()).contains("寻高速振镜扫描系统").doesNotContain("13900001111", "externalId");
    assertThat(open.json().path("amountMin").asLong()).isEqualTo(500_000);
    assertThat(open.json().path("park").path("code").asString()).isEqualTo(park.code());
    var own = http.api(park.token()).get("/api/v1/needs/" + id);
    assertThat(own.json().path("externalId").asString()).isEqualTo("7");
    engine.await(Duration.ofSeconds(5));
    var found = http.api().get("/api/v1/needs?size=5&park=" + park.code());
    assertThat(found.json().path("items").values())
        .extracting(it -> it.path("id").asLong())
        .contains(id);
    assertThat(http.api().get("/api/v1/offers/" + id).status()).isEqualTo(404);
    assertThat(http.api().get("/api/v1/needs?size=abc").status()).isEqualTo(400);
  }

  @Test
  void pages_of_a_list_follow_each_other_without_repeating() {
    for (var i = 0; i < 5; i++) put("offers", "p" + i, "供应第" + i + "批滚珠丝杠", "");
    engine.await(Duration.ofSeconds(5));
    var api = http.api();
    var path = "/api/v1/offers?size=2&park=" + park.code();
    var first = api.get(path).json();
    var second =
        api.get(
                path
                    + "&after="
                    + URLEncoder.encode(first.path("next").asString(), StandardCharsets.UTF_8))
            .json();
    var ids = first.path("items").values().stream().map(it -> it.path("id").asLong()).toList();
    assertThat(ids).hasSize(2);
    assertThat(second.path("items").values())
        .extracting(it -> it.path("id").asLong())
        .hasSize(2)
        .doesNotContainAnyElementsOf(ids);
  }

  @Test
  void many_rows_come_by_import_with_a_verdict_for_each() {
    var rows =
        """
        {"externalId": "i1", "title": "寻六维力传感器", "text": "量程 200 牛。", "type": "technology"}
        {"externalId": "i2", "title": "寻", "text": "x", "type": "technology"}
        {"externalId": "i3", "title": "寻防爆伺服电机", "text": "2 千瓦。", "type": "magic"}
        {"externalId": "i4", "title": "寻高速电主轴", "text": "4 万转。", "type": "business"}
        """;
    var answer =
        http.api(park.token())
            .post(
                "/api/v1/needs/import",
                "application/x-ndjson",
                rows.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body().lines().toList())
        .hasSize(4)
        .satisfiesExactly(
            it -> assertThat(it).contains("created"),
            it -> assertThat(it).contains("refused", "/title"),
            it -> assertThat(it).contains("refused", "/type"),
            it -> assertThat(it).contains("created"));
    var again =
        http.api(park.token())
            .post(
                "/api/v1/needs/import",
                "application/x-ndjson",
                rows.getBytes(StandardCharsets.UTF_8));
    assertThat(again.body().lines().filter(it -> it.contains("unchanged")).count()).isEqualTo(2);
    assertThat(hall("&side=need")).contains("寻六维力传感器", "寻高速电主轴");
  }
}
