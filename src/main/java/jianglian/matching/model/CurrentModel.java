package jianglian.matching.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The model that ranks now: the one of `match_model` that is current and descends from the
/// product's own, else the product's own. Another node's choice is followed within [#FRESH]; one
/// that cannot be used is refused with the reason in the log, and the one before stays.
@Component
public class CurrentModel {
  public static final Duration FRESH = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(CurrentModel.class);

  private final JdbcClient db;
  private final Clock clock;
  private final ModelFile base;
  private volatile Chosen chosen;

  /// `file`: a model file to use instead of the one in the product. It must be readable: a product
  /// that cannot rank does not start.
  CurrentModel(JdbcClient db, Clock clock, @Value("${jianglian.matching.model:}") String file) {
    this.db = db;
    this.clock = clock;
    this.base = file.isEmpty() ? ModelFile.shipped() : given(Path.of(file));
    this.chosen = new Chosen(0, base, base.model(), Instant.MIN);
  }

  private record Chosen(long row, ModelFile file, Model model, Instant lookedAt) {
    Chosen still(long row, Instant now) {
      return new Chosen(row, file, model, now);
    }
  }

  private record Row(long id, @Nullable String text) {}

  private static ModelFile given(Path file) {
    try (var in = Files.newInputStream(file)) {
      return ModelFile.read(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The product's own.
  public ModelFile base() {
    return base;
  }

  public Model model() {
    return look().model();
  }

  public ModelFile file() {
    return look().file();
  }

  /// Looks again at once.
  public void refresh() {
    chosen = chosen.still(chosen.row(), Instant.MIN);
  }

  private Chosen look() {
    var known = chosen;
    var now = clock.instant();
    if (known.lookedAt().isAfter(now.minus(FRESH))) return known;
    var row = current(known.row());
    chosen = row.id() == known.row() ? known.still(row.id(), now) : chosen(row, known, now);
    return chosen;
  }

  private Chosen chosen(Row row, Chosen before, Instant now) {
    try {
      var file = row.text() == null ? base : ModelFile.read(row.text());
      return new Chosen(row.id(), file, file.model(), now);
    } catch (ModelRefused refused) {
      LOG.error(
          "model {} of match_model: {}; {} stays",
          row.id(),
          refused.getMessage(),
          before.file().name());
      return before.still(row.id(), now);
    }
  }

  /// Its text only where it is not the one known already.
  private Row current(long known) {
    return Objects.requireNonNull(
        db.sql(
                """
                select id, case when id <> :known then file::text end as file from match_model
                where state = 'current' and base = :base
                """)
            .param("known", known)
            .param("base", base.name())
            .query((row, _) -> new Row(row.getLong("id"), row.getString("file")))
            .optional()
            .orElse(new Row(0, null)));
  }
}
