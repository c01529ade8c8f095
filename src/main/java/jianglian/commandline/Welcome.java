package jianglian.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import jianglian.database.Home;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Tells who typed `bin/run` where to go and how to sign in.
@Component
@ConditionalOnProperty("jianglian.welcome")
class Welcome {
  private static final int EXAMPLES = 2;

  private final Home home;
  private final JsonMapper json;

  Welcome(Home home, JsonMapper json) {
    this.home = home;
    this.json = json;
  }

  record Credentials(List<Account> accounts) {}

  record Account(String role, @Nullable String park, String username, String password) {}

  /// One or two of each role; the file has them all.
  private static List<Account> examples(List<Account> accounts) {
    var seen = new HashMap<String, Integer>();
    return accounts.stream()
        .filter(it -> seen.merge(it.role(), 1, Integer::sum) <= EXAMPLES)
        .toList();
  }

  /// After everything else that waits for readiness, the demo alliance above all.
  @EventListener
  @Order
  void greet(ApplicationReadyEvent ready) throws IOException {
    var port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
    System.out.printf("%n江联 Jianglian  http://127.0.0.1:%s%n%n", port);
    var file = home.folder("demo-credentials.json");
    if (Files.exists(file)) {
      var accounts =
          json.readerFor(Credentials.class)
              .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .<Credentials>readValue(Files.readString(file))
              .accounts();
      for (var account : examples(accounts)) {
        System.out.printf(
            "  %-28s %-26s %s%n", account.role(), account.username(), account.password());
      }
      System.out.printf(
          "%n  全部 %d 个账号和接口令牌 / all accounts and API tokens: %s%n", accounts.size(), file);
    }
    System.out.println("  Ctrl-C 停止 / stops");
  }
}
