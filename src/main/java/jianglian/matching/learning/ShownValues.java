package jianglian.matching.learning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.cooperation.Side;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seeker;
import jianglian.matching.finding.Seekers;
import jianglian.matching.model.FeatureValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The values of a pair's features as its side saw them: those of its row; where there is none,
/// because the two met outside the lists, those that can be found now.
@Component
class ShownValues {
  private final Seekers seekers;
  private final Matcher matcher;
  private final JdbcClient db;
  private final JsonMapper json;

  ShownValues(Seekers seekers, Matcher matcher, JdbcClient db, JsonMapper json) {
    this.seekers = seekers;
    this.matcher = matcher;
    this.db = db;
    this.json = json;
  }

  /// `values` as JSON: feature to number or null.
  record Shown(String values, String model) {}

  Optional<Shown> of(long need, long offer, Side side) {
    return row(need, offer, side).or(() -> found(need, offer, side));
  }

  private Optional<Shown> row(long need, long offer, Side side) {
    return db.sql(
            """
            select features::text as features, model from match
            where need_id = :need and offer_id = :offer and features <> '{}'
            order by for_side = :side desc limit 1
            """)
        .param("need", need)
        .param("offer", offer)
        .param("side", side.code())
        .query((row, _) -> new Shown(row.getString("features"), row.getString("model")))
        .optional();
  }

  private Optional<Shown> found(long need, long offer, Side side) {
    var seeking = side == Side.NEED ? need : offer;
    var sought = side == Side.NEED ? offer : need;
    return seekers.stored(side.code(), seeking).flatMap(it -> found(it, sought, side));
  }

  private Optional<Shown> found(Seeker seeker, long sought, Side side) {
    var pairing = Pairing.of(side, seeker.subject());
    return matcher.pairs(seeker, pairing, List.of(), Matcher.CANDIDATES).stream()
        .filter(pair -> pair.found().id() == sought)
        .findFirst()
        .map(it -> new Shown(written(FeatureValues.of(it)), matcher.model(pairing).name()));
  }

  private String written(Map<String, @Nullable Double> values) {
    return json.writeValueAsString(values);
  }
}
