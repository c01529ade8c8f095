package jianglian.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import jianglian.database.Home;
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
  private final Home home;
  private final JsonMapper json;

  Welcome(Home home, JsonMapper json) {
    this.home = home;
    this.json = json;
  }

  record Credentials(List<Account> accounts) {}

  record Account(String role, String park, String username, String password) {}

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
      for (var account : accounts) {
        System.out.printf(
            "  %-28s %-18s %-18s %s%n",
            account.role(), account.username(), account.password(), account.park());
      }
      System.out.printf("%n  接口令牌 / API tokens: %s%n", file);
    }
    System.out.println("  Ctrl-C 停止 / stops");
  }
}
