package jianglian.identity.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import jianglian.Jianglian;
import jianglian.world.Http;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/// An instance of its own, for it begins with nobody.
@SpringBootTest(
    classes = Jianglian.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "jianglian.first-run-test=alone")
@DirtiesContext
@Import(Http.class)
class FirstRunTest {
  @Autowired Http http;

  @Value("${jianglian.home}")
  Path home;

  @Test
  void whoever_holds_the_code_becomes_the_first_administrator_and_nobody_after()
      throws IOException {
    var browser = http.browser();
    assertThat(browser.get("/sign-in").header("Location")).endsWith("/first-run");
    assertThat(browser.get("/first-run").body()).contains("一次性代码");

    var file = home.resolve("first-run-code");
    var code = Files.readString(file);
    assertThat(code).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    var guessed = make(browser, "AAAA-BBBB-CCCC", "qin@example.org");
    assertThat(guessed.status()).isEqualTo(422);
    assertThat(guessed.body()).contains("代码不对").doesNotContain(code);
    assertThat(make(browser, code, "no address").body()).contains("完整的邮箱地址");

    var made = make(browser, code.toLowerCase().replace("-", " "), "Qin@Example.org");
    assertThat(made.header("Location")).endsWith("/parks/new");
    assertThat(browser.get("/account").body()).contains("秦岭", "秘书处管理员", "qin@example.org");
    assertThat(file).doesNotExist();

    assertThat(http.browser().get("/first-run").status()).isEqualTo(404);
    assertThat(make(http.browser(), code, "second@example.org").status()).isIn(403, 404);
    assertThat(http.browser().get("/sign-in").status()).isEqualTo(200);
    http.browser().signIn("qin@example.org", "汉江从这里流入了长江");
  }

  private static Http.Answer make(Http.Browser browser, String code, String email) {
    return browser.submit(
        "/first-run",
        "/first-run",
        Map.of("code", code, "name", "秦岭", "email", email, "password", "汉江从这里流入了长江"));
  }
}
