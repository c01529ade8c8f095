package jianglian.publishing.release;

import jianglian.web.Refusal;

class TakenOffByAlliance extends Refusal {
  TakenOffByAlliance() {
    super(409, "release.taken-off-by-alliance");
  }
}
