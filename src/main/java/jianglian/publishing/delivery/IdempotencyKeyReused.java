package jianglian.publishing.delivery;

import jianglian.web.Refusal;

class IdempotencyKeyReused extends Refusal {
  IdempotencyKeyReused() {
    super(409, "release.idempotency-key-reused");
  }
}
