package jianglian.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The system's Chromium, started once for a class of journeys. Set JIANGLIAN_CHROMIUM when it lies
/// elsewhere than in /usr/bin.
final class Chromium implements BeforeAllCallback, AfterAllCallback {
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static Playwright playwright;
  private static Browser browser;

  @Override
  public void beforeAll(ExtensionContext context) {
    start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    stop();
  }

  void start() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(ARGUMENTS));
  }

  void stop() {
    browser.close();
    playwright.close();
  }

  /// A new person at a desk: 1280 by 900, Chinese, light.
  static BrowserContext desk() {
    return context(1280, 900, ColorScheme.LIGHT);
  }

  /// The same with a browser that runs no JavaScript.
  static BrowserContext deskWithoutScript() {
    return browser.newContext(options(1280, 900, ColorScheme.LIGHT).setJavaScriptEnabled(false));
  }

  static BrowserContext context(int width, int height, ColorScheme scheme) {
    return browser.newContext(options(width, height, scheme));
  }

  private static Browser.NewContextOptions options(int width, int height, ColorScheme scheme) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(scheme)
        .setLocale("zh-CN")
        .setAcceptDownloads(true);
  }

  /// Signs in on the page as a person would.
  static void signIn(Page page, String address, String username, String password) {
    page.navigate(address + "/sign-in");
    page.fill("[name=username]", username);
    page.fill("[name=password]", password);
    page.locator("main form button").first().click();
    page.waitForURL(url -> !url.contains("/sign-in"));
  }

  private static Path executable() {
    var named = System.getenv("JIANGLIAN_CHROMIUM");
    var path = Path.of(named == null ? "/usr/bin/chromium" : named);
    if (!Files.isExecutable(path)) {
      throw new IllegalStateException(
          path + " is not there: apt-get install chromium fonts-noto-cjk");
    }
    return path;
  }
}
