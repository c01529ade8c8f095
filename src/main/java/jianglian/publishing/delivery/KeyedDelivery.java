package jianglian.publishing.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.audit.Cryptography;
import jianglian.publishing.release.ReleaseCommand;
import jianglian.publishing.release.ReleaseDelivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Takes a release under a key of the sender's making: the same key again is answered as the first
/// time. The release's external id is made of the key.
@Component
class KeyedDelivery {
  private final ReleaseDelivery delivery;
  private final JdbcClient db;
  private final JsonMapper json;
  private final Clock clock;

  KeyedDelivery(ReleaseDelivery delivery, JdbcClient db, JsonMapper json, Clock clock) {
    this.delivery = delivery;
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  private record Earlier(String digest, String answer) {}

  @Transactional
  public ReleaseAnswer deliver(String key, ObjectNode body, Actor.Client client) {
    var externalId = "key-" + Cryptography.digest(client.id() + "/" + key).substring(0, 32);
    var command = ReleaseCommand.read(externalId, body);
    lock(client, key);
    var earlier = earlier(client, key);
    if (earlier.isPresent()) return repeated(earlier.get(), command);
    var answer = ReleaseAnswer.of(delivery.deliver(client.park(), client, command));
    keep(client, key, command.digest(), answer);
    return answer;
  }

  /// The same key at the same moment waits here until the first has its answer.
  private void lock(Actor.Client client, String key) {
    db.sql("select pg_advisory_xact_lock(hashtextextended(:key, :client))")
        .param("key", key)
        .param("client", client.id())
        .query((_, _) -> 0)
        .single();
  }

  private Optional<Earlier> earlier(Actor.Client client, String key) {
    return db.sql(
            "select request_digest, answer from idempotency_record where client_id = :client and key = :key")
        .param("client", client.id())
        .param("key", key)
        .query((row, _) -> new Earlier(row.getString(1), row.getString(2)))
        .optional();
  }

  private ReleaseAnswer repeated(Earlier earlier, ReleaseCommand command) {
    if (!earlier.digest().equals(command.digest())) throw new IdempotencyKeyReused();
    return json.readValue(earlier.answer(), ReleaseAnswer.class);
  }

  private void keep(Actor.Client client, String key, String digest, ReleaseAnswer answer) {
    db.sql(
            """
            insert into idempotency_record (client_id, key, request_digest, status, answer, at)
            values (:client, :key, :digest, 201, :answer::jsonb, :now)
            """)
        .param("client", client.id())
        .param("key", key)
        .param("digest", digest)
        .param("answer", json.writeValueAsString(answer))
        .param("now", OffsetDateTime.now(clock))
        .update();
  }
}
