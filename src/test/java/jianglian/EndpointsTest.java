package jianglian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jianglian.cases.Introduced;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks every mapped endpoint. Each stands in endpoints.txt as `METHOD PATTERN CLASS`, sorted; the
/// class is `public` (anyone), `signed-in` (a person; the query loads through what they may see) or
/// `client` (a park's system with its token). A visitor gets nothing from the latter two.
@ModuleTest
class EndpointsTest {
  private static final Set<String> CLASSES = Set.of("public", "signed-in", "client");

  @Autowired Http http;
  @Autowired World world;
  @Autowired JdbcClient db;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  private record Endpoint(String method, String pattern, String kind) {
    /// With every variable filled: a number where one is asked for.
    String path() {
      return pattern.replaceAll("\\{[^{}/]*(\\{[^{}]*\\}[^{}/]*)*\\}", "1");
    }
  }

  /// What every address is asked for: the first of everything, whatever other tests have left.
  @BeforeEach
  void something_is_there() {
    var introduced = new Introduced(world, http, db);
    introduced.opened(introduced.pair());
  }

  @Test
  void every_endpoint_is_classified_and_no_classification_is_left_over() throws IOException {
    var classified =
        classified().stream()
            .map(it -> it.method() + " " + it.pattern())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(mapped())
        .as("add new endpoints to src/test/resources/endpoints.txt")
        .isEqualTo(classified);
    assertThat(classified().stream().map(Endpoint::kind)).isSubsetOf(CLASSES);
    assertThat(lines()).isSorted();
  }

  @Test
  void a_visitor_gets_nothing_that_is_not_public() throws IOException {
    var leaks = new ArrayList<String>();
    for (var it : classified()) {
      if (it.kind().equals("public")) continue;
      var status = it.pattern().startsWith("/api/") ? asSystem(it) : asVisitor(it);
      if (status != 404) leaks.add(it + " answered a visitor with " + status);
    }
    assertThat(leaks).isEmpty();
  }

  /// 404 stands for every way of keeping a visitor out.
  private int asVisitor(Endpoint it) {
    var browser = http.browser();
    var answer =
        it.method().equals("GET")
            ? browser.get(it.path())
            : browser.submit("/sign-up", it.path(), Map.of());
    var toSignIn = answer.status() == 302 && answer.header("Location").contains("/sign-in");
    return toSignIn || Set.of(400, 403, 404, 410).contains(answer.status()) ? 404 : answer.status();
  }

  private int asSystem(Endpoint it) {
    var api = http.api();
    var answer =
        switch (it.method()) {
          case "GET" -> api.get(it.path());
          case "PUT" -> api.put(it.path(), "{}");
          case "DELETE" -> api.delete(it.path());
          default -> api.post(it.path(), "{}");
        };
    return Set.of(400, 401, 403, 404, 415, 422).contains(answer.status()) ? 404 : answer.status();
  }

  private Set<String> mapped() {
    var found = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (!handler.getBeanType().getPackageName().startsWith("jianglian")) return;
          var methods = info.getMethodsCondition().getMethods();
          for (var pattern : info.getPatternValues()) {
            if (methods.isEmpty()) found.add("ANY " + pattern);
            methods.forEach(method -> found.add(method + " " + pattern));
          }
        });
    return found;
  }

  private static List<Endpoint> classified() throws IOException {
    return lines().stream()
        .map(it -> it.split(" "))
        .map(it -> new Endpoint(it[0], it[1], it[2]))
        .toList();
  }

  private static List<String> lines() throws IOException {
    try (var in = EndpointsTest.class.getResourceAsStream("/endpoints.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
