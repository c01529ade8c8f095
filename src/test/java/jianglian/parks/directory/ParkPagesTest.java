package jianglian.parks.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ParkPagesTest {
  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  @Test
  void a_visitor_finds_a_park_by_name_and_pinyin_and_opens_it() {
    var park = world.park("江门");
    db.sql("update park set pinyin = 'jiang men cheng', industries = '{3491}' where id = ?")
        .param(park.id())
        .update();
    var firm = world.firm("江门示例机器人有限公司", park);
    assertThat(http.browser().get("/parks?q=JiangMenCheng").body())
        .contains("/parks/" + park.code(), "湖北省", "入驻单位 1 家");
    assertThat(http.browser().get("/parks?q=nowhere-at-all").body()).contains("没有找到这样的园区");
    var page = http.browser().get("/parks/" + park.code()).body();
    assertThat(page).contains(firm.name(), "工业机器人制造", park.code());
    assertThat(http.browser().get("/parks/" + park.code() + "?lang=en").body()).contains("Park ");
    assertThat(http.browser().get("/parks/00000000").status()).isEqualTo(404);
  }

  @Test
  void a_park_that_is_no_member_yet_has_no_page() {
    var park = world.park("申请");
    db.sql("update park set state = 'applied' where id = ?").param(park.id()).update();
    assertThat(http.browser().get("/parks/" + park.code()).status()).isEqualTo(404);
  }

  @Test
  void the_organisations_of_a_park_are_found_by_name_and_kind() {
    var park = world.park("名录");
    world.firm("名录甲示例公司", park);
    world.firm("名录乙_示例%公司", park);
    var path = "/parks/" + park.code() + "/organisations";
    assertThat(http.browser().get(path + "?q=%E7%94%B2").body())
        .contains("名录甲")
        .doesNotContain("名录乙");
    assertThat(http.browser().get(path + "?q=%25").body()).contains("名录乙").doesNotContain("名录甲");
    assertThat(http.browser().get(path + "?kind=investor").body()).contains("没有符合条件的单位");
    assertThat(http.browser().get(path + "?kind=nonsense&after=x").status()).isEqualTo(200);
  }

  @Test
  void the_secretariat_adds_one_park_or_many() {
    var secretariat = world.person("秦岭", Role.SECRETARIAT_ADMINISTRATOR, Scope.ALLIANCE);
    var browser = http.browser().signIn(secretariat.username(), World.PASSWORD);
    var n = secretariat.id() % 10_000;
    var code = "%08d".formatted(80_000_000 + n);
    var added = browser.submit("/parks/new", "/parks/new", park(code, "新添园区" + n));
    assertThat(added.status()).isEqualTo(302);
    assertThat(browser.get("/parks/" + code).body()).contains("新添园区" + n, "武汉市", "发起园区");
    assertThat(browser.submit("/parks/new", "/parks/new", park(code, "另一园区" + n)).body())
        .contains("园区代码 " + code + " 已经用过了");
    var second = "%08d".formatted(81_000_000 + n);
    var table =
        second
            + ",表格园区"
            + n
            + ",表格"
            + n
            + ",,420111,114.4,30.5,否\n"
            + code
            + ",重复,重复,,420111,114,30,否";
    var partly = browser.submit("/parks/new", "/parks/new/table", Map.of("table", table));
    assertThat(partly.status()).isEqualTo(422);
    assertThat(partly.body()).contains("已添加 1 家园区", "第 2 行");
    assertThat(browser.get("/parks/" + second).status()).isEqualTo(200);
  }

  @Test
  void nobody_else_adds_parks() {
    var officer = world.person("陈立", Role.PARK_ADMINISTRATOR, Scope.park(world.park("东湖").id()));
    var browser = http.browser().signIn(officer.username(), World.PASSWORD);
    assertThat(browser.get("/parks/new").status()).isEqualTo(403);
    assertThat(browser.submit("/account", "/parks/new", park("80000000", "偷偷添加")).status())
        .isEqualTo(403);
    assertThat(http.browser().get("/parks/new").header("Location")).contains("/sign-in");
  }

  @Test
  void a_park_is_described_by_its_own_administrator_only() {
    var park = world.park("自述");
    var own = world.person("陈立", Role.PARK_ADMINISTRATOR, Scope.park(park.id()));
    var other = world.person("何苗", Role.PARK_ADMINISTRATOR, Scope.park(world.park("两江").id()));
    var path = "/parks/" + park.code() + "/edit";
    var facts =
        Map.of(
            "introduction",
            "<script>alert(1)</script>光谷",
            "industries",
            "工业机器人制造、3492",
            "website",
            "www.example.cn");
    var browser = http.browser().signIn(own.username(), World.PASSWORD);
    assertThat(browser.submit(path, path, facts).status()).isEqualTo(302);
    assertThat(http.browser().get("/parks/" + park.code()).body())
        .contains("光谷", "特殊作业机器人制造", "https://www.example.cn")
        .doesNotContain("<script>alert");
    assertThat(browser.submit(path, path, Map.of("website", "javascript:alert(1)")).status())
        .isEqualTo(422);
    assertThat(browser.submit(path, path, Map.of("industries", "机器人")).body()).contains("是不是");
    var stranger = http.browser().signIn(other.username(), World.PASSWORD);
    assertThat(stranger.submit("/account", path, facts).status()).isEqualTo(403);
  }

  @Test
  void an_organisation_is_described_by_its_own_people_and_invisible_to_others_until_admitted() {
    var park = world.park("企业");
    var firm = world.firm("企业示例有限公司", park);
    var other = world.firm("别家示例有限公司", park);
    var owner = world.person("沈叙安", Role.ORGANISATION_ADMINISTRATOR, Scope.organisation(firm.id()));
    var browser = http.browser().signIn(owner.username(), World.PASSWORD);
    var path = "/organisations/" + firm.id() + "/edit";
    var form =
        Map.of(
            "introduction",
            "做消防机器人",
            "industries",
            "3492",
            "founded",
            "２０１５",
            "contactPhone",
            "027-1",
            "name",
            "冒名公司");
    assertThat(browser.submit(path, path, form).status()).isEqualTo(302);
    assertThat(browser.get("/organisations/" + firm.id()).body())
        .contains("做消防机器人", "027-1", "2015");
    assertThat(http.browser().get("/organisations/" + firm.id()).body())
        .contains("企业示例有限公司", "做消防机器人")
        .doesNotContain("027-1", "冒名公司");
    assertThat(
            browser
                .submit(path, path, Map.of("founded", "明年", "contactEmail", "a@b\r\nBcc: c@d.cn"))
                .status())
        .isEqualTo(422);
    var others = "/organisations/" + other.id() + "/edit";
    assertThat(browser.get(others).status()).isEqualTo(403);
    db.sql("update organisation set state = 'pending' where id = ?").param(other.id()).update();
    assertThat(browser.get(others).status()).isEqualTo(404);
    assertThat(http.browser().get("/organisations/" + other.id()).status()).isEqualTo(404);
    assertThat(http.browser().get("/organisations/eins").status()).isEqualTo(404);
  }

  private static Map<String, String> park(String code, String name) {
    var form = new HashMap<String, String>();
    form.put("code", code);
    form.put("name", name);
    form.put("shortName", name);
    form.put("region", "420111");
    form.put("longitude", "114.4");
    form.put("latitude", "30.5");
    form.put("founder", "true");
    return form;
  }
}
