package jianglian.matching.feedback;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Side;
import jianglian.matching.CodedReason;
import jianglian.matching.MatchJudged;
import jianglian.matching.learning.Training;
import jianglian.web.Forbidden;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a judgement of a match with what was shown, so that the model can learn from it, and takes
/// an unsuitable counterpart out of that side's list.
@Component
class Feedback {
  private final Listings listings;
  private final Training training;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient db;
  private final Clock clock;

  Feedback(
      Listings listings,
      Training training,
      AuditTrail audit,
      ApplicationEventPublisher events,
      JdbcClient db,
      Clock clock) {
    this.listings = listings;
    this.training = training;
    this.audit = audit;
    this.events = events;
    this.db = db;
    this.clock = clock;
  }

  /// A pair as one of its sides looks at it.
  record Judged(Listing own, long need, long offer) {}

  @Transactional
  Listing notSuitable(
      long need, long offer, Side side, CodedReason reason, String note, Actor.Person person) {
    var judged = judged(need, offer, side, person);
    var now = clock.instant();
    write(judged, "not-suitable", reason, null, note, person, now);
    training.notSuitable(need, offer, side, reason, now);
    db.sql("delete from match where for_side = :side and need_id = :need and offer_id = :offer")
        .param("side", side.code())
        .param("need", need)
        .param("offer", offer)
        .update();
    return judged.own();
  }

  /// `reason`: the code of the one that is wrong; null: the strongest that was shown.
  @Transactional
  Listing wrongReason(
      long need, long offer, Side side, @Nullable String reason, String note, Actor.Person person) {
    var judged = judged(need, offer, side, person);
    var now = clock.instant();
    var named = reason == null ? strongest(judged) : reason;
    write(judged, "wrong-reason", null, named, note, person, now);
    if (named != null) training.wrongReason(need, offer, side, named, now);
    return judged.own();
  }

  private @Nullable String strongest(Judged judged) {
    return db.sql(
            """
            select reasons -> 0 ->> 'code' as code from match
            where for_side = :side and need_id = :need and offer_id = :offer
            """)
        .param("side", judged.own().side().code())
        .param("need", judged.need())
        .param("offer", judged.offer())
        .query((row, _) -> Optional.ofNullable(row.getString("code")))
        .optional()
        .flatMap(it -> it)
        .orElse(null);
  }

  @Transactional
  Listing takeBack(long need, long offer, Side side, Actor.Person person) {
    var judged = judged(need, offer, side, person);
    db.sql(
            """
            update match_feedback set withdrawn_at = :now
            where need_id = :need and offer_id = :offer and for_side = :side and withdrawn_at is null
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("need", need)
        .param("offer", offer)
        .param("side", side.code())
        .update();
    training.takenBack(need, offer, side);
    announce(judged, "match-judgement-taken-back", person, Map.of());
    return judged.own();
  }

  private void write(
      Judged judged,
      String kind,
      @Nullable CodedReason reason,
      @Nullable String wrong,
      String note,
      Actor.Person person,
      Instant now) {
    db.sql(
            """
            insert into match_feedback (need_id, offer_id, kind, reason, wrong_reason, note, shown_reasons, score, model,
              for_side, person_id, at)
            select :need, :offer, :kind, :reason, :wrong, :note, coalesce(m.reasons, '[]'), m.score, coalesce(m.model, ''), :side,
              :person, :now
            from (select 1) as one
            left join match m on m.for_side = :side and m.need_id = :need and m.offer_id = :offer
            """)
        .param("need", judged.need())
        .param("offer", judged.offer())
        .param("kind", kind)
        .param("reason", reason == null ? null : reason.code(), java.sql.Types.VARCHAR)
        .param("wrong", wrong, java.sql.Types.VARCHAR)
        .param("note", note)
        .param("side", judged.own().side().code())
        .param("person", person.id())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    var detail = Map.of("kind", kind, "reason", reason == null ? "" : reason.code());
    announce(judged, "match-judged", person, detail);
  }

  private void announce(
      Judged judged, String act, Actor.Person person, Map<String, String> detail) {
    audit.record(
        Act.of(person, act, "match", judged.need() + "-" + judged.offer())
            .in(judged.own().park())
            .with(detail));
    events.publishEvent(new MatchJudged(judged.own().id(), judged.own().side()));
  }

  private Judged judged(long need, long offer, Side side, Actor.Person person) {
    var one = listings.visible(need, person).orElseThrow(NotFound::new);
    var other = listings.visible(offer, person).orElseThrow(NotFound::new);
    if (one.side() != Side.NEED || other.side() != Side.OFFER) throw new NotFound();
    var own = side == Side.NEED ? one : other;
    if (!own.ownedBy(person)) throw new Forbidden();
    return new Judged(own, need, offer);
  }
}
