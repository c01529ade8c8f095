package jianglian.parks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The alliance's parks.
@Repository
public class Parks {
  private static final String SELECT =
      """
      select id, code, name, short_name, name_en, pinyin, province, region, city, longitude, latitude, founder, industries
      from park
      """;

  private final JdbcClient db;

  Parks(JdbcClient db) {
    this.db = db;
  }

  /// Members from west to east, as they lie along the river.
  public List<Park> members() {
    return db.sql(SELECT + "where state = 'member' order by longitude, id")
        .query(Parks::park)
        .list();
  }

  public Optional<Park> byCode(String code) {
    return db.sql(SELECT + "where code = :code").param("code", code).query(Parks::park).optional();
  }

  public Optional<Park> byId(long id) {
    return db.sql(SELECT + "where id = :id").param("id", id).query(Parks::park).optional();
  }

  /// What those parks are called for short, by code.
  public Map<String, String> names(Collection<String> codes, boolean chinese) {
    var names = new HashMap<String, String>();
    db.sql("select code, short_name, name_en from park where code = any(:codes)")
        .param("codes", codes.toArray(String[]::new))
        .query(row -> {
          names.put(row.getString("code"), row.getString(chinese ? "short_name" : "name_en"));
        });
    return names;
  }

  /// From a row of table `park`.
  public static Park park(ResultSet row, int number) throws SQLException {
    return new Park(
        row.getLong("id"),
        row.getString("code"),
        row.getString("name"),
        row.getString("short_name"),
        row.getString("name_en"),
        row.getString("pinyin"),
        row.getString("province"),
        row.getString("region"),
        row.getString("city"),
        row.getDouble("longitude"),
        row.getDouble("latitude"),
        row.getBoolean("founder"),
        List.of((String[]) row.getArray("industries").getArray()));
  }
}
