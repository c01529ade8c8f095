package jianglian.matching.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.matching.model.CurrentModel;
import jianglian.matching.model.ModelChanged;
import jianglian.matching.model.ModelFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The table `match_model`.
@Repository
class Models {
  private static final TypeReference<Map<String, Double>> FIGURES = new TypeReference<>() {};
  private static final int SHOWN = 50;

  /// A try that has said nothing for so long has died with its process.
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private static final String ROW =
      """
      select m.id, m.name, m.base, m.parent_id, q.name as parent, m.file::text as file, m.figures::text as figures, m.state,
        m.why, m.started_at, p.name as made_by, m.finished_at, m.step, m.steps
      from match_model m left join match_model q on q.id = m.parent_id left join person p on p.id = m.started_by
      """;

  private final JdbcClient db;
  private final JsonMapper json;
  private final CurrentModel current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Models(
      JdbcClient db,
      JsonMapper json,
      CurrentModel current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.json = json;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  /// The product's own model has a row too. It ranks where no other does that descends from it:
  /// what was learned upon another base does not know what this one knows.
  @Transactional
  public void register(ModelFile base) {
    db.sql(
            """
            insert into match_model (name, base, file, figures, state, started_at, finished_at, beat_at)
            values (:name, :name, :file::jsonb, :figures::jsonb, 'former', :now, :now, :now)
            on conflict (name) do update set file = excluded.file, figures = excluded.figures
            where match_model.file is distinct from excluded.file
            """)
        .param("name", base.name())
        .param("file", base.text())
        .param("figures", json.writeValueAsString(base.figures()))
        .param("now", now())
        .update();
    var row = byName(base.name()).orElseThrow();
    var ranking = current();
    if (ranking.isPresent() && ranking.get().base().equals(base.name())) return;
    choose(row.id());
  }

  List<ModelRow> newest() {
    return db.sql(ROW + "order by m.id desc limit :size")
        .param("size", SHOWN)
        .query((row, _) -> row(row))
        .list();
  }

  Optional<ModelRow> byId(long id) {
    return db.sql(ROW + "where m.id = :id").param("id", id).query((row, _) -> row(row)).optional();
  }

  Optional<ModelRow> current() {
    return db.sql(ROW + "where m.state = 'current'").query((row, _) -> row(row)).optional();
  }

  /// The newest try, whatever came of it.
  Optional<ModelRow> newestTry() {
    return db.sql(ROW + "where m.parent_id is not null order by m.id desc limit 1")
        .query((row, _) -> row(row))
        .optional();
  }

  private Optional<ModelRow> byName(String name) {
    return db.sql(ROW + "where m.name = :name")
        .param("name", name)
        .query((row, _) -> row(row))
        .optional();
  }

  /// Begins a try; empty where one is under way, on whichever node.
  @Transactional
  public Optional<ModelRow> begin(@Nullable Long person, int steps) {
    db.sql(
            """
            update match_model set state = 'failed', why = 'stopped', finished_at = :now
            where state = 'fitting' and beat_at < :before
            """)
        .param("now", now())
        .param("before", now().minus(SILENCE))
        .update();
    var id =
        db.sql(
                """
                insert into match_model (name, base, parent_id, state, started_at, started_by, steps, beat_at)
                select :day || '.' || (select count(*) + 1 from match_model where parent_id is not null), base, id, 'fitting',
                  :now, :person, :steps, :now
                from match_model where state = 'current'
                on conflict do nothing
                returning id
                """)
            .param("day", LocalDate.now(clock).toString())
            .param("now", now())
            .param("person", person, java.sql.Types.BIGINT)
            .param("steps", steps)
            .query(Long.class)
            .optional();
    return id.flatMap(this::byId);
  }

  void step(long id, int step) {
    db.sql("update match_model set step = :step, beat_at = :now where id = :id")
        .param("step", step)
        .param("now", now())
        .param("id", id)
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void finish(long id, Attempt attempt) {
    var file = attempt.file();
    db.sql(
            """
            update match_model set file = :file::jsonb, figures = :figures::jsonb, state = :state, why = :why,
              finished_at = :now, beat_at = :now
            where id = :id and state = 'fitting'
            """)
        .param("file", file == null ? null : file.text(), java.sql.Types.VARCHAR)
        .param("figures", file == null ? "{}" : json.writeValueAsString(file.figures()))
        .param("state", file == null ? "failed" : "not-kept")
        .param("why", attempt.why() == null ? "" : attempt.why())
        .param("now", now())
        .param("id", id)
        .update();
    if (file != null && attempt.why() == null) choose(id);
  }

  void fail(long id, String why) {
    db.sql(
            """
            update match_model set state = 'failed', why = :why, finished_at = :now
            where id = :id and state = 'fitting'
            """)
        .param("why", why)
        .param("now", now())
        .param("id", id)
        .update();
  }

  /// This one ranks from now on, on every node.
  @Transactional(propagation = Propagation.MANDATORY)
  public void choose(long id) {
    db.sql("update match_model set state = 'former' where state = 'current'").update();
    var name =
        db.sql("update match_model set state = 'current' where id = :id returning name")
            .param("id", id)
            .query(String.class)
            .single();
    events.publishEvent(new ModelChanged(name));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            current.refresh();
          }
        });
  }

  private ModelRow row(ResultSet row) throws SQLException {
    return new ModelRow(
        row.getLong("id"),
        row.getString("name"),
        row.getString("base"),
        row.getObject("parent_id", Long.class),
        row.getString("parent"),
        row.getString("file"),
        json.readValue(row.getString("figures"), FIGURES),
        row.getString("state"),
        row.getString("why"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getString("made_by"),
        instant(row),
        row.getInt("step"),
        row.getInt("steps"));
  }

  private static @Nullable Instant instant(ResultSet row) throws SQLException {
    var at = row.getObject("finished_at", OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
