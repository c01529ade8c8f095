package jianglian.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import jianglian.cooperation.ListingsBrought;
import jianglian.cooperation.Side;
import jianglian.world.ModuleTest;
import jianglian.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class OutstandingEventsTest {
  private static final AtomicLong LISTINGS = new AtomicLong(4_000_000_000L);

  @Autowired List<Job> jobs;
  @Autowired World world;
  @Autowired JdbcClient db;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  /// As a process killed before, during and after telling it leaves it, and as a listener that
  /// failed does.
  @ParameterizedTest
  @ValueSource(strings = {"PUBLISHED", "PROCESSING", "RESUBMITTED", "FAILED"})
  void an_event_that_was_not_heard_to_its_end_is_told_again(String status) {
    var listing = notHeard();
    leave(listing, status, "3 minutes");
    tellAgain();
    assertThat(within(Duration.ofSeconds(10), () -> !outstanding(listing))).as("heard").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROCESSING", "RESUBMITTED", "FAILED"})
  void an_event_of_a_moment_ago_is_left_to_its_listener(String status) {
    var listing = notHeard();
    leave(listing, status, "1 minute");
    tellAgain();
    assertThat(status(listing)).isEqualTo(status);
    forget(listing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED"})
  void what_failed_again_and_again_is_tried_ever_more_rarely(String status) {
    var listing = notHeard();
    leave(listing, status, "9 minutes");
    db.sql("update event_publication set completion_attempts = 4 where serialized_event like :it")
        .param("it", naming(listing))
        .update();
    tellAgain();
    assertThat(status(listing)).isEqualTo(status);
    leave(listing, status, "17 minutes");
    tellAgain();
    assertThat(within(Duration.ofSeconds(10), () -> !outstanding(listing))).as("heard").isTrue();
  }

  /// An event whose listener could not do its work; now it could.
  private long notHeard() {
    var listing = LISTINGS.incrementAndGet();
    var park = world.park("重庆").id();
    transaction.executeWithoutResult(
        _ -> events.publishEvent(new ListingsBrought(Side.NEED, park, List.of(listing))));
    assertThat(within(Duration.ofSeconds(10), () -> "FAILED".equals(status(listing))))
        .as("the listener fails while the listing is not there")
        .isTrue();
    db.sql(
            """
            insert into listing (id, side, park_id, title, text, type, state, digest, created_at, updated_at, opened_at, expires_on)
            overriding system value
            values (:id, 'need', :park, '江水测温浮标', '寻找低功耗的测温浮标。', 'technology', 'draft', :digest, now(), now(), now(), current_date + 1)
            """)
        .param("id", listing)
        .param("park", park)
        .param("digest", "outstanding-" + listing)
        .update();
    return listing;
  }

  private void leave(long listing, String status, String age) {
    db.sql(
            """
            update event_publication set status = :status, publication_date = now() - :age::interval,
              last_resubmission_date = case when :status = 'RESUBMITTED' or completion_attempts > 1 then now() - :age::interval end
            where serialized_event like :it
            """)
        .param("status", status)
        .param("age", age)
        .param("it", naming(listing))
        .update();
  }

  private void tellAgain() {
    jobs.stream()
        .filter(it -> it.name().equals("events.told-again"))
        .forEach(it -> it.action().run());
  }

  private boolean outstanding(long listing) {
    return status(listing) != null;
  }

  private String status(long listing) {
    return db.sql("select status from event_publication where serialized_event like :it")
        .param("it", naming(listing))
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private void forget(long listing) {
    db.sql("delete from event_publication where serialized_event like :it")
        .param("it", naming(listing))
        .update();
  }

  private static String naming(long listing) {
    return "%" + listing + "%";
  }

  private static boolean within(Duration patience, BooleanSupplier condition) {
    var end = Instant.now().plus(patience);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) return false;
      Thread.onSpinWait();
    }
    return true;
  }
}
