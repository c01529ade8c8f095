package jianglian.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/// A liaison officer writes a policy in a real browser: what is answered while typing, without the
/// page being loaded anew.
@ModuleTest
class WritingJourneyTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @Autowired Http http;
  @Autowired World world;

  @Test
  void a_policy_is_written_previewed_kept_while_typing_and_submitted() {
    var park = world.park("芜湖");
    var officer = world.person("许江", Role.LIAISON, Scope.park(park.id()));
    try (var desk = Chromium.desk()) {
      var page = desk.newPage();
      Chromium.signIn(page, http.address(), officer.username(), World.PASSWORD);
      page.navigate(http.address() + "/park-interface/releases");
      page.locator("main a.primary").click();
      page.check("[name=kind][value=policy]");
      page.fill("[name=title]", "关于支持人形机器人中试的若干措施");
      page.fill("[name=body]", "在本区登记的**整机企业**。");
      page.locator("[name=documentNumber]").pressSequentially("芜新管[2026] 012号");
      assertThat(page.locator("#understood")).containsText("芜新管〔2026〕12号");
      page.click("#add-clause");
      page.fill("[name='clauses/0/title']", "中试补贴");
      page.click("#add-clause");
      page.fill("[name='clauses/1/title']", "首台套奖励");
      page.click("#up-clause-1");
      assertThat(page.locator("[name='clauses/0/title']")).hasValue("首台套奖励");
      page.locator("button[value=preview]").last().click();
      assertThat(page.locator("#preview strong").last()).hasText("整机企业");
      assertThat(page.locator("#kept")).containsText("已自动保存");
      page.reload();
      assertThat(page.locator("[name='clauses/1/title']")).hasValue("中试补贴");
      page.locator("button[value=submit]").click();
      assertThat(page.getByText("已提交，等联盟审核").first()).isVisible();
    }
  }
}
