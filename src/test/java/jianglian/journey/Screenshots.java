package jianglian.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes the pictures of the main pages for the documentation from a running demo instance: 1280
/// and 390 px wide, light and dark. Arguments: HOME of the instance, folder for the pictures, and
/// optionally words that a picture's name must contain.
final class Screenshots {
  private final String address;
  private final JsonNode accounts;
  private final Path folder;
  private final List<String> wanted;

  private Screenshots(Path home, Path folder, List<String> wanted) throws IOException {
    var credentials =
        new JsonMapper().readTree(Files.readString(home.resolve("demo-credentials.json")));
    this.address = credentials.path("url").asString();
    this.accounts = credentials.path("accounts");
    this.folder = folder;
    this.wanted = wanted;
  }

  private record Shot(String name, String role, String path) {}

  private static final List<Shot> SHOTS =
      List.of(
          new Shot("home", "", "/"),
          new Shot("releases", "", "/releases?q=%E6%9C%BA%E5%99%A8%E4%BA%BA"),
          new Shot("release", "", "/releases?kind=policy -> ul.list a"),
          new Shot("hall", "", "/hall"),
          new Shot("parks", "", "/parks"),
          new Shot("park", "", "/parks/42103001"),
          new Shot("search", "", "/search?q=%E5%B1%A5%E5%B8%A6%E5%BA%95%E7%9B%98"),
          new Shot("sign-in", "", "/sign-in"),
          new Shot("workspace-enterprise", "r-zj-chisui", "/workspace"),
          new Shot(
              "matches",
              "r-zj-chisui",
              "/workspace -> main a[href^='/needs/']:not([href$='/new'])"),
          new Shot("organisation", "r-zj-chisui", "/workspace -> main a[href^='/organisations/']"),
          new Shot("workspace-liaison", "wuhandonghu.liaison", "/workspace"),
          new Shot("case", "wuhandonghu.liaison", "/cases -> main a[href^='/cases/']"),
          new Shot("workspace-park", "wuhandonghu.admin", "/workspace"),
          new Shot("park-interface", "wuhandonghu.admin", "/park-interface"),
          new Shot("workspace-secretariat", "mishuchu", "/workspace"),
          new Shot("review", "mishuchu", "/review/releases"),
          new Shot("audit", "shenji", "/audit"),
          new Shot("chain", "shenji", "/audit/chain"),
          new Shot("sign-up", "", "/sign-up"),
          new Shot("figures", "", "/figures"),
          new Shot("about", "", "/about"),
          new Shot("posting", "r-zj-chisui", "/needs/new"),
          new Shot("theses", "r-hf-feijin", "/theses"),
          new Shot("thesis-new", "r-hf-feijin", "/theses/new"),
          new Shot(
              "thesis-page",
              "r-hf-feijin",
              "/workspace -> main a[href^='/offers/']:not([href$='/new'])"),
          new Shot("project-new", "r-my-suoqing", "/projects/new"),
          new Shot(
              "project-page",
              "r-my-suoqing",
              "/workspace -> main li:has-text('融资') a[href^='/needs/']"),
          new Shot("partners", "r-cq-libi", "/workspace -> main a[href^='/organisations/']"),
          new Shot("workspace-investor", "r-hf-feijin", "/workspace"),
          new Shot("policies-for-firm", "r-zj-chisui", "/workspace -> a[href$='/policies']"),
          new Shot("interests", "r-zj-chisui", "/interests"),
          new Shot("interest", "r-zj-chisui", "/interests -> ul.list a.title"),
          new Shot("inbox", "r-zj-chisui", "/inbox"),
          new Shot("cases", "wuhandonghu.liaison", "/cases"),
          new Shot("checks", "wuhandonghu.liaison", "/review/listings"),
          new Shot("people", "wuhandonghu.admin", "/people"),
          new Shot("officers", "wuhandonghu.admin", "/officers"),
          new Shot("clients", "wuhandonghu.admin", "/park-interface/clients"),
          new Shot("uploads", "wuhandonghu.admin", "/park-interface/uploads"),
          new Shot("settings", "mishuchu.admin", "/settings"),
          new Shot("learning", "mishuchu", "/secretariat/matching"),
          new Shot("learned-model", "mishuchu", "/secretariat/matching -> main table tbody th a"));

  static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[1]);
    Files.createDirectories(folder);
    var chromium = new Chromium();
    chromium.start();
    try {
      new Screenshots(
              Path.of(arguments[0]), folder, List.of(arguments).subList(2, arguments.length))
          .takeAll();
    } finally {
      chromium.stop();
    }
  }

  private void takeAll() {
    for (var shot : SHOTS) {
      if (!wanted.isEmpty() && wanted.stream().noneMatch(shot.name()::contains)) continue;
      for (var width : List.of(1280, 390)) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          try (var context = Chromium.context(width, width == 390 ? 844 : 900, scheme)) {
            take(
                shot,
                context,
                "%s-%d-%s"
                    .formatted(
                        shot.name(), width, scheme.name().toLowerCase(java.util.Locale.ROOT)));
          }
        }
      }
    }
  }

  private void take(Shot shot, BrowserContext context, String name) {
    var page = context.newPage();
    var problems = new ArrayList<String>();
    page.onConsoleMessage(it -> problems.add(it.text()));
    if (!shot.role().isEmpty()) {
      Chromium.signIn(page, address, shot.role(), password(shot.role()));
    }
    var steps = shot.path().split(" -> ", -1);
    page.navigate(address + steps[0]);
    if (steps.length > 1 && !follow(page, steps[1])) problems.add("no " + steps[1]);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
    var wide =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    System.out.println(name + (Boolean.TRUE.equals(wide) ? " OVERFLOWS" : "") + " " + problems);
  }

  private boolean follow(Page page, String selector) {
    var link = page.locator(selector).first();
    if (link.count() == 0) return false;
    page.navigate(address + link.getAttribute("href"));
    return true;
  }

  private String password(String username) {
    return StreamSupport.stream(accounts.spliterator(), false)
        .filter(it -> it.path("username").asString().equals(username))
        .map(it -> it.path("password").asString())
        .findFirst()
        .orElseThrow();
  }
}
