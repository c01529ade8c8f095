package jianglian.cases.introductions;

import java.time.Instant;
import jianglian.cases.CaseState;
import jianglian.cases.ClosingResult;
import jianglian.cooperation.Side;
import jianglian.matching.CodedReason;
import jianglian.matching.OpenCasesChanged;
import jianglian.matching.PairDealtWith;
import jianglian.matching.PairOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells matching what a case says of the pair it was opened for.
@Component
class PairNews {
  private final JdbcClient db;
  private final ApplicationEventPublisher events;

  PairNews(JdbcClient db, ApplicationEventPublisher events) {
    this.db = db;
    this.events = events;
  }

  private record Pair(long need, long offer, Side side) {}

  void stepped(long matter, Step step, Instant now) {
    tell(matter, outcome(step.to()), step.reason(), now);
  }

  void closed(long matter, Closing closing, Instant now) {
    tell(matter, outcome(closing.result()), closing.reason(), now);
  }

  private void tell(
      long matter, @Nullable PairOutcome outcome, @Nullable CodedReason reason, Instant now) {
    db.sql(
            """
            select c.need_id, c.offer_id, coalesce(i.from_side, 'need') as side
            from introduction_case c left join interest i on i.id = c.interest_id
            where c.id = :id and c.need_id is not null and c.offer_id is not null
            """)
        .param("id", matter)
        .query((row, _) ->
            new Pair(
                row.getLong("need_id"), row.getLong("offer_id"), Side.of(row.getString("side"))))
        .optional()
        .ifPresent(it -> {
          if (outcome != null) {
            events.publishEvent(
                new PairDealtWith(it.need(), it.offer(), it.side(), outcome, reason, now));
          }
          events.publishEvent(new OpenCasesChanged(it.need(), it.offer()));
        });
  }

  private static @Nullable PairOutcome outcome(CaseState state) {
    return switch (state) {
      case MET -> PairOutcome.MET;
      case LETTER_OF_INTENT, AGREEMENT -> PairOutcome.AGREED;
      case REALISED -> PairOutcome.REALISED;
      case NOT_REACHED -> PairOutcome.REFUSED;
      case WAITING, TAKEN, IN_CONTACT, CLOSED -> null;
    };
  }

  private static PairOutcome outcome(ClosingResult result) {
    return switch (result) {
      case HELPED -> PairOutcome.HELPED;
      case NOTHING_AVAILABLE -> PairOutcome.NOTHING_AVAILABLE;
      case UNREACHABLE -> PairOutcome.UNREACHABLE;
      case REFUSED -> PairOutcome.REFUSED;
    };
  }
}
