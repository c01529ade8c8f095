package jianglian.matching;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jianglian.audit.Actor;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Side;
import jianglian.matching.fairness.FairLists;
import jianglian.matching.fairness.FairLists.Listed;
import jianglian.matching.fairness.FairLists.Placed;
import jianglian.matching.finding.Found;
import jianglian.matching.finding.Matcher;
import jianglian.matching.finding.Pairing;
import jianglian.matching.finding.Seekers;
import jianglian.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The best counterparts of needs and offers.
@Repository
public class Matches {
  static final TypeReference<List<MatchReason>> REASONS = new TypeReference<>() {};

  private static final String COUNTERPART =
      Listings.COLUMNS
          + """
          , p.code as park_code, p.short_name as park_name, p.name_en as park_name_en, o.name as organisation_name
          """;
  private static final String WITH_NAMES =
      """
      join park p on p.id = l.park_id
      left join organisation o on o.id = l.organisation_id
      """;

  private final Listings listings;
  private final Seekers seekers;
  private final Matcher matcher;
  private final FairLists lists;
  private final JdbcClient db;
  private final JsonMapper json;

  Matches(
      Listings listings,
      Seekers seekers,
      Matcher matcher,
      FairLists lists,
      JdbcClient db,
      JsonMapper json) {
    this.listings = listings;
    this.seekers = seekers;
    this.matcher = matcher;
    this.lists = lists;
    this.db = db;
    this.json = json;
  }

  /// At most `size` open counterparts, the best first; a listing this actor may not see is not
  /// found.
  public List<Match> of(long listing, Actor actor, int size) {
    return of(listings.visible(listing, actor).orElseThrow(NotFound::new), size);
  }

  /// The same for a listing that was already loaded through its reader.
  public List<Match> of(Listing listing, int size) {
    var rows = rows(listing, size);
    return rows.isEmpty() ? computed(listing, size) : rows;
  }

  /// None as long as its own list is due: whoever else was matched meanwhile may have come into it
  /// already, and would stand there alone.
  private List<Match> rows(Listing listing, int size) {
    var need = listing.side() == Side.NEED;
    return db.sql(
            "select m.score, m.reasons, m.model, "
                + COUNTERPART
                + "from match m join listing l on l.id = m."
                + (need ? "offer_id " : "need_id ")
                + WITH_NAMES
                + "where m.for_side = :side and m."
                + (need ? "need_id" : "offer_id")
                + " = :listing and l.state = 'open' and not exists (select from match_due d where d.listing_id = :listing and d.spread)"
                + " order by m.rank desc, l.id limit :size")
        .param("side", listing.side().code())
        .param("listing", listing.id())
        .param("size", size)
        .query((row, number) ->
            match(
                listing,
                row,
                row.getDouble("score"),
                json.readValue(row.getString("reasons"), REASONS),
                row.getString("model")))
        .list();
  }

  /// Posted a moment ago, its rows are not written yet: its people see the matches at once all the
  /// same.
  private List<Match> computed(Listing listing, int size) {
    var seeker = seekers.ready(listing.side().code(), listing.id());
    if (seeker.isEmpty()) return List.of();
    var pairing = Pairing.of(listing);
    return matched(listing, pairing, lists.of(seeker.get(), pairing, refused(listing), size));
  }

  private List<Long> refused(Listing listing) {
    var need = listing.side() == Side.NEED;
    return db.sql(
            """
            select %s from match_feedback
            where %s = :listing and for_side = :side and kind = 'not-suitable' and withdrawn_at is null
            """
                .formatted(need ? "offer_id" : "need_id", need ? "need_id" : "offer_id"))
        .param("listing", listing.id())
        .param("side", listing.side().code())
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// Open offers of capital that fit a need.
  public List<Match> investors(Listing need, int size) {
    var seeker = seekers.ready(need.side().code(), need.id());
    if (seeker.isEmpty()) return List.of();
    var pairing = Pairing.investors(need);
    return matched(need, pairing, lists.of(seeker.get(), pairing, refused(need), size));
  }

  private List<Match> matched(Listing listing, Pairing pairing, Listed listed) {
    var found = listed.list().stream().map(Placed::found).toList();
    var byId = found.stream().collect(Collectors.toMap(Found::id, it -> it));
    var places = found.stream().map(Found::id).toList();
    return db
        .sql(
            "select "
                + COUNTERPART
                + "from listing l "
                + WITH_NAMES
                + "where l.id = any(:ids) and l.state = 'open'")
        .param("ids", byId.keySet().toArray(Long[]::new))
        .query((row, _) -> {
          var it = requireNonNull(byId.get(row.getLong("id")));
          return match(listing, row, it.score(), it.reasons(), matcher.model(pairing).name());
        })
        .list()
        .stream()
        .sorted(Comparator.comparingInt(it -> places.indexOf(it.other().id())))
        .toList();
  }

  private static Match match(
      Listing listing, ResultSet row, double score, List<MatchReason> reasons, String model)
      throws SQLException {
    var other = Listings.listing(row, 0);
    var need = listing.side() == Side.NEED;
    return new Match(
        need ? listing.id() : other.id(),
        need ? other.id() : listing.id(),
        other,
        row.getString("park_code"),
        row.getString("park_name"),
        row.getString("park_name_en"),
        row.getString("organisation_name"),
        score,
        reasons,
        model);
  }
}
