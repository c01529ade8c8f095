package jianglian.publishing.release;

import jianglian.web.Refusal;

class NotPublished extends Refusal {
  NotPublished() {
    super(409, "release.not-published");
  }
}
