package jianglian.matching.learning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.jobs.Job;
import jianglian.matching.model.CurrentModel;
import jianglian.web.Setting;
import jianglian.web.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tries to make a better model of everything people did: by night when enough is new, or when the
/// secretariat asks. One try at a time on all nodes; every one is a row, whatever comes of it.
@Component
class Refitting implements SmartInitializingSingleton {
  /// So many new answers are worth a try.
  static final Setting<Long> ENOUGH = Setting.number("matching.learning-rows", 200, 10, 100_000);

  /// As if so many answers spoke for the present weights.
  static final Setting<Long> PRIOR = Setting.number("matching.learning-prior", 200, 1, 100_000);

  private static final Logger LOG = LoggerFactory.getLogger(Refitting.class);

  private final Models models;
  private final Examples examples;
  private final CurrentModel current;
  private final Settings settings;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Executor background =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("matching-fit").factory());

  Refitting(
      Models models,
      Examples examples,
      CurrentModel current,
      Settings settings,
      AuditTrail audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.models = models;
    this.examples = examples;
    this.current = current;
    this.settings = settings;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    models.register(current.base());
  }

  void nightly() {
    if (fresh() < settings.of(ENOUGH)) return;
    models.begin(null, Attempt.STEPS).ifPresent(it -> run(it, new Actor.Job("matching.refit")));
  }

  /// Rows that came since the last try.
  long fresh() {
    return examples.since(models.newestTry().map(ModelRow::startedAt).orElse(Instant.EPOCH));
  }

  /// Starts a try in the background, unless one is under way.
  void start(Actor.Person person) {
    var begun =
        transaction.execute(_ -> {
          var row = models.begin(person.id(), Attempt.STEPS);
          row.ifPresent(
              it -> audit.record(Act.of(person, "match-model-asked", "match-model", it.name())));
          return row;
        });
    Objects.requireNonNull(begun).ifPresent(it -> background.execute(() -> run(it, person)));
  }

  private void run(ModelRow row, Actor actor) {
    try {
      var all = examples.all();
      var label = new Attempt.Label(row.name(), LocalDate.now(clock).toString(), data(all.size()));
      var before = parent(row).flatMap(ModelRow::file).orElseGet(current::file);
      var attempt =
          Attempt.of(all, before, settings.of(PRIOR), label, it -> models.step(row.id(), it));
      transaction.executeWithoutResult(_ -> finish(row, attempt, actor));
    } catch (RuntimeException failure) {
      LOG.error("no new model of matching", failure);
      models.fail(row.id(), "error");
    }
  }

  private Optional<ModelRow> parent(ModelRow row) {
    return Optional.ofNullable(row.parent()).flatMap(models::byId);
  }

  private void finish(ModelRow row, Attempt attempt, Actor actor) {
    models.finish(row.id(), attempt);
    if (attempt.file() == null || attempt.why() != null) return;
    audit.record(
        Act.of(actor, "match-model-kept", "match-model", row.name())
            .with(Map.of("figures", attempt.file().figures())));
  }

  private static String data(int rows) {
    return rows + " answers of people to the matches they were shown";
  }

  @Configuration(proxyBeanMethods = false)
  static class Declared {
    @Bean
    Job matchingRefit(Refitting refitting) {
      return new Job("matching.refit", refitting::nightly);
    }

    @Bean
    Setting<Long> matchingLearningRows() {
      return ENOUGH;
    }

    @Bean
    Setting<Long> matchingLearningPrior() {
      return PRIOR;
    }
  }
}
