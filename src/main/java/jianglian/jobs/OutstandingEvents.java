package jianglian.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;

/// Events whose listener did not come to its end, because its process was killed or because it
/// failed, are told again: after two minutes, then each time after twice as long. The registry
/// alone would never do so, nor take up an event that was being told again when the process died.
@Configuration(proxyBeanMethods = false)
class OutstandingEvents {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LONGEST = 8;

  @Bean
  Job eventsToldAgain(IncompleteEventPublications events, JdbcClient db, Clock clock) {
    return new Job("events.told-again", () -> tellAgain(events, db, clock.instant()));
  }

  private static void tellAgain(IncompleteEventPublications events, JdbcClient db, Instant now) {
    db.sql(
            """
            update event_publication set status = 'FAILED'
            where status = 'RESUBMITTED' and last_resubmission_date < :before
            """)
        .param("before", now.minus(PATIENCE).atOffset(ZoneOffset.UTC))
        .update();
    events.resubmitIncompletePublications(it -> due(it).isBefore(now));
  }

  private static Instant due(EventPublication event) {
    var again = event.getLastResubmissionDate();
    var tries = Math.clamp(event.getCompletionAttempts() - 1, 0, LONGEST);
    return (again == null ? event.getPublicationDate() : again)
        .plus(PATIENCE.multipliedBy(1L << tries));
  }
}
