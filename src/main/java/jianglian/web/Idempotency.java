package jianglian.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import jianglian.audit.Actor;
import jianglian.audit.Cryptography;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Lets a park's system send the same POST again without doing it twice: the first answer is kept
/// under its `Idempotency-Key`, in the transaction of the act itself. A refusal is not kept, so
/// what was refused may be tried again.
@Component
public class Idempotency {
  private static final int LONGEST_KEY = 200;

  private final JdbcClient db;
  private final JsonMapper json;
  private final Clock clock;

  Idempotency(JdbcClient db, JsonMapper json, Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  /// `request` is what was asked, address and body: under the same key it must be the same.
  @Transactional
  public ResponseEntity<?> once(
      Actor.Client client,
      @Nullable String key,
      String request,
      Supplier<? extends ResponseEntity<?>> act) {
    if (key == null) return act.get();
    if (key.isBlank() || key.length() > LONGEST_KEY) throw new KeyNotUsable();
    var digest = Cryptography.digest(request);
    if (!claim(client, key, digest)) return kept(client, key, digest);
    var answer = act.get();
    keep(client, key, answer);
    return answer;
  }

  /// The same key sent twice at once waits here until the first one has its answer.
  private boolean claim(Actor.Client client, String key, String digest) {
    return db.sql(
                """
                insert into idempotency_record (client_id, key, request_digest, status, answer, at)
                values (:client, :key, :digest, 0, 'null', :now)
                on conflict (client_id, key) do nothing
                """)
            .param("client", client.id())
            .param("key", key)
            .param("digest", digest)
            .param("now", OffsetDateTime.now(clock))
            .update()
        == 1;
  }

  private void keep(Actor.Client client, String key, ResponseEntity<?> answer) {
    db.sql(
            """
            update idempotency_record set status = :status, answer = :answer::jsonb
            where client_id = :client and key = :key
            """)
        .param("client", client.id())
        .param("key", key)
        .param("status", answer.getStatusCode().value())
        .param("answer", json.writeValueAsString(answer.getBody()))
        .update();
  }

  private ResponseEntity<?> kept(Actor.Client client, String key, String digest) {
    return db.sql(
            """
            select request_digest, status, answer from idempotency_record
            where client_id = :client and key = :key
            """)
        .param("client", client.id())
        .param("key", key)
        .query((row, _) -> {
          if (!row.getString("request_digest").equals(digest)) throw new KeyUsedOtherwise();
          return ResponseEntity.status(HttpStatusCode.valueOf(row.getInt("status")))
              .body(json.readTree(row.getString("answer")));
        })
        .single();
  }

  /// An empty or overlong key.
  static final class KeyNotUsable extends Refusal {
    KeyNotUsable() {
      super(400, "error.idempotency-key", LONGEST_KEY);
    }
  }

  /// The key stands for another request already.
  static final class KeyUsedOtherwise extends Refusal {
    KeyUsedOtherwise() {
      super(422, "error.idempotency-key-used");
    }
  }
}
