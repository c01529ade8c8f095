package jianglian.publishing.release;

import jianglian.web.Refusal;

class NotWithdrawn extends Refusal {
  NotWithdrawn() {
    super(409, "release.not-withdrawn");
  }
}
