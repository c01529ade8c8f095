package jianglian.matching.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jianglian.cooperation.Side;
import jianglian.matching.MatchReason;
import jianglian.matching.fairness.Ranked;
import jianglian.matching.fairness.Standings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The table `match`: for each listing the best of the other side.
@Repository
class MatchRows {
  static final int LIST = 20;

  /// One counterpart in a list, or the list of that counterpart.
  record Row(
      long other,
      double score,
      double rank,
      List<MatchReason> reasons,
      Map<String, @Nullable Double> features) {}

  /// Whose list something may come into, and what would order it there.
  record Reached(long owner, double rank) {}

  /// A list that something new may come into: whose it is, and who is in it.
  record Open(long owner, List<Ranked> entries) {}

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

  /// A new list, and by which model it was made.
  record Made(long owner, List<Row> best, String model) {}

  /// An entry, or what is an entry no more, of its owner's list.
  record Entry(long owner, long entry) {}

  /// Makes these the lists of their owners and answers what is new in them. Who came into a list
  /// after `begun`, when looking for the best began, may not have been seen and stays.
  List<Entry> replace(Side side, List<Made> lists, Instant begun) {
    var entries =
        lists.stream()
            .flatMap(list ->
                list.best().stream()
                    .map(it -> new Written(list.owner(), it.other(), it, list.model())))
            .toList();
    db.sql(
            """
            delete from match m
            where m.for_side = :side and m.%1$s = any(:lists) and m.computed_at < :begun and not exists (
              select from unnest(:owners, :entries) as k (owner, entry) where k.owner = m.%1$s and k.entry = m.%2$s)
            """
                .formatted(column(side), column(side.other())))
        .param("side", side.code())
        .param("lists", lists.stream().map(Made::owner).toArray(Long[]::new))
        .param("owners", entries.stream().map(Written::owner).toArray(Long[]::new))
        .param("entries", entries.stream().map(Written::entry).toArray(Long[]::new))
        .param("begun", begun.atOffset(ZoneOffset.UTC))
        .update();
    return written(side, entries);
  }

  /// How many are in each of these lists; an empty one is missing.
  Map<Long, Integer> sizes(Side side, Collection<Long> listings) {
    var sizes = new HashMap<Long, Integer>();
    db.sql(
            "select %1$s, count(*) from match where for_side = :side and %1$s = any(:listings) group by 1"
                .formatted(column(side)))
        .param("side", side.code())
        .param("listings", listings.toArray(Long[]::new))
        .query(row -> {
          sizes.put(row.getLong(1), row.getInt(2));
        });
    return sizes;
  }

  /// Takes this listing out of the lists of all that it was not `found` with, but for those that
  /// took it in after looking began.
  void leaveOthers(Side side, long listing, List<Reached> found, Instant begun) {
    db.sql(
            "delete from match where for_side = :other and %s = :listing and %s <> all(:others) and computed_at < :begun"
                .formatted(column(side), column(side.other())))
        .param("begun", begun.atOffset(ZoneOffset.UTC))
        .param("other", side.other().code())
        .param("listing", listing)
        .param("others", ids(found))
        .update();
  }

