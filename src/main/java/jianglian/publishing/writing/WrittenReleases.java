package jianglian.publishing.writing;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which release a form has made.
@Repository
class WrittenReleases {
  private static final int LONGEST_KEY = 60;

  private final JdbcClient db;

  WrittenReleases(JdbcClient db) {
    this.db = db;
  }

  /// The release of that form; the same form sent at the same moment waits here for the first.
  Optional<Long> of(String key) {
    if (!usable(key)) return Optional.empty();
    db.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "release form " + key)
        .query((_, _) -> 0)
        .single();
    return db.sql("select release_id from written_release where form_key = :key")
        .param("key", key)
        .query((row, _) -> row.getLong(1))
        .optional();
  }

  void keep(String key, long release) {
    if (!usable(key)) return;
    db.sql("insert into written_release (form_key, release_id) values (:key, :release)")
        .param("key", key)
        .param("release", release)
        .update();
  }

  private static boolean usable(String key) {
    return !key.isBlank() && key.length() <= LONGEST_KEY;
  }
}
