package jianglian.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jianglian.Jianglian;
import jianglian.world.Http;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    classes = Jianglian.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "jianglian.demo=true")
@Import(Http.class)
class DemoTest {
  @Autowired Http http;
  @Autowired JdbcClient db;
  @Autowired Environment environment;

  @Test
  void the_alliance_is_there() {
    assertThat(count("park where state = 'member'")).isEqualTo(51);
    assertThat(count("park where founder")).isEqualTo(5);
    assertThat(count("organisation where state = 'admitted'")).isEqualTo(160);
    assertThat(count("listing")).isEqualTo(165);
    assertThat(count("listing where state = 'open'")).isGreaterThan(140);
    assertThat(count("release where kind = 'policy'")).isEqualTo(60);
    assertThat(count("release where state = 'in-review'")).isPositive();
    assertThat(count("release_clause")).isGreaterThan(200);
    assertThat(count("introduction_case")).isEqualTo(16);
    assertThat(count("introduction_case where state = 'realised'")).isEqualTo(1);
    assertThat(count("interest where state = 'waiting'")).isEqualTo(2);
  }

  @Test
  void every_firm_says_that_it_is_an_example_and_bears_a_code_of_no_real_region() {
    assertThat(count("organisation where name not like '%（示例）%' or uscc not like '91990000%'"))
        .isZero();
  }

  @Test
  void what_was_entered_is_on_record() {
    assertThat(count("audit_entry where object_kind = 'release'")).isGreaterThanOrEqualTo(108);
    assertThat(count("search_change where kind = 'park'")).isGreaterThanOrEqualTo(51);
  }

  @Test
  void the_sign_ins_are_for_the_owner_and_work() throws IOException {
    var file = Path.of(environment.getRequiredProperty("jianglian.home"), "demo-credentials.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var credentials = new JsonMapper().readTree(Files.readString(file));
    assertThat(credentials.path("url").asString()).isEqualTo(http.address());
    assertThat(credentials.path("parks")).hasSize(51);
    var token = credentials.path("parks").get(0).path("token").asString();
    var news = "{\"kind\": \"news\", \"title\": \"园区网站已接通\", \"body\": \"今天起自动报送。\"}";
    assertThat(http.api(token).put("/api/v1/releases/demo-test", news).status()).isEqualTo(201);
    var liaison = account(credentials, "liaison");
    http.browser().signIn(liaison.path("username").asString(), liaison.path("password").asString());
  }

  private static JsonNode account(JsonNode credentials, String role) {
    for (var account : credentials.path("accounts")) {
      if (account.path("role").asString().equals(role)) return account;
    }
    throw new AssertionError("nobody has the role " + role);
  }

  private long count(String what) {
    return db.sql("select count(*) from " + what).query(Long.class).single();
  }
}
