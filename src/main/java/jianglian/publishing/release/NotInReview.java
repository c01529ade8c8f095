package jianglian.publishing.release;

import jianglian.web.Refusal;

class NotInReview extends Refusal {
  NotInReview() {
    super(409, "release.not-in-review");
  }
}
