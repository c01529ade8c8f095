package jianglian.parks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jianglian.audit.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The organisations of the alliance's parks.
@Repository
public class Organisations {
  private static final String SELECT =
      """
      select id, park_id, name, kind, uscc, foreign_country, foreign_number, state, region, founded, employees,
        industries, qualifications, website, introduction, lang
      from organisation
      """;

  private final JdbcClient db;

  Organisations(JdbcClient db) {
    this.db = db;
  }

  public Optional<Organisation> byId(long id) {
    return db.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(Organisations::organisation)
        .optional();
  }

  /// One the actor may see: an admitted one, their own, one of their park's, or any for who reads
  /// everything.
  public Optional<Organisation> visible(long id, Actor actor) {
    return db.sql(
            SELECT
                + """
                where id = :id
                  and (state = 'admitted' or :all or id = any(:own) or park_id = any(:offices))
                """)
        .param("id", id)
        .param("all", actor.readsAll())
        .param("own", actor.organisations().toArray(Long[]::new))
        .param("offices", actor.officeOf().toArray(Long[]::new))
        .query(Organisations::organisation)
        .optional();
  }

  public List<Organisation> byIds(Collection<Long> ids) {
    return db.sql(SELECT + "where id = any(:ids) order by id")
        .param("ids", ids.toArray(Long[]::new))
        .query(Organisations::organisation)
        .list();
  }

  /// The one, in whichever park, that bears the code and is admitted or waits to be.
  public Optional<Organisation> byUscc(Uscc uscc) {
    return standing("(:park = 0 or park_id = :park) and uscc = :key", 0, uscc.code());
  }

  /// The one of this park that bears the code and is admitted or waits to be.
  public Optional<Organisation> byUscc(long park, Uscc uscc) {
    return standing("park_id = :park and uscc = :key", park, uscc.code());
  }

  /// The one of this park so named that is admitted or waits to be; the oldest, should there be
  /// two.
  public Optional<Organisation> byName(long park, String name) {
    return standing("park_id = :park and name = :key", park, name.strip());
  }

  private Optional<Organisation> standing(String condition, long park, String key) {
    return db.sql(
            SELECT
                + "where "
                + condition
                + " and state in ('pending', 'admitted') order by id limit 1")
        .param("park", park)
        .param("key", key)
        .query(Organisations::organisation)
        .optional();
  }

  /// From a row of table `organisation`.
  public static Organisation organisation(ResultSet row, int number) throws SQLException {
    return new Organisation(
        row.getLong("id"),
        row.getLong("park_id"),
        row.getString("name"),
        OrganisationKind.of(row.getString("kind")),
        Registration.of(
            row.getString("uscc"),
            row.getString("foreign_country"),
            row.getString("foreign_number")),
        OrganisationState.of(row.getString("state")),
        row.getString("region"),
        (@Nullable Integer) row.getObject("founded"),
        (@Nullable Integer) row.getObject("employees"),
        List.of((String[]) row.getArray("industries").getArray()),
        List.of((String[]) row.getArray("qualifications").getArray()),
        row.getString("website"),
        row.getString("introduction"),
        row.getString("lang"));
  }
}