  /// The lists of those it was found with that are not full, that it is in, or in which it would be
  /// among the first `known`; and of the others the `turns` it fits best. None whose people called
  /// it not suitable.
  List<Open> open(Side side, long listing, List<Reached> found, int known, int turns) {
    return db
        .sql(
            """
            with reached as (
              select f.other, f.rank, edge.rank is null or f.rank > edge.rank or exists (
                  select from match m where m.for_side = :other and m.%2$s = f.other and m.%1$s = :listing) as meant
              from unnest(:others, :ranks) as f (other, rank)
              left join lateral (
                select m.rank from match m where m.for_side = :other and m.%2$s = f.other
                order by m.rank desc offset :known - 1 limit 1) edge on true
              where not exists (
                select from match_feedback b
                where b.%2$s = f.other and b.%1$s = :listing and b.for_side = :other
                  and b.kind = 'not-suitable' and b.withdrawn_at is null)
            ), owners as (
              select other from reached where meant
              union (select other from reached where not meant order by rank desc, other limit :turns)
            )
            select o.other as owner, m.%1$s as entry, m.score, l.park_id, l.organisation_id, l.digest,
              s.sketch, s.open_cases, s.shown
            from owners o
            left join match m on m.for_side = :other and m.%2$s = o.other and m.%1$s <> :listing
            left join listing l on l.id = m.%1$s
            left join match_standing s on s.listing_id = m.%1$s
            """
                .formatted(column(side), column(side.other())))
        .param("other", side.other().code())
        .param("listing", listing)
        .param("others", ids(found))
        .param("ranks", found.stream().map(Reached::rank).toArray(Double[]::new))
        .param("known", known)
        .param("turns", turns)
        .query((row, _) -> Map.entry(row.getLong("owner"), entry(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                TreeMap::new,
                Collectors.flatMapping(it -> it.getValue().stream(), Collectors.toList())))
        .entrySet()
        .stream()
        .map(it -> new Open(it.getKey(), it.getValue()))
        .toList();
  }

  private static Optional<Ranked> entry(ResultSet row) throws SQLException {
    var id = row.getLong("entry");
    if (row.wasNull()) return Optional.empty();
    var score = row.getDouble("score");
    return Standings.read(row).map(it -> Ranked.of(id, score, it));
  }

  /// Puts this listing into these lists and answers in whose it is new.
  List<Long> put(Side side, long listing, List<Row> lists, String model) {
    var entries = lists.stream().map(it -> new Written(it.other(), listing, it, model)).toList();
    return written(side.other(), entries).stream().map(Entry::owner).toList();
  }

  private record Written(long owner, long entry, Row row, String model) {}

  /// Into lists of this side; answers what is new in them.
  private List<Entry> written(Side side, List<Written> entries) {
    if (entries.isEmpty()) return List.of();
    return db
        .sql(
            """
            insert into match (for_side, %1$s, %2$s, score, rank, reasons, features, model, computed_at)
            select :side, owner, entry, score, rank, reasons::jsonb, features::jsonb, model, :now
            from unnest(:owners, :entries, :scores, :ranks, :reasons, :features, :models)
              as f (owner, entry, score, rank, reasons, features, model)
            order by owner, entry
            on conflict (for_side, need_id, offer_id) do update
            set score = excluded.score, rank = excluded.rank, reasons = excluded.reasons,
              features = excluded.features, model = excluded.model, computed_at = excluded.computed_at
            returning %1$s as owner, %2$s as entry, xmax = 0 as fresh
            """
                .formatted(column(side), column(side.other())))
        .param("side", side.code())
        .param("owners", entries.stream().map(Written::owner).toArray(Long[]::new))
        .param("entries", entries.stream().map(Written::entry).toArray(Long[]::new))
        .param("scores", entries.stream().map(it -> it.row().score()).toArray(Double[]::new))
        .param("ranks", entries.stream().map(it -> it.row().rank()).toArray(Double[]::new))
        .param("reasons", texts(entries, it -> it.row().reasons()))
        .param("features", texts(entries, it -> it.row().features()))
        .param("models", entries.stream().map(Written::model).toArray(String[]::new))
        .param("now", OffsetDateTime.now(clock))
        .query((row, _) ->
            row.getBoolean("fresh")
                ? Optional.of(new Entry(row.getLong("owner"), row.getLong("entry")))
                : Optional.<Entry>empty())
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  void remove(Side owners, List<Entry> gone) {
    if (gone.isEmpty()) return;
    db.sql(
            """
            delete from match m using unnest(:owners, :entries) as g (owner, entry)
            where m.for_side = :side and m.%s = g.owner and m.%s = g.entry
            """
                .formatted(column(owners), column(owners.other())))
        .param("side", owners.code())
        .param("owners", gone.stream().map(Entry::owner).toArray(Long[]::new))
        .param("entries", gone.stream().map(Entry::entry).toArray(Long[]::new))
        .update();
  }

  /// A listing's own rank in all lists that it is in.
  void rank(Side side, long listing, double share) {
    db.sql(
            "update match set rank = score * :share where for_side = :other and %s = :listing"
                .formatted(column(side)))
        .param("share", share)
        .param("other", side.other().code())
        .param("listing", listing)
        .update();
  }

  /// Of these lists those in whose first `top` it is.
  List<Long> among(Side side, long listing, List<Long> others, int top) {
    if (others.isEmpty()) return others;
    return db.sql(
            """
            select %2$s from (
              select %1$s, %2$s, row_number() over (partition by %2$s order by rank desc, %1$s) as place
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

  /// Counterparts that each listing's own people called not suitable; no one: missing.
  Map<Long, Set<Long>> refused(Side side, Collection<Long> listings) {
    var refused = new HashMap<Long, Set<Long>>();
    db.sql(
            """
            select %2$s as owner, %1$s as entry from match_feedback
            where %2$s = any(:listings) and for_side = :side and kind = 'not-suitable' and withdrawn_at is null
            """
                .formatted(column(side.other()), column(side)))
        .param("side", side.code())
        .param("listings", listings.toArray(Long[]::new))
        .query(row -> {
          refused
              .computeIfAbsent(row.getLong("owner"), _ -> new HashSet<>())
              .add(row.getLong("entry"));
        });
    return refused;
  }

  private static String column(Side side) {
    return side == Side.NEED ? "need_id" : "offer_id";
  }

  private static Long[] ids(Collection<Reached> found) {
    return found.stream().map(Reached::owner).toArray(Long[]::new);
  }

  private String[] texts(List<Written> entries, Function<Written, Object> of) {
    return entries.stream().map(it -> json.writeValueAsString(of.apply(it))).toArray(String[]::new);
  }
}
