package jianglian.parks.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jianglian.parks.Industries;
import jianglian.parks.Park;
import jianglian.parks.Parks;
import jianglian.parks.Regions;
import jianglian.search.SearchEntry;
import jianglian.search.SearchSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Member parks as the search index sees them.
@Repository
class ParkSource implements SearchSource {
  private final JdbcClient db;

  ParkSource(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "park";
  }

  @Override
  public List<SearchEntry> load(Collection<Long> ids) {
    return db.sql("select * from park where id = any(:ids) and state = 'member'")
        .param("ids", ids.toArray(Long[]::new))
        .query(ParkSource::entry)
        .list();
  }

  @Override
  public List<Long> idsAfter(long after, int size) {
    return db.sql(
            "select id from park where id > :after and state = 'member' order by id limit :size")
        .param("after", after)
        .param("size", size)
        .query((row, _) -> row.getLong("id"))
        .list();
  }

  private static SearchEntry entry(ResultSet row, int number) throws SQLException {
    var park = Parks.park(row, number);
    return new SearchEntry(
        "park",
        park.id(),
        "zh",
        Set.of("public"),
        park.name(),
        row.getString("introduction"),
        keywords(park),
        park.code(),
        Map.of(
            "park", Set.of(park.code()),
            "industry", industries(park.industries()),
            "region", new LinkedHashSet<>(List.of(park.province(), park.region()))),
        Map.of(),
        joined(row),
        null);
  }

  private static Instant joined(ResultSet row) throws SQLException {
    var day = row.getObject("joined_on", LocalDate.class);
    return day == null ? Instant.EPOCH : day.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
  }

  private static List<String> keywords(Park park) {
    var words = new ArrayList<>(List.of(park.shortName(), park.nameEn(), park.pinyin()));
    words.add(park.city());
    words.add(Regions.name(park.province()));
    park.industries().forEach(it -> words.add(Industries.name(it)));
    return words;
  }

  /// An industry is found under those above it too.
  private static Set<String> industries(List<String> codes) {
    var all = new LinkedHashSet<>(codes);
    codes.forEach(it -> all.addAll(Industries.path(it)));
    return all;
  }
}
