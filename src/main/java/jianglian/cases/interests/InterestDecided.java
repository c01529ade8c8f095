package jianglian.cases.interests;

import jianglian.web.Refusal;

/// It was answered or withdrawn already.
class InterestDecided extends Refusal {
  InterestDecided() {
    super(409, "interest.refusal.decided");
  }
}
