package jianglian.publishing.delivery;

import jianglian.web.Refusal;

/// Without an id of the sender's, only a key can tell the same delivery from another.
class IdempotencyKeyNeeded extends Refusal {
  IdempotencyKeyNeeded() {
    super(400, "release.idempotency-key-needed");
  }
}
