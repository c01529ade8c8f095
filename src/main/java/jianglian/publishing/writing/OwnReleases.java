package jianglian.publishing.writing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jianglian.publishing.ReleaseState;
import jianglian.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// A park's releases as its people see them, in every state, the one changed last first.
@Repository
class OwnReleases {
  private static final int SIZE = 30;

  private final JdbcClient db;

  OwnReleases(JdbcClient db) {
    this.db = db;
  }

  Slice<OwnRelease> list(long park, OwnReleaseQuery query) {
    var last = query.last();
    var rows =
        db.sql(
                """
                select id, kind, title, state, state_reason, document_number, valid_until, held, updated_at from release
                where park_id = :park
                """
                    + (query.inState().isEmpty() ? "" : " and state = :state")
                    + (query.ofKind().isEmpty() ? "" : " and kind = :kind")
                    + (query.words().isEmpty()
                        ? ""
                        : " and (title ilike :like or document_number ilike :like)")
                    + (last.isEmpty() ? "" : " and (updated_at, id) < (:at, :id)")
                    + " order by updated_at desc, id desc limit :size")
            .param("park", park)
            .param("state", query.inState())
            .param("kind", query.ofKind())
            .param("like", query.like())
            .param("at", last.map(OwnReleaseQuery.Last::at).orElse(null))
            .param("id", last.map(OwnReleaseQuery.Last::id).orElse(null))
            .param("size", SIZE + 1)
            .query(OwnReleases::row)
            .list();
    return Slice.of(rows, SIZE, OwnReleaseQuery::key);
  }

  private static OwnRelease row(ResultSet row, int number) throws SQLException {
    return new OwnRelease(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("title"),
        ReleaseState.of(row.getString("state")),
        row.getString("state_reason"),
        row.getString("document_number"),
        row.getObject("valid_until", LocalDate.class),
        row.getBoolean("held"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  /// How many of a kind are in which state, whatever was searched for.
  Map<ReleaseState, Long> counts(long park, OwnReleaseQuery query) {
    return db
        .sql(
            "select state, count(*) from release where park_id = :park"
                + (query.ofKind().isEmpty() ? "" : " and kind = :kind")
                + " group by state")
        .param("park", park)
        .param("kind", query.ofKind())
        .query((row, _) -> Map.entry(ReleaseState.of(row.getString(1)), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  record Touch(String by, Instant at) {}

  /// Who changed its words last; `by` is empty for the park's own system.
  Optional<Touch> lastTouch(long release) {
    return db.sql(
            """
            select coalesce(p.name, '') as by, v.at from release_version v left join person p on v.author = 'person:' || p.id
            where v.release_id = :id order by v.version desc limit 1
            """)
        .param("id", release)
        .query((row, _) ->
            new Touch(row.getString("by"), row.getObject("at", OffsetDateTime.class).toInstant()))
        .optional();
  }
}
