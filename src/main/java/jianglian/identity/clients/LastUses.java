package jianglian.identity.clients;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jianglian.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// When each client last called, gathered in memory and written by a job.
@Component
class LastUses {
  private final Map<Long, Instant> uses = new ConcurrentHashMap<>();
  private final ApiClients clients;
  private final Clock clock;

  LastUses(ApiClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  void note(long client) {
    uses.put(client, clock.instant());
  }

  void write() {
    var taken = new HashMap<Long, Instant>();
    uses.keySet()
        .forEach(client -> {
          var at = uses.remove(client);
          if (at != null) taken.put(client, at);
        });
    clients.used(taken);
  }

  @Bean
  static Job clientUses(LastUses uses) {
    return new Job("identity.client-uses", uses::write);
  }
}
