package jianglian.oversight.acts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jianglian.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Repository
class Acts {
  private static final int SIZE = 50;
  private static final TypeReference<List<ShownAct.Personal>> PERSONAL = new TypeReference<>() {};
  private static final String ROW =
      """
      select e.id, e.at, e.actor_kind, coalesce(p.name, c.name, '') as actor, e.authority, e.act,
        e.object_kind, e.object_id, k.short_name as park
      """;
  private static final String NAMES =
      """
      left join person p on e.actor_kind = 'person' and p.id = e.actor_id
      left join api_client c on e.actor_kind = 'client' and c.id = e.actor_id
      left join park k on k.id = e.park_id
      """;

  private final JdbcClient db;
  private final JsonMapper json;

  Acts(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  Slice<ActRow> list(ActQuery query) {
    var conditions = query.conditions();
    var rows =
        db.sql(
                ROW
                    + "from (select * from audit_entry e "
                    + conditions.sql()
                    + " order by e.id desc limit :size) e "
                    + NAMES
                    + " order by e.id desc")
            .params(conditions.parameters())
            .param("size", SIZE + 1)
            .query((row, _) -> row(row))
            .list();
    return Slice.of(rows, SIZE, it -> Long.toString(it.id()));
  }

  Optional<ShownAct> one(long id) {
    return db.sql(
            ROW
                + """
                , e.detail::text as detail, s.position, s.entry_digest, s.hash, s.algorithm,
                  (select coalesce(jsonb_agg(jsonb_build_object('field', f.key, 'commitment', f.value, 'value', v.value)
                       order by f.key), '[]')
                   from jsonb_each_text(e.commitments) f
                     left join audit_secret v on v.entry_id = e.id and v.field = f.key) as personal
                from audit_entry e left join audit_seal s on s.entry_id = e.id
                """
                + NAMES
                + " where e.id = :id")
        .param("id", id)
        .query((row, _) ->
            new ShownAct(
                row(row),
                json.readValue(row.getString("detail"), JsonNode.class).toPrettyString(),
                json.readValue(row.getString("personal"), PERSONAL),
                link(row)))
        .optional();
  }

  private static ActRow row(ResultSet row) throws SQLException {
    return new ActRow(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor_kind"),
        row.getString("actor"),
        row.getString("authority"),
        row.getString("act"),
        row.getString("object_kind"),
        row.getString("object_id"),
        row.getString("park"));
  }

  private static ShownAct.@Nullable Link link(ResultSet row) throws SQLException {
    if (row.getObject("position") == null) return null;
    return new ShownAct.Link(
        row.getLong("position"),
        row.getString("entry_digest"),
        row.getString("hash"),
        row.getString("algorithm"));
  }
}
