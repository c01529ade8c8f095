package jianglian.matching.learning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jianglian.cooperation.Side;
import jianglian.matching.CodedReason;
import jianglian.matching.PairDealtWith;
import jianglian.matching.model.FeatureValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Makes rows of `match_training` of what people do. The first row of a pair keeps the values that
/// were shown then; later words change what came of it. A pair of which no values can be had
/// teaches nothing.
@Component
public class Training {
  private static final String INTEREST = "interest";
  private static final String CASE = "case";
  private static final String JUDGEMENT = "judgement";
  private static final String REASON = "reason";

  private final ShownValues shown;
  private final JdbcClient db;

  Training(ShownValues shown, JdbcClient db) {
    this.shown = shown;
    this.db = db;
  }

  private record Key(long need, long offer, Side side, String origin) {}

  void dealt(PairDealtWith it) {
    var origin = it.outcome().ofInterest() ? INTEREST : CASE;
    var key = new Key(it.need(), it.offer(), it.side(), origin);
    var evidence = Evidence.of(it.outcome(), it.reason());
    if (evidence.isEmpty()) {
      if (it.outcome().ofInterest()) forget(key);
      return;
    }
    write(key, it.outcome().code(), it.reason(), List.of(), evidence.get(), it.at());
  }

  /// The side's own people called the pair not suitable.
  public void notSuitable(long need, long offer, Side side, CodedReason reason, Instant at) {
    var key = new Key(need, offer, side, JUDGEMENT);
    write(key, "not-suitable", reason, List.of(), Evidence.of(reason), at);
  }

  /// The side's own people called this reason for the pair wrong.
  public void wrongReason(long need, long offer, Side side, String reason, Instant at) {
    var about = FeatureValues.about(reason);
    if (about.isEmpty()) return;
    var key = new Key(need, offer, side, REASON);
    write(key, "wrong-reason", null, about, Evidence.DOUBT, at);
  }

  /// Both judgements of that side are taken back.
  public void takenBack(long need, long offer, Side side) {
    forget(new Key(need, offer, side, JUDGEMENT));
    forget(new Key(need, offer, side, REASON));
  }

  private void forget(Key key) {
    db.sql(
            """
            delete from match_training
            where need_id = :need and offer_id = :offer and for_side = :side and origin = :origin
            """)
        .param("need", key.need())
        .param("offer", key.offer())
        .param("side", key.side().code())
        .param("origin", key.origin())
        .update();
  }

  private void write(
      Key key,
      String outcome,
      @Nullable CodedReason reason,
      List<String> about,
      Evidence evidence,
      Instant at) {
    var values = shown.of(key.need(), key.offer(), key.side());
    if (values.isEmpty()) return;
    db.sql(
            """
            insert into match_training (need_id, offer_id, for_side, origin, outcome, reason, features, about, target, weight,
              model, at)
            values (:need, :offer, :side, :origin, :outcome, :reason, :features::jsonb, :about, :target, :weight, :model, :at)
            on conflict (need_id, offer_id, for_side, origin) do update
            set outcome = excluded.outcome, reason = excluded.reason, about = excluded.about, target = excluded.target,
              weight = excluded.weight, at = excluded.at
            where excluded.at >= match_training.at
            """)
        .param("need", key.need())
        .param("offer", key.offer())
        .param("side", key.side().code())
        .param("origin", key.origin())
        .param("outcome", outcome)
        .param("reason", reason == null ? null : reason.code(), java.sql.Types.VARCHAR)
        .param("features", values.get().values())
        .param("about", about.isEmpty() ? null : about.toArray(String[]::new), java.sql.Types.ARRAY)
        .param("target", evidence.target())
        .param("weight", evidence.weight())
        .param("model", values.get().model())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
