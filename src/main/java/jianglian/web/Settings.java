package jianglian.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The alliance's rules as they stand: the value agreed upon, or the one the code begins with.
/// Asked on every page, so they are kept in memory; another node follows within [#FRESH].
@Component
public class Settings {
  static final Duration FRESH = Duration.ofSeconds(5);

  private final JdbcClient db;
  private final Clock clock;
  private final ObjectProvider<Setting<?>> declared;
  private volatile @Nullable Snapshot snapshot;

  Settings(JdbcClient db, Clock clock, ObjectProvider<Setting<?>> declared) {
    this.db = db;
    this.clock = clock;
    this.declared = declared;
  }

  private record Snapshot(Map<String, String> values, Instant readAt) {}

  public <T> T of(Setting<T> setting) {
    var value = values().get(setting.key());
    return value == null ? setting.initial() : setting.kind().read(value);
  }

  /// All declared, by key.
  public List<Setting<?>> all() {
    return declared.stream()
        .<Setting<?>>map(it -> it)
        .sorted(Comparator.comparing(it -> it.key()))
        .toList();
  }

  public Optional<Setting<?>> byKey(String key) {
    return all().stream().filter(it -> it.key().equals(key)).findFirst();
  }

  /// Sets what was agreed; `value` must be one its kind can read.
  @Transactional(propagation = Propagation.MANDATORY)
  public void change(Setting<?> setting, String value) {
    db.sql(
            """
            insert into setting (key, value, updated_at) values (:key, :value, :now)
            on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at
            """)
        .param("key", setting.key())
        .param("value", setting.kind().read(value).toString())
        .param("now", OffsetDateTime.now(clock))
        .update();
    TransactionSynchronizationManager.registerSynchronization(new Forgetting());
  }

  private Map<String, String> values() {
    var known = snapshot;
    var now = clock.instant();
    if (known == null || known.readAt().plus(FRESH).isBefore(now)) {
      known = new Snapshot(read(), now);
      snapshot = known;
    }
    return known.values();
  }

  private Map<String, String> read() {
    return db
        .sql("select key, value from setting")
        .query((row, _) -> Map.entry(row.getString("key"), row.getString("value")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private final class Forgetting implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      snapshot = null;
    }
  }
}
