package jianglian.parks.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jianglian.parks.OrganisationKind;
import jianglian.parks.Park;
import jianglian.parks.Parks;
import jianglian.parks.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class Directory {
  private static final TypeReference<List<FirmRow>> FIRMS = new TypeReference<>() {};

  private final JdbcClient db;
  private final JsonMapper json;

  Directory(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /// Member parks that match, province by province, both from west to east.
  List<ParkRow.Province> along(String typed) {
    var found = members().stream().filter(it -> it.matches(typed)).toList();
    return found.stream()
        .collect(Collectors.groupingBy(it -> it.park().province()))
        .values()
        .stream()
        .sorted(Comparator.comparingDouble(Directory::middle))
        .map(it -> new ParkRow.Province(Regions.name(it.getFirst().park().province()), it))
        .toList();
  }

  private static double middle(List<ParkRow> parks) {
    return parks.stream().mapToDouble(it -> it.park().longitude()).average().orElse(0);
  }

  private List<ParkRow> members() {
    return db.sql(
            """
            select k.*, (select count(*) from organisation o where o.park_id = k.id and o.state = 'admitted') as firms
            from park k where k.state = 'member' order by k.longitude, k.id
            """)
        .query((row, n) -> new ParkRow(Parks.park(row, n), row.getLong("firms")))
        .list();
  }

  /// A park that is or was a member, with its organisations admitted last; one query.
  Optional<ParkPage> page(String code) {
    return db.sql(
            """
            select k.*,
              (select count(*) from organisation o where o.park_id = k.id and o.state = 'admitted') as firms,
              (select coalesce(jsonb_agg(f), '[]') from (
                select id, name, kind, industries from organisation o
                where o.park_id = k.id and o.state = 'admitted' order by o.id desc limit 12) f) as newest
            from park k where k.code = :code and k.state in ('member', 'suspended', 'left')
            """)
        .param("code", code)
        .query(this::read)
        .optional();
  }

  private ParkPage read(ResultSet row, int number) throws SQLException {
    return new ParkPage(
        Parks.park(row, number),
        row.getString("state"),
        row.getObject("joined_on", LocalDate.class),
        row.getString("website"),
        row.getString("introduction"),
        row.getString("introduction_en"),
        row.getLong("firms"),
        json.readValue(row.getString("newest"), FIRMS).stream().map(FirmRow::firm).toList());
  }

  private record FirmRow(long id, String name, String kind, List<String> industries) {
    ParkPage.Firm firm() {
      return new ParkPage.Firm(id, name, OrganisationKind.of(kind), industries);
    }
  }

  /// Admitted organisations of a park, newest first, `size + 1` of them.
  List<ParkPage.Firm> organisations(
      Park park, @Nullable OrganisationKind kind, String name, long before, int size) {
    return db.sql(
            """
            select id, name, kind, industries from organisation
            where park_id = :park and state = 'admitted' and id < :before
              and (:kind = '' or kind = :kind) and position(lower(:name) in lower(name)) > 0
            order by id desc limit :size
            """)
        .param("park", park.id())
        .param("before", before)
        .param("kind", kind == null ? "" : kind.code())
        .param("name", name.strip())
        .param("size", size + 1)
        .query((row, _) ->
            new ParkPage.Firm(
                row.getLong("id"),
                row.getString("name"),
                OrganisationKind.of(row.getString("kind")),
                List.of((String[]) row.getArray("industries").getArray())))
        .list();
  }
}
