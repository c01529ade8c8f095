package jianglian.matching.fairness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jianglian.cooperation.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `match_standing`. Open cases are written as they are counted, never added up, so that
/// telling twice does no harm.
@Repository
public class Standings {
  /// For a query over `listing l left join match_standing s`.
  public static final String COLUMNS =
      "l.park_id, l.organisation_id, l.digest, s.sketch, s.open_cases, s.shown";

  private static final int READ = 8_000;

  private final JdbcClient db;

  Standings(JdbcClient db) {
    this.db = db;
  }

  /// The standing in a row with [#COLUMNS]; none where its text has not been looked at yet.
  public static Optional<Standing> read(ResultSet row) throws SQLException {
    var sketch = row.getBytes("sketch");
    if (sketch == null) return Optional.empty();
    return Optional.of(
        new Standing(
            row.getLong("park_id"),
            row.getObject("organisation_id", Long.class),
            row.getString("digest"),
            Sketch.of(sketch),
            row.getInt("open_cases"),
            row.getInt("shown")));
  }

  /// All of these that are there, by id, with at most three statements.
  public Map<Long, Standing> of(Collection<Long> listings) {
    var standings = new HashMap<Long, Standing>();
    var unread = stored(listings, standings);
    if (!unread.isEmpty()) {
      look(unread);
      stored(unread, standings);
    }
    return standings;
  }

  private List<Long> stored(Collection<Long> listings, Map<Long, Standing> standings) {
    var unread = new ArrayList<Long>();
    db.sql(
            "select l.id, "
                + COLUMNS
                + " from listing l left join match_standing s on s.listing_id = l.id where l.id = any(:ids)")
        .param("ids", listings.toArray(Long[]::new))
        .query((row, _) -> {
          var id = row.getLong("id");
          read(row).ifPresentOrElse(it -> standings.put(id, it), () -> unread.add(id));
          return id;
        })
        .list();
    return unread;
  }

  /// Listings that have never been through a list, as those of an import under way.
  private void look(List<Long> listings) {
    var sketches = new HashMap<Long, Sketch>();
    db.sql("select id, title, left(text, :most) as text from listing where id = any(:ids)")
        .param("most", READ)
        .param("ids", listings.toArray(Long[]::new))
        .query((row, _) ->
            sketches.put(
                row.getLong("id"), Sketch.of(row.getString("title"), row.getString("text"))))
        .list();
    write(sketches);
  }

  private void write(Map<Long, Sketch> sketches) {
    if (sketches.isEmpty()) return;
    var sorted = new TreeMap<>(sketches);
    db.sql(
            """
            insert into match_standing (listing_id, sketch)
            select id, sketch from unnest(:ids, :sketches) as f (id, sketch)
            on conflict (listing_id) do update set sketch = excluded.sketch
            where match_standing.sketch is distinct from excluded.sketch
            """)
        .param("ids", sorted.keySet().toArray(Long[]::new))
        .param("sketches", sorted.values().stream().map(Sketch::bytes).toArray(byte[][]::new))
        .update();
  }

  /// What these listings say now.
  public void says(Map<Long, Sketch> sketches) {
    write(sketches);
  }

  /// Each of these came into so many more lists of others.
  public void shown(Collection<Long> listings, int lists) {
    if (lists == 0) return;
    shown(listings.stream().collect(Collectors.toMap(it -> it, _ -> lists, Integer::sum)));
  }

  /// By listing, into how many more lists of others it came.
  public void shown(Map<Long, Integer> lists) {
    if (lists.isEmpty()) return;
    var sorted = new TreeMap<>(lists);
    db.sql(
            """
            insert into match_standing (listing_id, shown)
            select id, lists from unnest(:ids, :lists) as f (id, lists)
            on conflict (listing_id) do update set shown = match_standing.shown + excluded.shown
            """)
        .param("ids", sorted.keySet().toArray(Long[]::new))
        .param("lists", sorted.values().toArray(Integer[]::new))
        .update();
  }

  /// Answers whether that is news.
  public boolean openCases(long listing, int count) {
    return db.sql(
                """
                insert into match_standing (listing_id, open_cases) values (:listing, :count)
                on conflict (listing_id) do update set open_cases = excluded.open_cases
                where match_standing.open_cases <> excluded.open_cases
                """)
            .param("listing", listing)
            .param("count", count)
            .update()
        > 0;
  }

  /// Everything of one side that says the same as one of these, or is of one of these
  /// organisations.
  List<Long> crowd(Side side, Collection<Sketch> sketches, Set<Long> organisations) {
    return db.sql(
            """
            select s.listing_id from match_standing s where s.sketch = any(:sketches)
            union
            select l.id from listing l where l.organisation_id = any(:organisations) and l.side = :side
            """)
        .param("sketches", sketches.stream().map(Sketch::bytes).toArray(byte[][]::new))
        .param("organisations", organisations.toArray(Long[]::new))
        .param("side", side.code())
        .query((row, _) -> row.getLong(1))
        .list();
  }
}
