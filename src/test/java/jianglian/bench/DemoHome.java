package jianglian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a home with the demo alliance tells of its parks and sign-ins.
record DemoHome(List<Park> parks, List<Account> accounts) {
  record Park(String code, String token) {}

  record Account(String role, String username, String password) {}

  static DemoHome in(Path home) throws IOException {
    return JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build()
        .readValue(Files.readString(home.resolve("demo-credentials.json")), DemoHome.class);
  }

  /// The code of one of its parks.
  String park(Random random) {
    return parks.get(random.nextInt(parks.size())).code();
  }

  Account account(String role) {
    return accounts.stream().filter(it -> it.role().equals(role)).findFirst().orElseThrow();
  }

  /// Sends so many generated rows, half releases and half offers, as its parks would; answers the
  /// seconds it took.
  double fill(int port, int items, Deliveries deliveries) throws IOException {
    var seconds = 0.0;
    for (var i = 0; i < parks.size(); i++) {
      var from = share(items / 2, i);
      var size = share(items / 2, i + 1) - from;
      var token = parks.get(i).token();
      seconds += Deliveries.send(port, token, "releases", deliveries.releases("b", from, size));
      seconds += Deliveries.send(port, token, "offers", deliveries.offers("b", from, size));
    }
    return seconds;
  }

  private int share(int items, int parks) {
    return (int) ((long) items * parks / this.parks.size());
  }
}
