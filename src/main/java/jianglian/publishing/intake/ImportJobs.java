package jianglian.publishing.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.publishing.IntakeError;
import jianglian.publishing.IntakeOrder;
import jianglian.publishing.IntakeStatus;
import jianglian.publishing.IntakeSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The record of deliveries of many rows.
@Repository
class ImportJobs {
  private final JdbcClient db;
  private final JsonMapper json;
  private final Clock clock;

  ImportJobs(JdbcClient db, JsonMapper json, Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  long begin(IntakeOrder order, String format) {
    return db.sql(
            """
            insert into import_job (park_id, kind, format, file_name, started_at, progress_at, actor, person_id)
            values (:park, :kind, :format, :name, :now, :now, :actor, :person)
            returning id
            """)
        .param("park", order.park())
        .param("kind", order.kind())
        .param("format", format)
        .param("name", order.fileName())
        .param("now", OffsetDateTime.now(clock))
        .param("actor", called(order.actor()))
        .param("person", order.actor() instanceof Actor.Person person ? person.id() : null)
        .query(Long.class)
        .single();
  }

  /// Where the job stands, in the transaction of its latest batch.
  void note(IntakeSummary summary, List<KeptVerdict> verdicts) {
    update(summary, false);
    if (verdicts.isEmpty()) return;
    db.sql(
            """
            insert into import_verdict (job_id, row_number, external_id, status, object_id, content, errors)
            select :job, row_number, external_id, status, object_id, content, errors
            from json_populate_recordset(null::import_verdict, :rows::json)
            """)
        .param("job", summary.job())
        .param("rows", json.writeValueAsString(verdicts))
        .update();
  }

  void finish(IntakeSummary summary) {
    update(summary, true);
  }

  private void update(IntakeSummary summary, boolean finished) {
    db.sql(
            """
            update import_job
            set created = :created, updated = :updated, unchanged = :unchanged, refused = :refused, progress_at = :now,
              finished_at = case when :finished then :now end
            where id = :job
            """)
        .param("created", summary.created())
        .param("updated", summary.updated())
        .param("unchanged", summary.unchanged())
        .param("refused", summary.refused())
        .param("finished", finished)
        .param("now", OffsetDateTime.now(clock))
        .param("job", summary.job())
        .update();
  }

  private static String called(Actor actor) {
    return switch (actor) {
      case Actor.Person person -> person.name();
      case Actor.Client client -> client.name();
      case Actor.Job job -> job.name();
      case Actor.Visitor _ -> "";
    };
  }

  /// A verdict as it is kept; `content` is what a refused row held, so that it can be corrected.
  record KeptVerdict(
      @JsonProperty("row_number") int row,
      @JsonProperty("external_id") @Nullable String externalId,
      IntakeStatus status,
      @JsonProperty("object_id") @Nullable Long id,
      @Nullable JsonNode content,
      @Nullable List<IntakeError> errors) {}
}
