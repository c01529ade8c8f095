package jianglian.matching.lists;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import jianglian.cooperation.Side;
import jianglian.matching.MatchReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The table `match`: for each listing the best of the other side.
@Repository
class MatchRows {
  static final int LIST = 20;

  /// One counterpart in a list, or the list of that counterpart.
  record Row(long other, double score, List<MatchReason> reasons) {}

  private final JdbcClient db;
  private final JsonMapper json;
  private final Clock clock;

  MatchRows(JdbcClient db, JsonMapper json, Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  /// Lists are written one after the other, so that two writers never wait for each other in a
  /// circle. Held until the transaction ends.
  void lock() {
    db.sql("select pg_advisory_xact_lock(hashtext('match'))").query((_, _) -> 0).list();
  }

  /// Makes `best` the list of this listing and answers how many of them are new in it.
  int replace(Side side, long listing, List<Row> best, String model) {
    db.sql(
            "delete from match where for_side = :side and %s = :listing and %s <> all(:others)"
                .formatted(column(side), column(side.other())))
        .param("side", side.code())
        .param("listing", listing)
        .param("others", ids(best))
        .update();
    return (int)
        db
            .sql(
                """
                insert into match (for_side, %1$s, %2$s, score, reasons, model, computed_at)
                select :side, :listing, other, score, reasons::jsonb, :model, :now
                from unnest(:others, :scores, :reasons) as f (other, score, reasons)
                on conflict (for_side, need_id, offer_id) do update
                set score = excluded.score, reasons = excluded.reasons, model = excluded.model,
                  computed_at = excluded.computed_at
                returning xmax = 0 as fresh
                """
                    .formatted(column(side), column(side.other())))
            .param("side", side.code())
            .param("listing", listing)
            .param("others", ids(best))
            .param("scores", scores(best))
            .param("reasons", reasons(best))
            .param("model", model)
            .param("now", OffsetDateTime.now(clock))
            .query((row, _) -> row.getBoolean(1))
            .list()
            .stream()
            .filter(it -> it)
            .count();
  }

  /// Puts this listing into the lists of those it was `found` with where it is better than their
  /// last, and takes it out of all others. Answers the listings in whose first `top` it is new.
  List<Long> spread(Side side, long listing, List<Row> found, String model, int top) {
    var sorted = found.stream().sorted(Comparator.comparingLong(Row::other)).toList();
    removeElsewhere(side, listing, sorted);
    var fresh = insertWhereBetter(side, listing, sorted, model);
    trim(side, sorted);
    return fresh.isEmpty() ? fresh : ranked(side, listing, fresh, top);
  }

  private void removeElsewhere(Side side, long listing, List<Row> found) {
    db.sql(
            "delete from match where for_side = :other and %s = :listing and %s <> all(:others)"
                .formatted(column(side), column(side.other())))
        .param("other", side.other().code())
        .param("listing", listing)
        .param("others", ids(found))
        .update();
  }

  private List<Long> insertWhereBetter(Side side, long listing, List<Row> found, String model) {
    return db
        .sql(
            """
            insert into match (for_side, %1$s, %2$s, score, reasons, model, computed_at)
            select :other, :listing, f.other, f.score, f.reasons::jsonb, :model, :now
            from unnest(:others, :scores, :reasons) as f (other, score, reasons)
            cross join lateral (
              select count(*) as held, min(m.score) as lowest from match m
              where m.for_side = :other and m.%2$s = f.other) s
            where (s.held < :size or f.score > s.lowest
                or exists (select from match m where m.for_side = :other and m.%2$s = f.other and m.%1$s = :listing))
              and not exists (
                select from match_feedback b
                where b.%2$s = f.other and b.%1$s = :listing and b.for_side = :other
                  and b.kind = 'not-suitable' and b.withdrawn_at is null)
            on conflict (for_side, need_id, offer_id) do update
            set score = excluded.score, reasons = excluded.reasons, model = excluded.model,
              computed_at = excluded.computed_at
            returning %2$s as other, xmax = 0 as fresh
            """
                .formatted(column(side), column(side.other())))
        .param("other", side.other().code())
        .param("listing", listing)
        .param("others", ids(found))
        .param("scores", scores(found))
        .param("reasons", reasons(found))
        .param("size", LIST)
        .param("model", model)
        .param("now", OffsetDateTime.now(clock))
        .query((row, _) -> row.getBoolean("fresh") ? row.getLong("other") : 0)
        .list()
        .stream()
        .filter(it -> it > 0)
        .toList();
  }

  private void trim(Side side, List<Row> found) {
    db.sql(
            """
            delete from match m using (
              select need_id, offer_id, row_number() over (partition by %2$s order by score desc, %1$s) as place
              from match where for_side = :other and %2$s = any(:others)) r
            where m.for_side = :other and m.need_id = r.need_id and m.offer_id = r.offer_id and r.place > :size
            """
                .formatted(column(side), column(side.other())))
        .param("other", side.other().code())
        .param("others", ids(found))
        .param("size", LIST)
        .update();
  }

  private List<Long> ranked(Side side, long listing, List<Long> others, int top) {
    return db.sql(
            """
            select %2$s from (
              select %1$s, %2$s, row_number() over (partition by %2$s order by score desc, %1$s) as place
              from match where for_side = :other and %2$s = any(:others)) r
            where r.%1$s = :listing and r.place <= :top
            """
                .formatted(column(side), column(side.other())))
        .param("other", side.other().code())
        .param("others", others.toArray(Long[]::new))
        .param("listing", listing)
        .param("top", top)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// Takes this listing's own list away.
  void clear(Side side, long listing) {
    db.sql("delete from match where for_side = :side and %s = :listing".formatted(column(side)))
        .param("side", side.code())
        .param("listing", listing)
        .update();
  }

  /// Takes this listing out of the others' lists and answers whose they were.
  List<Long> remove(Side side, long listing) {
    return db.sql(
            "delete from match where for_side = :other and %s = :listing returning %s"
                .formatted(column(side), column(side.other())))
        .param("other", side.other().code())
        .param("listing", listing)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// Counterparts the listing's own people called not suitable.
  List<Long> refused(Side side, long listing) {
    return db.sql(
            """
            select %s from match_feedback
            where %s = :listing and for_side = :side and kind = 'not-suitable' and withdrawn_at is null
            """
                .formatted(column(side.other()), column(side)))
        .param("side", side.code())
        .param("listing", listing)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private static String column(Side side) {
    return side == Side.NEED ? "need_id" : "offer_id";
  }

  private static Long[] ids(Collection<Row> found) {
    return found.stream().map(Row::other).toArray(Long[]::new);
  }

  private static Double[] scores(Collection<Row> found) {
    return found.stream().map(Row::score).toArray(Double[]::new);
  }

  private String[] reasons(Collection<Row> found) {
    return found.stream().map(it -> json.writeValueAsString(it.reasons())).toArray(String[]::new);
  }
}
