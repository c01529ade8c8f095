package jianglian.cooperation.hall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.cooperation.Listings;
import jianglian.cooperation.Side;
import jianglian.cooperation.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ShownListings {
  private static final String SELECT = select("");

  private final JdbcClient db;

  ShownListings(JdbcClient db) {
    this.db = db;
  }

  /// The beginning of a statement whose rows [#shown] reads, with further columns.
  static String select(String further) {
    return "select "
        + Listings.COLUMNS
        + """
        , p.code as park_code, p.short_name as park_name, p.name_en as park_name_en, o.name as organisation_name
        """
        + further
        + """
        from listing l
        join park p on p.id = l.park_id
        left join organisation o on o.id = l.organisation_id
        """;
  }

  Optional<ShownListing> visible(Side side, long id, Actor actor) {
    return db.sql(SELECT + "where l.id = :id and l.side = :side and " + Sight.SQL)
        .param("id", id)
        .param("side", side.code())
        .params(Sight.of(actor).parameters())
        .query(ShownListings::shown)
        .optional();
  }

  /// Those of the ids this actor may see, in no order.
  List<ShownListing> visible(List<Long> ids, Actor actor) {
    return db.sql(SELECT + "where l.id = any(:ids) and " + Sight.SQL)
        .param("ids", ids.toArray(Long[]::new))
        .params(Sight.of(actor).parameters())
        .query(ShownListings::shown)
        .list();
  }

  static ShownListing shown(ResultSet row, int number) throws SQLException {
    return new ShownListing(
        Listings.listing(row, number),
        row.getString("park_code"),
        row.getString("park_name"),
        row.getString("park_name_en"),
        row.getString("organisation_name"));
  }
}
