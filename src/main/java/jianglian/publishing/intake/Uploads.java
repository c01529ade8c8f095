package jianglian.publishing.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jianglian.publishing.IntakeError;
import jianglian.publishing.intake.UploadReport.RowVerdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A park's uploads and their rows.
@Repository
class Uploads {
  private static final TypeReference<List<IntakeError>> ERRORS = new TypeReference<>() {};
  private static final int SHOWN = 30;

  /// A job that has not moved for so long stopped with its node.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final JdbcClient db;
  private final JsonMapper json;
  private final Clock clock;

  Uploads(JdbcClient db, JsonMapper json, Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  List<UploadReport> latest(long park) {
    return db.sql("select * from import_job where park_id = :park order by id desc limit :shown")
        .param("park", park)
        .param("shown", SHOWN)
        .query(this::report)
        .list();
  }

  Optional<UploadReport> one(long id, long park) {
    return db.sql("select * from import_job where id = :id and park_id = :park")
        .param("id", id)
        .param("park", park)
        .query(this::report)
        .optional();
  }

  /// Rows after a row number, in order; only the refused ones when asked for.
  List<RowVerdict> rows(long job, int after, boolean refusedOnly, int size) {
    return db.sql(
            """
            select row_number, external_id, status, object_id, errors from import_verdict
            where job_id = :job and row_number > :after and (not :refused or status = 'refused')
            order by row_number
            limit :size
            """)
        .param("job", job)
        .param("after", after)
        .param("refused", refusedOnly)
        .param("size", size)
        .query(this::row)
        .list();
  }

  private RowVerdict row(ResultSet row, int number) throws SQLException {
    var errors = row.getString("errors");
    return new RowVerdict(
        row.getInt("row_number"),
        row.getString("external_id"),
        row.getString("status"),
        row.getObject("object_id", Long.class),
        errors == null ? List.of() : json.readValue(errors, ERRORS));
  }

  private UploadReport report(ResultSet row, int number) throws SQLException {
    return new UploadReport(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("file_name"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        standing(row),
        row.getInt("created"),
        row.getInt("updated"),
        row.getInt("unchanged"),
        row.getInt("refused"),
        row.getString("actor"));
  }

  private String standing(ResultSet row) throws SQLException {
    if (row.getObject("finished_at") != null) return "finished";
    var moved = row.getObject("progress_at", OffsetDateTime.class).toInstant();
    return moved.plus(PATIENCE).isBefore(clock.instant()) ? "interrupted" : "running";
  }
}
