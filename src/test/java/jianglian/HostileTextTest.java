package jianglian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jianglian.audit.Role;
import jianglian.audit.Scope;
import jianglian.cases.Introduced;
import jianglian.world.Http;
import jianglian.world.Http.Answer;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Script stands in every text that people and systems can type; every page of every role shows it
/// as the text it is. A zero character, which no database holds, is refused wherever it is typed.
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {
  private static final String SCRIPT = "'\"><script>alert(1)</script><i onblur=1>";
  private static final Pattern VARIABLE =
      Pattern.compile("\\{(\\w+)[^{}/]*(?:\\{[^{}]*\\}[^{}/]*)*\\}");
  private static final Pattern NUMBER = Pattern.compile("(\\d+)(?:[?#].*)?$");

  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  private Introduced introduced;
  private World.Park park;
  private final Map<String, Http.Browser> readers = new LinkedHashMap<>();
  private final Map<String, String> ids = new LinkedHashMap<>();

  @BeforeAll
  void everything_that_can_be_typed_is_typed() {
    introduced = new Introduced(world, http, db);
    var pair = introduced.pair();
    park = pair.need().park();
    readers.put("visitor", http.browser());
    readers.put("officer", introduced.browser(pair.need().officer()));
    readers.put("member", introduced.browser(pair.need().member()));
    readers.put("other side", introduced.browser(pair.offer().member()));
    readers.put("other officer", introduced.browser(pair.offer().officer()));
    readers.put("administrator", person(Role.PARK_ADMINISTRATOR, Scope.park(park.id())));
    readers.put("secretary", person(Role.SECRETARIAT, Scope.ALLIANCE));
    readers.put("chief", person(Role.SECRETARIAT_ADMINISTRATOR, Scope.ALLIANCE));
    readers.put("auditor", person(Role.AUDITOR, Scope.ALLIANCE));
    profiles(pair);
    releases();
    listings();
    cases(pair);
    uploads();
  }

  private Http.Browser person(Role role, Scope scope) {
    return introduced.browser(world.person(SCRIPT, role, scope));
  }

  private Http.Browser as(String reader) {
    return readers.get(reader);
  }

  /// Posts the form; it is taken.
  private String done(String reader, String page, String path, Map<String, String> fields) {
    var answer = as(reader).submit(page, path, fields);
    assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(302);
    return answer.header("Location");
  }

  private static String number(String location) {
    var found = NUMBER.matcher(location);
    assertThat(found.find()).as(location).isTrue();
    return found.group(1);
  }

  private void profiles(Introduced.Pair pair) {
    var facts = Map.of("introduction", SCRIPT, "introductionEn", SCRIPT);
    done(
        "administrator",
        "/parks/" + park.code() + "/edit",
        "/parks/" + park.code() + "/edit",
        facts);
    var firm = "/organisations/" + pair.need().firm().id() + "/edit";
    done(
        "member",
        firm,
        firm,
        Map.of(
            "introduction", SCRIPT,
            "qualifications", SCRIPT,
            "contactName", SCRIPT,
            "contactTitle", SCRIPT));
    db.sql("update organisation set name = name || :script where id = :id")
        .param("script", SCRIPT)
        .param("id", pair.need().firm().id())
        .update();
    done(
        "member",
        "/account",
        "/account",
        Map.of("name", "林<script>alert(1)</script>", "lang", "zh"));
    as("administrator")
        .submit(
            "/park-interface/clients",
            "/park-interface/clients",
            Map.of("park", String.valueOf(park.id()), "name", "<script>alert(1)</script>"));
    ids.put("code", park.code());
    ids.put("organisation", String.valueOf(pair.need().firm().id()));
  }

  private void releases() {
    var json = new JsonMapper();
    for (var kind : List.of("policy", "news")) {
      var clause =
          json.createObjectNode()
              .put("title", SCRIPT)
              .put("audience", SCRIPT)
              .put("support", SCRIPT)
              .put("office", SCRIPT);
      clause.putArray("conditions").add(SCRIPT);
      var release =
          json.createObjectNode()
              .put("kind", kind)
              .put("title", SCRIPT)
              .put("summary", SCRIPT)
              .put("body", "<p>" + SCRIPT + "</p><a href=\"javascript:alert(3)\">x</a>")
              .put("documentNumber", SCRIPT)
              .put("issuer", SCRIPT)
              .put("sourceUrl", "https://example.org/?" + SCRIPT.replace(" ", "+"));
      release.putArray("clauses").add(clause);
      var answer =
          http.api(park.token()).put("/api/v1/releases/hostile-" + kind, release.toString());
      assertThat(answer.status()).as(answer.body()).isEqualTo(201);
      ids.put("release", String.valueOf(answer.json().path("id").asLong()));
      var again = release.put("body", SCRIPT + SCRIPT).toString();
      assertThat(http.api(park.token()).put("/api/v1/releases/hostile-" + kind, again).status())
          .isEqualTo(200);
    }
    var waiting =
        http.api(park.token())
            .put("/api/v1/releases/back", "{\"kind\":\"policy\",\"title\":\"退回\",\"body\":\"x\"}");
    var path = "/review/releases/" + waiting.json().path("id").asLong() + "/return";
    done("secretary", "/review/releases", path, Map.of("reason", SCRIPT));
  }

  private void listings() {
    for (var act : List.of("check", "return")) {
      var location = done("member", "/needs/new", "/needs/new", listing());
      var path = "/review/listings/" + number(location) + "/" + act;
      done("officer", "/review/listings", path, Map.of("reason", SCRIPT));
      ids.put("need", number(location));
    }
    done("member", "/needs/new", "/needs/new", listing());
    var draft = listing();
    draft.put("keep", "1");
    draft.put("industries", SCRIPT);
    draft.put("amountMin", SCRIPT);
    done("member", "/needs/new", "/needs/new", draft);
  }

  private static Map<String, String> listing() {
    var form = new LinkedHashMap<String, String>();
    for (var field : List.of("title", "text", "keywords", "contact")) form.put(field, SCRIPT);
    form.put("title", SCRIPT + System.nanoTime());
    form.put("type", "technology");
    return form;
  }

  private void cases(Introduced.Pair pair) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("from", String.valueOf(pair.need().listing()));
    fields.put("to", String.valueOf(pair.offer().listing()));
    fields.put("message", SCRIPT);
    var first = number(done("member", "/cases", "/interests", fields));
    done(
        "other side",
        "/cases",
        "/interests/" + first + "/refusal",
        Map.of("reason", "other", "note", SCRIPT));
    var second = number(done("member", "/cases", "/interests", fields));
    ids.put("interest", second);
    var address =
        done("other side", "/cases", "/interests/" + second + "/acceptance", Map.of())
            .replaceFirst("^https?://[^/]+", "");
    ids.put("number", address.substring("/cases/".length()));
    done("officer", "/cases", address + "/taking", Map.of());
    done("other officer", "/cases", address + "/taking", Map.of());
    done("officer", "/cases", address + "/notes", Map.of("text", SCRIPT, "visibility", "parties"));
    done("officer", "/cases", address + "/notes", Map.of("text", SCRIPT, "visibility", "officers"));
    done("officer", "/cases", address + "/steps", Map.of("to", "in-contact", "note", SCRIPT));
    var paper =
        as("officer")
            .upload(
                "/cases",
                address + "/documents",
                Map.of(),
                "document",
                "<i onblur=1>.pdf",
                "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8));
    assertThat(paper.status()).as(paper.body()).isEqualTo(302);
  }

  private void uploads() {
    var sheet = "编号,类型,标题,正文\n\"%s\",\"%s\",\"%s\",x\n".formatted(quoted(), quoted(), quoted());
    var answer =
        as("administrator")
            .upload(
                "/park-interface/uploads",
                "/park-interface/uploads",
                Map.of("kind", "release"),
                "file",
                "<i onblur=1>.csv",
                sheet.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    ids.put("upload", number(answer.header("Location")));
  }

  private static String quoted() {
    return SCRIPT.replace("\"", "\"\"");
  }

  @Test
  void script_is_shown_as_text_on_every_page_of_every_role() throws IOException {
    var found = new ArrayList<String>();
    var shown = 0;
    for (var path : paths()) {
      for (var reader : readers.entrySet()) {
        var answer = reader.getValue().get(path);
        assertThat(answer.status()).as(path).isLessThan(500);
        if (!answer.header("Content-Type").startsWith("text/html")) continue;
        if (answer.body().contains("&lt;script&gt;alert(1)")) shown++;
        if (runs(answer)) found.add(reader.getKey() + " " + path);
      }
    }
    assertThat(found).isEmpty();
    assertThat(shown).isGreaterThan(40);
  }

  private static boolean runs(Answer answer) {
    var page = Jsoup.parse(answer.body());
    return page.select("script").stream().anyMatch(it -> it.data().contains("alert"))
        || !page.select("[onblur], [href^=javascript]").isEmpty();
  }

  /// Every address that answers GET, with the numbers of what was typed into.
  private List<String> paths() throws IOException {
    var paths = new ArrayList<String>();
    for (var line : endpoints()) {
      var words = line.split(" ", -1);
      if (!words[0].equals("GET")) continue;
      var path = filled(words[1]);
      if (path != null) paths.add(path);
    }
    assertThat(paths).hasSizeGreaterThan(50);
    var asked = Http.encoded(SCRIPT);
    paths.addAll(
        List.of(
            "/search?q=" + asked,
            "/hall?q=" + asked,
            "/releases?q=" + asked,
            "/suggest?q=" + asked));
    paths.add("/search?q=alert&park=" + park.code());
    paths.add("/releases?park=" + park.code());
    paths.add("/hall?park=" + park.code());
    return paths;
  }

  private static List<String> endpoints() throws IOException {
    try (var in = HostileTextTest.class.getResourceAsStream("/endpoints.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /// Null where the address names something of which nothing was typed here.
  private String filled(String pattern) {
    var id =
        switch (pattern.split("/", -1)[1]) {
          case "needs" -> ids.get("need");
          case "releases" -> ids.get("release");
          case "organisations" -> ids.get("organisation");
          case "interests" -> ids.get("interest");
          case "park-interface" -> ids.get("upload");
          default -> null;
        };
    var path =
        VARIABLE
            .matcher(pattern)
            .replaceAll(it ->
                switch (it.group(1)) {
                  case "id" -> id == null ? "{}" : id;
                  case "code", "number" -> ids.get(it.group(1));
                  case "sides" -> "needs";
                  case "format" -> pattern.startsWith("/feeds") ? "json" : "csv";
                  case "kind" -> "release";
                  default -> "{}";
                });
    return path.contains("{") ? null : path;
  }

  @Test
  void a_zero_character_is_refused_wherever_it_is_typed() throws IOException {
    for (var path : paths()) {
      var joint = path.contains("?") ? "&" : "?";
      for (var name : List.of("q", "after", "park", "kind", "industry", "to", "box", "state")) {
        var answer =
            as("chief")
                .get(path.replaceFirst("\\?.*", "") + joint.replace('&', '?') + name + "=a%00b");
        assertThat(answer.status()).as(path + " " + name + " " + answer.body()).isLessThan(500);
      }
    }
    var reason = Map.of("reason", "a\u0000b");
    var need = number(done("member", "/needs/new", "/needs/new", listing()));
    var back =
        as("officer").submit("/review/listings", "/review/listings/" + need + "/return", reason);
    assertThat(back.status()).isEqualTo(400);
    assertThat(back.body()).contains("无法保存");
    var name = Map.of("name", "a\u0000b", "lang", "zh");
    assertThat(as("member").submit("/account", "/account", name).status()).isIn(400, 422);
  }
}
