package jianglian.cooperation.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// An investor's thesis and a project that raises money, by form, API and sheet.
@ModuleTest
class ThesisTest {
  @Autowired Http http;
  @Autowired World world;

  private World.Park park;
  private World.Firm fund;
  private Http.Browser investor;

  @BeforeEach
  void people() {
    park = world.park("杭州");
    fund = world.firm("杭州浅滩股权投资有限公司" + park.id(), park);
    investor =
        http.browser()
            .signIn(
                world
                    .person("祝庭", Role.ORGANISATION_ADMINISTRATOR, Scope.organisation(fund.id()))
                    .username(),
                World.PASSWORD);
  }

  private static Map<String, String> form(String... more) {
    var form = new HashMap<String, String>();
    form.put("title", "机器人核心零部件早期股权投资");
    form.put("text", "投减速器、伺服、力传感，年收入不设门槛。");
    for (var i = 0; i < more.length; i += 2) form.put(more[i], more[i + 1]);
    return form;
  }

  private static String path(Http.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    return answer.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  @Test
  void a_thesis_says_stages_ticket_instruments_and_what_it_never_does() {
    var address =
        path(
            investor.submit(
                "/theses/new",
                "/theses/new",
                form(
                    "stages", "seed,angel",
                    "instruments", "equity",
                    "amountMin", "100",
                    "amountMax", "800",
                    "industries", "3453、3983",
                    "exclusions", "房地产业、烟草制品业",
                    "regions", "湖北")));
    assertThat(address).startsWith("/offers/");
    var page = investor.get(address).body();
    assertThat(page)
        .contains("种子轮、天使轮", "股权", "100 万至 800 万元", "单笔额度", "房地产业、烟草制品业", "湖北省")
        .contains("投资阶段", "出资方式", "不投的行业");
    var edit = investor.get(address + "/edit").body();
    assertThat(edit)
        .contains("value=\"angel\" checked", "value=\"房地产业、烟草制品业\"")
        .doesNotContain("value=\"series-a\" checked");
    path(
        investor.submit(
            address + "/edit", address + "/edit", form("type", "capital", "stages", "series-a")));
    assertThat(investor.get(address).body()).contains("A轮").doesNotContain("天使轮", "不投的行业");
  }

  @Test
  void faults_stand_beside_their_fields_and_what_was_chosen_stays() {
    var answer =
        investor.submit(
            "/theses/new",
            "/theses/new",
            form("stages", "seed,unicorn", "exclusions", "没有这个行业", "amountMin", "很多"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("没有“unicorn”这个代码", "请填写数字", "value=\"seed\" checked", "没有这个行业");
  }

  @Test
  void a_thesis_and_an_offer_have_drafts_of_their_own() {
    investor.submit(
        "/theses/new", "/theses/draft", Map.of("title", "写到一半的意向", "stages", "series-b"));
    assertThat(investor.get("/theses/new").body())
        .contains("写到一半的意向", "value=\"series-b\" checked");
    assertThat(investor.get("/offers/new").body())
        .doesNotContain("写到一半的意向")
        .contains("/theses/new");
    assertThat(investor.get("/projects/new").body()).doesNotContain("写到一半的意向");
  }

  @Test
  void a_project_says_its_stage_and_what_it_accepts() {
    var address =
        path(
            investor.submit(
                "/projects/new",
                "/projects/new",
                form("title", "灵巧手企业A轮融资", "stages", "series-a", "instruments", "convertible")));
    assertThat(address).startsWith("/needs/");
    assertThat(investor.get(address).body()).contains("融资阶段", "A轮", "接受的融资方式", "可转债");
  }

  private static String json(String more) {
    return """
    {"title": "成长期装备投资", "text": "投装备。", "type": "capital"%s}
    """
        .formatted(more);
  }

  @Test
  void a_park_brings_the_same_fields_by_its_interface() {
    var api = http.api(park.token());
    var fields =
        """
        , "stages": ["series-b", "series-a"], "instruments": ["lease"], "exclusions": ["K"], "amountMax": 9000000\
        """;
    var put = api.put("/api/v1/offers/T-1", json(fields));
    assertThat(put.status()).as(put.body()).isEqualTo(201);
    assertThat(api.put("/api/v1/offers/T-1", json(fields)).json().path("changed").asBoolean())
        .isFalse();
    var read = api.get("/api/v1/offers/" + put.json().path("id").asLong()).json();
    assertThat(read.path("stages").toString()).isEqualTo("[\"series-a\",\"series-b\"]");
    assertThat(read.path("instruments").toString()).isEqualTo("[\"lease\"]");
    assertThat(read.path("exclusions").toString()).isEqualTo("[\"K\"]");
    api.put("/api/v1/offers/T-1", "{\"instruments\": []}");
    var changed = api.get("/api/v1/offers/" + put.json().path("id").asLong()).json();
    assertThat(changed.path("instruments")).isEmpty();
    assertThat(changed.path("stages")).hasSize(2);
    api.put("/api/v1/offers/T-1", "{\"type\": \"service\"}");
    var service = api.get("/api/v1/offers/" + put.json().path("id").asLong()).json();
    assertThat(service.has("stages")).isFalse();
  }

  @Test
  void what_is_no_stage_or_no_capital_is_refused_with_its_field() {
    var api = http.api(park.token());
    var unknown = api.put("/api/v1/offers/T-2", json(", \"stages\": [\"seed\", \"unicorn\"]"));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.body()).contains("/stages/1", "没有“unicorn”这个代码");
    var technology =
        api.put(
            "/api/v1/offers/T-3",
            "{\"title\": \"履带底盘\", \"text\": \"\", \"type\": \"technology\", \"stages\": [\"seed\"]}");
    assertThat(technology.status()).isEqualTo(422);
    assertThat(technology.body()).contains("/stages", "只有资金类", "Only needs and offers");
    var need = api.put("/api/v1/needs/T-4", json(", \"exclusions\": [\"K\"]"));
    assertThat(need.status()).isEqualTo(422);
    assertThat(need.body()).contains("/exclusions", "只有投资意向");
    var section = api.put("/api/v1/offers/T-5", json(", \"exclusions\": [\"ZZ\"]"));
    assertThat(section.body()).contains("/exclusions/0", "没有“ZZ”这个代码");
  }

  @Test
  void the_description_of_the_interface_names_the_fields() {
    var body =
        http.api()
            .get("/v3/api-docs")
            .json()
            .path("components")
            .path("schemas")
            .path("ListingBody");
    assertThat(body.path("properties").propertyNames())
        .contains("stages", "instruments", "exclusions", "amountMin");
  }

  @Test
  void a_sheet_names_stages_in_words() {
    var csv =
        """
        编号,标题,具体说明,合作类型,投资阶段,出资方式,不投的行业
        S-1,早期装备投资,投装备。,资金,种子轮、A轮,股权；可转债,房地产业
        S-2,错的阶段,投装备。,资金,Z轮,股权,
        """;
    var answer =
        http.api(park.token())
            .post("/api/v1/offers/import", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.body()).contains("created", "refused", "Z轮");
    assertThat(answer.body().lines()).hasSize(2);
    var id = answer.body().replaceAll("(?s).*?\"id\":(\\d+).*", "$1");
    var read = http.api(park.token()).get("/api/v1/offers/" + id).json();
    assertThat(read.path("stages").toString()).isEqualTo("[\"seed\",\"series-a\"]");
    assertThat(read.path("instruments").toString()).isEqualTo("[\"equity\",\"convertible\"]");
    assertThat(read.path("exclusions").toString()).isEqualTo("[\"70\"]");
  }
}
